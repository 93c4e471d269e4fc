"""Where files are: paths of this machine, and URLs of any file system that fsspec knows.

A URL may go through others: `zip://folder/a.pdf::s3://bucket/archive.zip`.  What fsspec needs to open
it (credentials, addresses) it finds as always, in its configuration and the environment.
"""

from __future__ import annotations

import errno
import io
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit
from urllib.request import url2pathname

_URL = re.compile(r"(?:^|::)[a-z][a-z0-9+.-]+://")  # of two letters at least: C:// is a drive
_PIECE = 1 << 20


def is_url(path: str | Path) -> bool:
    """Whether a path is to be opened by fsspec."""
    return isinstance(path, str) and "://" in path and _URL.search(path) is not None


def local_path(path: str | Path) -> str | Path:
    """What a `file:///...` leads to on this machine, where names may be written as `%C3%A1`; other
    paths as they are."""
    if not (isinstance(path, str) and path.startswith("file://") and "::" not in path):
        return path
    return url2pathname(urlsplit(path).path)


def links_of(url: str) -> tuple[str, str, str]:
    """A URL that goes through others: the first of them with a path, and what is around that.

    `simplecache::s3://bucket/a` is 'simplecache::', 's3://bucket/a' and ''; `zip://a::s3://bucket/b`
    is '', 'zip://a' and '::s3://bucket/b'.
    """
    links = url.split("::")
    at = next(i for i, link in enumerate(links) if "://" in link)
    before, after = links[:at], links[at + 1 :]
    return "".join(f"{link}::" for link in before), links[at], "".join(f"::{k}" for k in after)


def name_of(path: str | Path) -> str:
    """The name of a file, without the folders that it is in."""
    return Path(links_of(str(path))[1] if is_url(path) else path).name


def file_system(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL and the path in that.

    Raises ImportError where fsspec or what it needs for the protocol is missing, and whatever the
    file system raises.
    """
    return import_module("fsspec.core").url_to_fs(url)


def open_file(path: str | Path) -> BinaryIO:
    """Open a file to be read.  Raises OSError, and so does reading, whatever the file system."""
    if not is_url(path):
        return open(path, "rb")  # noqa: PTH123 - for each file, and a Path takes longer
    return io.BufferedReader(_Remote(cast(str, path)), _PIECE)


class _Remote(io.RawIOBase):
    """A file of fsspec that gives what it has, and raises OSError alone."""

    def __init__(self, url: str) -> None:
        self._file: Any = None
        with _as_os_error():
            # Some systems close the archive that they read from when nobody holds them any more.
            self._system, path = file_system(url)
            self._file = self._system.open(path, "rb")

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Whether the file system can begin in the middle."""
        return self._file.seekable()

    def readinto(self, buffer: Any, /) -> int:
        """See `RawIOBase`."""
        with _as_os_error():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """See `RawIOBase`."""
        with _as_os_error():
            return self._file.seek(offset, whence)

    def tell(self) -> int:
        """See `RawIOBase`."""
        return self._file.tell()

    def close(self) -> None:
        """See `RawIOBase`."""
        if not self.closed and self._file is not None and not sys.is_finalizing():
            self._file.close()
        super().close()


@contextmanager
def _as_os_error() -> Generator[None]:
    """File systems raise errors of their own where connections, rights or archives are broken."""
    try:
        yield
    except (OSError, MemoryError):
        raise
    except Exception as error:
        raise OSError(errno.EIO, f"{type(error).__name__}: {error}") from error
