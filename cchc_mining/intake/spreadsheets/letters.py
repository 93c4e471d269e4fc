"""Cells in fonts from before Unicode."""

from __future__ import annotations

from collections.abc import Sequence

from ...vietnamese.legacy import Restored, Run, restore
from .sheets import Sheet, one_line


def restore_sheets(sheets: Sequence[Sheet]) -> Restored | None:
    """Write the cells and names of some sheets in Unicode; null where they all are already.

    A cell that is too short to tell goes with those before and behind it in its font.
    """
    runs: list[Run] = []
    stops: list[int] = []  # after the runs of each cell
    for sheet in sheets:
        runs.append(Run(f"{sheet.name}\n"))
        for row, cells in sorted(sheet.rows.items()):
            for column, text in sorted(cells.items()):
                runs += _runs(text, sheet.fonts.get((row, column), ()))
                runs.append(Run("\n", runs[-1].font))
                stops.append(len(runs))
    restored = restore(runs)
    if restored is None:
        return None
    texts, ends, start = restored.texts, iter(stops), 0
    for sheet in sheets:
        sheet.name = texts[start][:-1]
        start += 1
        for _, cells in sorted(sheet.rows.items()):
            for column in sorted(cells):
                stop = next(ends)
                cells[column] = one_line("".join(texts[start : stop - 1]))
                start = stop
    return restored


def _runs(text: str, fonts: Sequence[Run]) -> Sequence[Run]:
    """The text of a cell in its fonts, if these are of what the cell says."""
    if len(fonts) > 1 and one_line("".join(run.text for run in fonts)) == text:
        return fonts
    return [Run(text, fonts[0].font if fonts else None)]
