"""Importing this makes a process ready to read and extract: libraries, lexicons and patterns are loaded.

It is for the process that workers are forked from (see `Work.modules`), so that a worker that is
replaced costs milliseconds.  That process must run no threads, and workers need none.
"""

import os
from importlib import import_module

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
for _name in ("docx", "html", "pdf", "slides", "spreadsheets", "containers", "images"):
    import_module(f"...intake.{_name}", __name__)

from ..extract import extract_record  # noqa: E402
from ..intake import read_bytes  # noqa: E402

_REPORT = "Báo cáo số 12/BC-UBND ngày 05/7/2024 của UBND tỉnh: tỷ lệ đạt 95,5% theo Nghị định 61/2018/NĐ-CP"
extract_record(read_bytes(_REPORT.encode(), "a.txt"))
