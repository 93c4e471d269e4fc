"""Batches: which files there are, and one outcome for each whatever happens to it."""

from .batch import Batch, InputRow, Outcome, mine_jobs
from .engines import Engine, Serial, Stop, Work
from .hashing import Input, identify
from .journal import Journal, Maker
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
from .problems import Lang, MissingInputError, OutputError, codes, explain
from .reading import (
    Extracted,
    Job,
    Mined,
    Options,
    extract_job,
    failed,
    failure,
    mine_file,
    mine_source,
)
from .records_file import RECORDS, Completion, complete_records
from .report import MENTIONS, Failure, Tally, Totals
from .staging import Staging, staging
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
    "Lang",
    "Maker",
    "Manifest",
    "Mined",
    "MissingInputError",
    "Options",
    "Outcome",
    "OutputError",
    "Program",
    "Serial",
    "Staging",
    "Stop",
    "Tally",
    "Totals",
    "Work",
    "are_intact",
    "codes",
    "complete_records",
    "explain",
    "extract_job",
    "failed",
    "failure",
    "file_hash",
    "identify",
    "lock",
    "maker",
    "mine_file",
    "mine_jobs",
    "mine_source",
    "read_manifest",
    "shown_name",
    "staging",
    "summarise",
    "this_program",
    "walk",
    "write_manifest",
]
