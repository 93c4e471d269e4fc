#!/usr/bin/env python3
"""How well texts in TCVN3 and VNI are restored, and whether texts in Unicode are left alone.

    evaluate_legacy.py SAMPLES [TEXTS ...] [--show]

SAMPLES is a folder with original files and their expected texts (`legacy/*/NAME` and
`NAME.expected.txt`) and with bytes in both encodings (`txt/NAME.tcvn3.txt`, `txt/NAME.vni.txt`,
expected as `reference/NAME.txt`).  TEXTS are folders of texts in Unicode, none of which may change.

For each original: the words of the expected text that were read, in any order and case, of those
that a reader sees: field codes and properties of the file are not counted, nor are the dots that
group figures.  Then how many of them differ in case, which the fonts of capitals decide.  `--show`
lists the words that differ.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from cchc_mining.intake import read_bytes, read_file
from cchc_mining.intake.libreoffice import find_program
from cchc_mining.vietnamese.legacy import Run, restore

_WORD = re.compile(r"[^\W_]+")
_GROUPING = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
# Codes of fields in Word files, and properties that programs put into a file.
_UNSEEN = re.compile(r"\b(?:PAGE|FORMTEXT|FORMCHECKBOX|EMBED Word\.Document\.\d|LawData)\b")
_EXPECTED = ".expected.txt"


class Measured(Struct, frozen=True):
    """The words of an expected text, how many were read, and how many in another case."""

    words: int
    right: int
    other_case: int
    differences: list[str]


def measure(expected: str, got: str) -> Measured:
    """Compare a text with the one expected."""
    wanted, read = _words(expected), _words(got)
    lower = [word.lower() for word in wanted], [word.lower() for word in read]
    missing, extra, differences = Counter[str](), Counter[str](), list[str]()
    other_case = 0
    for kind, i, j, k, m in SequenceMatcher(None, *lower, autojunk=False).get_opcodes():
        if kind == "equal":
            other_case += sum(a != b for a, b in zip(wanted[i:j], read[k:m], strict=True))
        elif "".join(lower[0][i:j]) != "".join(lower[1][k:m]):  # else other blanks alone
            missing.update(lower[0][i:j])
            extra.update(lower[1][k:m])
            differences.append(f"{' '.join(wanted[i:j])!r} read as {' '.join(read[k:m])!r}")
    wrong = (missing - extra).total()
    return Measured(len(wanted), len(wanted) - wrong, other_case, differences)


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _WORD.findall(_GROUPING.sub("", text))


def measure_originals(samples: Path, *, show: bool) -> None:
    """Print how much of each original was read."""
    readable = (".xls", ".pdf", ".html", *((".doc", ".rtf") if find_program() else ()))
    total = right = 0
    for path in sorted(samples.glob(f"legacy/*/*{_EXPECTED}")):
        original = path.with_name(path.name.removesuffix(_EXPECTED))
        if original.suffix not in readable:
            continue
        source = read_file(original)
        found = measure(path.read_text(encoding="utf-8"), source.text)
        total, right = total + found.words, right + found.right
        share = 100 * found.right / found.words
        print(
            f"{original.parent.name}/{original.name}: {source.encoding}; {share:.2f} % of "
            f"{found.words} words; {found.other_case} in another case"
        )
        for difference in found.differences if show else ():
            print("   ", difference)
    if total:
        print(f"all: {100 * right / total:.3f} % of {total} words")


def measure_bytes(samples: Path) -> None:
    """Print whether bytes are read as the very text they were made from."""
    for path in sorted([*samples.glob("txt/*.tcvn3.txt"), *samples.glob("txt/*.vni.txt")]):
        reference = samples / "reference" / f"{path.name.split('.')[0]}.txt"
        source = read_bytes(path.read_bytes(), path.name)
        exact = source.text.encode() == reference.read_bytes()
        print(f"{path.name}: {source.encoding}; {'exact' if exact else 'DIFFERS'}")


def measure_harm(folders: Sequence[Path]) -> int:
    """Print how many lines in Unicode were changed, whatever font they are in: how many files."""
    harmed = count = 0
    for path in _texts(folders):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        count += 1
        for font in (None, ".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"):
            restored = restore([Run(line, font) for line in lines])
            if restored is not None:
                harmed += 1
                print(f"HARMED: {path.name} as {font}: {restored.codes}")
    print(f"{count} texts in Unicode, {harmed} times harmed")
    return harmed


def _texts(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.glob("**/*.txt"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures; 1 where a text in Unicode was harmed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("samples", type=Path)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(arguments)
    measure_originals(options.samples, show=options.show)
    measure_bytes(options.samples)
    return 1 if measure_harm(options.texts) else 0


if __name__ == "__main__":
    sys.exit(main())
