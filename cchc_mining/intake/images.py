"""Pictures of pages: .jpg, .png and .tif (of one page or many), read by OCR."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from ..errors import IntakeError
from ..records import SourceText, Warning
from .limits import MOST_PAGES, MOST_PIXELS
from .ocr import Reading, how_to_install, is_ready, ocr_warnings, read_picture
from .pages import compose

_FORMATS = ("JPEG", "PNG", "TIFF")
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, TypeError)  # as Pillow raises them
_PLAUSIBLE_DPI = (60.0, 1300.0)
_PAGE_INCHES = 8.27  # the shorter side of A4, for pictures that do not say how large they are
_SCREEN = (72.0, 96.0)  # dpi that programs write when they know nothing
_FINEST = 320.0  # dpi to which larger pictures are reduced
_TURNED = {3: 2, 6: 3, 8: 1}  # EXIF orientations, as right angles counterclockwise
_ORIENTATION = 0x0112

Array = np.ndarray[Any, np.dtype[Any]]


def read_image(data: bytes, name: str) -> SourceText:
    """The text of the pages in a picture file, with the places of its words.

    Places are in points of a page as large as the file says, or else as A4.  Raises IntakeError with
    code `scan-without-ocr`, `damaged`, `too-large-inside`, `too-many-pages`, `ocr-timeout`,
    `ocr-failed` or `picture-without-text`.
    """
    if not is_ready():
        raise IntakeError(
            "scan-without-ocr",
            f"{name}: is a picture; to have it read, install tesseract with Vietnamese: "
            f"{how_to_install()}",
        )
    readings: list[Reading] = []
    notes: list[Warning] = []
    count = 0
    for picture, dpi in _pages(data, name):
        count += 1
        reading = read_picture(picture, dpi, count)
        if reading.page.lines:
            readings.append(reading)
        else:
            message = "no text is found in the picture"
            notes.append(Warning(code="page-without-text", message=message, page=count))
    if not readings:
        raise IntakeError("picture-without-text", f"{name}: no text is found in the picture")
    composed = compose([reading.page for reading in readings])
    return SourceText(
        text=composed.text,
        source=name,
        pages=count,
        warnings=(*ocr_warnings(readings), *notes),
        places=composed.places,
        furniture=composed.furniture,
        recognised=composed.recognised,
    )


def _pages(data: bytes, name: str) -> Iterator[tuple[Array, float]]:
    """The pictures of a file with their resolution, one at a time."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow's own limit, which is lower
            with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
                count = getattr(file, "n_frames", 1)
                if count > MOST_PAGES:
                    raise IntakeError(
                        "too-many-pages", f"{name}: {count} pages; at most {MOST_PAGES} are read"
                    )
                for page in range(count):
                    file.seek(page)
                    yield _pixels(file, name, page + 1)
    except Image.DecompressionBombError as error:
        raise IntakeError("too-large-inside", f"{name}: has too many pixels") from error
    except (UnidentifiedImageError, *_FAULTS) as error:
        raise IntakeError("damaged", f"{name}: the picture is damaged or cut off") from error


def _pixels(file: Image.Image, name: str, page: int) -> tuple[Array, float]:
    width, height = file.size
    if width * height > MOST_PIXELS:
        raise IntakeError(
            "too-large-inside",
            f"{name}: page {page} has {width} x {height} pixels; at most {MOST_PIXELS} are read",
        )
    dpi = _resolution(file)
    grey = file.mode in ("1", "L", "I;16", "I")
    picture = _on_paper(file).convert("L" if grey else "RGB")
    if dpi > _FINEST:
        factor = _FINEST / dpi
        size = (max(round(width * factor), 1), max(round(height * factor), 1))
        picture, dpi = picture.resize(size, Image.Resampling.LANCZOS), _FINEST
    turned = _TURNED.get(int(file.getexif().get(_ORIENTATION, 1)), 0)
    return np.ascontiguousarray(np.rot90(np.asarray(picture), turned)), dpi


def _on_paper(file: Image.Image) -> Image.Image:
    """A picture without transparent parts."""
    if "A" not in file.getbands() and "transparency" not in file.info:
        return file
    paper = Image.new("RGBA", file.size, "white")
    paper.alpha_composite(file.convert("RGBA"))
    return paper


def _resolution(file: Image.Image) -> float:
    """Dots per inch as the file says; else such that it is a page of A4."""
    told: Any = file.info.get("dpi")
    try:
        dpi = float(told[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    shorter = min(file.size)
    if _PLAUSIBLE_DPI[0] <= dpi <= _PLAUSIBLE_DPI[1] and dpi not in _SCREEN:
        return dpi
    return min(max(shorter / _PAGE_INCHES, _PLAUSIBLE_DPI[0]), _PLAUSIBLE_DPI[1])
