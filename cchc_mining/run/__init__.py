"""Batches: which files there are, and one outcome for each whatever happens to it."""

from .batch import (
    Engine,
    InputRow,
    Known,
    Outcome,
    failed_after_all,
    in_this_process,
    mine_inputs,
    mine_paths,
)
from .hashing import Input, identify
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
    read_manifest,
    summarise,
    this_program,
    write_manifest,
)
from .problems import Lang, MissingInputError, OutputError, codes, explain
from .reading import Job, Mined, Options, mine_file, mine_job, mine_source
from .records_file import RECORDS, Completion, Earlier, complete_records
from .report import Failure, Tally, Totals
from .staging import Staging, staging
from .walking import Found, shown_name, walk

__all__ = [
    "LOCK_NAME",
    "MANIFEST",
    "RECORDS",
    "Choices",
    "Completion",
    "Earlier",
    "Engine",
    "Failure",
    "Found",
    "Input",
    "InputRow",
    "Inputs",
    "Job",
    "Kept",
    "Known",
    "Lang",
    "Manifest",
    "Mined",
    "MissingInputError",
    "Options",
    "Outcome",
    "OutputError",
    "Program",
    "Staging",
    "Tally",
    "Totals",
    "are_intact",
    "codes",
    "complete_records",
    "explain",
    "failed_after_all",
    "file_hash",
    "identify",
    "in_this_process",
    "lock",
    "mine_file",
    "mine_inputs",
    "mine_job",
    "mine_paths",
    "mine_source",
    "read_manifest",
    "shown_name",
    "staging",
    "summarise",
    "this_program",
    "walk",
    "write_manifest",
]
