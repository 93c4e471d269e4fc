"""Scans made for tests: pages of a made PDF as images, with what a scanner adds."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from cchc_mining.intake import ocr

from .made_pdf import Sheet

DPI = 200

with_tesseract = pytest.mark.skipif(
    not ocr.is_ready(), reason="tesseract or its Vietnamese data is not installed"
)


def image_of(sheet: Sheet, page: int = 0, dpi: float = DPI) -> Image.Image:
    """A page of a made PDF as an image."""
    document = pypdfium2.PdfDocument(sheet.bytes())
    return document[page].render(scale=dpi / 72).to_pil().convert("RGB")


def with_noise(image: Image.Image, *, seed: int = 1) -> Image.Image:
    """An image with grain, and darker at its left."""
    width, height = image.size
    grain = np.random.default_rng(seed).normal(0, 8, (height, width, 1))
    light = np.linspace(0.87, 1, width)[None, :, None]
    pixels = np.clip(np.asarray(image) * light + grain, 0, 255)
    return Image.fromarray(pixels.astype(np.uint8))


def with_pepper(image: Image.Image, share: float = 0.01) -> Image.Image:
    """An image with black and white pixels strewn over it."""
    chance = np.random.default_rng(2).random((image.height, image.width))
    pixels = np.asarray(image).copy()
    pixels[chance < share / 2] = 0
    pixels[chance > 1 - share / 2] = 255
    return Image.fromarray(pixels)


def with_stamp(image: Image.Image, x: float, y: float, dpi: float = DPI) -> Image.Image:
    """An image with a round red stamp of 36 mm about a point (in points); ink lies over ink."""
    ink = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(ink)
    x, y, r = x * dpi / 72, y * dpi / 72, 18 / 25.4 * dpi
    for radius in (r, 0.72 * r):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline="#d03040", width=5)
    pen.line((x - 0.6 * r, y, x + 0.6 * r, y), fill="#d03040", width=6)
    return ImageChops.multiply(image, ink)


def turned(image: Image.Image, degrees: float) -> Image.Image:
    """An image turned counterclockwise on a sheet of the same size, or by right angles."""
    whole = degrees % 90 == 0
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=whole, fillcolor="white")


def as_pdf(*images: Image.Image, dpi: float = DPI) -> bytes:
    """A PDF of images alone."""
    file = io.BytesIO()
    first, *others = images
    first.save(file, "PDF", resolution=dpi, save_all=True, append_images=others)
    return file.getvalue()


def saved(image: Image.Image, kind: str, *others: Image.Image, **options: object) -> bytes:
    """An image as a file."""
    file = io.BytesIO()
    if others:
        options |= {"save_all": True, "append_images": others}
    image.save(file, kind, **options)
    return file.getvalue()
