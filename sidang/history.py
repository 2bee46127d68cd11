"""What changed from edition to edition, so far as they are kept: for feeds, and for calendars that must tell a change."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from threading import RLock

from cachetools import LRUCache, cached

from sidang.changes import Change, changes_between
from sidang.edition import Edition, editions, editions_dir
from sidang.questions import QuestionFailed, ask

MOST_STEPS = 20
KEPT = 4
EPOCH = datetime.datetime.fromisoformat("2020-01-01")


@dataclass(frozen=True)
class Step:
    """What an edition changed: that before it, itself, and the meetings that differ (changes.py)."""

    before: Edition
    after: Edition
    changes: tuple[Change, ...]


def steps_to(edition: Edition) -> tuple[Step, ...]:
    """The steps by which the kept editions led to this one, the latest first; at most the last MOST_STEPS.

    An edition that cannot answer is passed over: the step leads from the one before it.
    """
    known = [found for found in editions(editions_dir()) if (found.built_at, found.id) < (edition.built_at, edition.id)]
    return _steps((edition, *known[:MOST_STEPS]))


@cached(LRUCache(KEPT), lock=RLock())
def _steps(line: tuple[Edition, ...]) -> tuple[Step, ...]:
    found, after = [], line[0]
    for before in line[1:]:
        try:
            found.append(Step(before, after, changes_between(before, after)))
        except QuestionFailed:
            continue
        after = before
    return tuple(found)


def last_changes(edition: Edition) -> Mapping[str, Edition]:
    """The edition by which each meeting last changed, by its present id; one that no kept step changed is missing."""
    found: dict[str, Edition] = {}
    for step in steps_to(edition):
        for change in step.changes:
            if change.after is not None:
                found.setdefault(change.event_id, step.after)
    return found


def first_known(edition: Edition) -> Edition:
    """The oldest edition from which kept steps lead to this one."""
    steps = steps_to(edition)
    return steps[-1].before if steps else edition


def sequence(edition: Edition) -> int:
    """A number that grows from edition to edition: the seconds from 2020 to its making, small enough until 2088."""
    return int((edition.built_at - EPOCH).total_seconds())


@cached(LRUCache(KEPT), lock=RLock())
def first_ids(edition: Edition) -> Mapping[str, str]:
    """Of each meeting that was called otherwise the id that it had; of several the first of them in order."""
    found: dict[str, str] = {}
    for row in ask(edition, "former_ids"):
        if row.kind == "event":
            found[row.new_id] = min(found.get(row.new_id, row.old_id), row.old_id)
    return found
