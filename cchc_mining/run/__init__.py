"""Batches: which files there are, and one outcome for each whatever happens to it."""

from .batch import Batch, InputRow, Outcome, mine_jobs
from .engines import Engine, Limits, Local, Serial, Stop, Work, stopped_by_interrupt
from .hashing import Input, identify
from .journal import Journal, Known, Maker, known_in
from .lock import LOCK_NAME, lock
from .manifest import (
    MANIFEST,
    Choices,
    Inputs,
    Kept,
    Manifest,
    Program,
    are_intact,
    file_hash,
    maker,
    read_manifest,
    summarise,
    this_program,
    write_manifest,
)
from .plan import Plan, Share, plan
from .problems import Lang, MissingInputError, OutputError, codes, explain
from .reading import (
    Extracted,
    Job,
    Mined,
    Options,
    extract_job,
    extract_source,
    failed,
    failure,
    mine_file,
)
from .records_file import RECORDS, Completion, complete_records
from .report import MENTIONS, Failure, Tally, Totals
from .staging import Staging, staging, work_folder
from .underway import UnderWay, forget_run, how_far, note_run
from .walking import Found, shown_name, walk

__all__ = [
    "LOCK_NAME",
    "MANIFEST",
    "MENTIONS",
    "RECORDS",
    "Batch",
    "Choices",
    "Completion",
    "Engine",
    "Extracted",
    "Failure",
    "Found",
    "Input",
    "InputRow",
    "Inputs",
    "Job",
    "Journal",
    "Kept",
    "Known",
    "Lang",
    "Limits",
    "Local",
    "Maker",
    "Manifest",
    "Mined",
    "MissingInputError",
    "Options",
    "Outcome",
    "OutputError",
    "Plan",
    "Program",
    "Serial",
    "Share",
    "Staging",
    "Stop",
    "Tally",
    "Totals",
    "UnderWay",
    "Work",
    "are_intact",
    "codes",
    "complete_records",
    "explain",
    "extract_job",
    "extract_source",
    "failed",
    "failure",
    "file_hash",
    "forget_run",
    "how_far",
    "identify",
    "known_in",
    "lock",
    "maker",
    "mine_file",
    "mine_jobs",
    "note_run",
    "plan",
    "read_manifest",
    "shown_name",
    "staging",
    "stopped_by_interrupt",
    "summarise",
    "this_program",
    "walk",
    "work_folder",
    "write_manifest",
]
