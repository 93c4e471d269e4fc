"""What a run would do, found out without doing it."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from .batch import Batch
from .journal import Known
from .reading import Job

_NAMES_SHOWN = 3


class Share(Struct, frozen=True):
    """Some of the contents: how many, how many bytes, and the first names."""

    contents: int = 0
    size: int = 0
    names: tuple[str, ...] = ()

    def with_job(self, job: Job) -> Share:
        """With one more."""
        names = (*self.names, job.name) if len(self.names) < _NAMES_SHOWN else self.names
        return Share(self.contents + 1, self.size + job.size, names)


class Plan(Struct, frozen=True, kw_only=True):
    """What would become of the contents of some paths.

    `new` are to be read, `outdated` too: by a program or with options that are no more.  `reused` are
    taken over, and so are those that `failed`.  `not_read` counts paths by the reason why they are
    not to be opened, `duplicates` those of a content that another path has.
    """

    paths: int
    new: Share
    outdated: Share
    reused: Share
    failed: Share
    duplicates: int
    not_read: dict[str, int]


def plan(batch: Batch, known: Known) -> Plan:
    """What a run would do with a batch."""
    shares: dict[str, Share] = dict.fromkeys(("new", "outdated", "reused", "failed"), Share())
    for job in batch.jobs():
        kind = _kind(job, known)
        shares[kind] = shares[kind].with_job(job)
    not_read = Counter(item.reason for item in batch.inputs if item.reason)
    paths = len(batch.inputs)
    return Plan(
        paths=paths,
        duplicates=paths - len(batch) - not_read.total(),
        not_read=dict(not_read.most_common()),
        **shares,
    )


def _kind(job: Job, known: Known) -> str:
    if job in known:
        return "failed" if known.has_failed(job) else "reused"
    return "outdated" if known.is_outdated(job) else "new"
