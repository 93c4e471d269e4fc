"""One job done once, in whatever process this is."""

from __future__ import annotations

from ...errors import LexiconError
from .interface import ERROR, OUT_OF_MEMORY, Failed, J, R, Work


def attempt(work: Work[J, R], job: J) -> R | Failed:
    """What the work returned, or how it failed.

    What is not an `Exception` goes through, and so does LexiconError: see `Work`.
    """
    try:
        return work.function(job)
    except LexiconError:
        raise
    except MemoryError:
        return Failed(OUT_OF_MEMORY)
    except Exception as error:  # whatever it is, it is this job's and not the batch's
        return Failed(ERROR, f"{type(error).__name__}: {error}")
