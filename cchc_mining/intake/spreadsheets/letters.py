"""Cells in fonts from before Unicode."""

from __future__ import annotations

from collections.abc import Sequence

from ...vietnamese.legacy import Restored, Run, restore
from .sheets import Sheet


def restore_sheets(sheets: Sequence[Sheet]) -> Restored | None:
    """Write the cells and names of some sheets in Unicode; null where they all are already.

    A cell that is too short to tell goes with those before and behind it in its font.
    """
    runs: list[Run] = []
    for sheet in sheets:
        runs.append(Run(f"{sheet.name}\n"))
        for row, cells in sorted(sheet.rows.items()):
            for column, text in sorted(cells.items()):
                runs.append(Run(f"{text}\n", sheet.fonts.get((row, column))))
    restored = restore(runs)
    if restored is None:
        return None
    texts = (text[:-1] for text in restored.texts)
    for sheet in sheets:
        sheet.name = next(texts)
        for _, cells in sorted(sheet.rows.items()):
            for column in sorted(cells):
                cells[column] = next(texts)
    return restored
