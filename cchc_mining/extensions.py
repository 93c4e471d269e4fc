"""What other installed packages add to this one, told by their entry points.

    [project.entry-points."cchc_mining.checks"]
    class-size = "education_reports.checks:CLASS_SIZE"

Packages are looked through when first asked for, once in a process.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from msgspec import Struct

from .errors import Explained, UsageError

CHECKS = "cchc_mining.checks"
EXTRACTORS = "cchc_mining.extractors"


class Extension(Struct, frozen=True):
    """What one entry point names: its own name, the package with its version, and the object."""

    name: str
    package: str
    value: Any

    def __str__(self) -> str:
        return f"{self.name} ({self.package})"


class ExtensionError(Explained, UsageError):
    """A package that extends this one cannot be used as it is."""

    SENTENCES: ClassVar = {
        "not-loaded": (
            "không nạp được phần mở rộng {extension}: {detail}; hãy sửa hoặc gỡ gói này",
            "the extension {extension} cannot be loaded: {detail}; repair or uninstall that package",
        ),
        "not-a-check": (
            "phần mở rộng {extension} không phải là phép kiểm tra (DocumentCheck, ArchiveCheck hoặc nhiều "
            "phép như vậy): {detail}; hãy sửa hoặc gỡ gói này",
            "the extension {extension} is no check (a DocumentCheck, an ArchiveCheck, or a tuple of them): "
            "{detail}; repair or uninstall that package",
        ),
        "not-an-extractor": (
            "phần mở rộng {extension} không gọi được như một hàm; hãy sửa hoặc gỡ gói này",
            "the extension {extension} cannot be called; repair or uninstall that package",
        ),
        "same-slug": (
            "phần mở rộng {extension} có phép kiểm tra trùng tên đã có: {slug}; hãy đổi tên",
            "the extension {extension} has a check of a name that is taken: {slug}; give it another",
        ),
    }  # fmt: skip


class ExtensionWarning(Explained, UserWarning):
    """Something that an extension should have done is missing from the results."""

    SENTENCES: ClassVar = {
        "check-failed": (
            "phép kiểm tra {slug} của phần mở rộng {extension} gặp lỗi ({detail}, trong {where}); kết quả "
            "của phép này không đầy đủ",
            "the check {slug} of the extension {extension} failed ({detail}, in {where}); what it finds is "
            "not complete",
        ),
    }  # fmt: skip


@cache
def extensions(group: str) -> tuple[Extension, ...]:
    """What packages add under a group of entry points, by package and name.

    Raises ExtensionError where something cannot be loaded: results without it would look complete.
    """
    found: list[Extension] = []
    for point in _entry_points().select(group=group):
        package = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
        extension = Extension(point.name, package, None)
        try:
            found.append(Extension(point.name, package, point.load()))
        except Exception as error:
            detail = f"{type(error).__name__}: {error}"
            raise ExtensionError("not-loaded", extension=extension, detail=detail) from error
    return tuple(sorted(found, key=lambda extension: (extension.package, extension.name)))


@cache
def _entry_points() -> Any:  # Python 3.11 has a type of its own for them
    """Those of all packages; finding them means to look into each."""
    from importlib.metadata import entry_points

    return entry_points()


@cache
def extractors() -> tuple[Extension, ...]:
    """The extractors of other packages.  Raises ExtensionError for what is none."""
    for extension in extensions(EXTRACTORS):
        if not callable(extension.value):
            raise ExtensionError("not-an-extractor", extension=extension)
    return extensions(EXTRACTORS)
