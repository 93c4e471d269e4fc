"""The official register of the invented provinces: every act with its day, issuer and fate."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from .catalogue import Province
from .facts import ACT_YEARS, REPLACEMENTS, Act, Acts

_COLUMNS = ("number", "date", "issuer", "subject", "status", "expired", "replaced_by")


def write_register(path: Path, seed: int, provinces: Collection[Province]) -> None:
    """Write the acts of some provinces, and the central ones that end others, as a CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_COLUMNS)
        for old, new, since in REPLACEMENTS:
            rows.writerow((*_act(old), "Hết hiệu lực", f"{since:%d/%m/%Y}", new.number))
            rows.writerow((*_act(new), "Còn hiệu lực", "", ""))
        for province in provinces:
            rows.writerows(_of_province(Acts(seed, province)))


def _of_province(acts: Acts) -> Iterator[tuple[str, ...]]:
    issued = [act for year in ACT_YEARS for act in acts.of(year).values()]
    ends = {old: act for act in issued if (old := acts.replaced(act))}
    for act in issued:
        if by := ends.get(act):
            yield (*_act(act), "Hết hiệu lực", f"{by.date:%d/%m/%Y}", by.number)
        else:
            yield (*_act(act), "Còn hiệu lực", "", "")


def _act(act: Act) -> tuple[str, ...]:
    return act.number, f"{act.date:%d/%m/%Y}", act.issuer, act.subject
