"""What has changed between two editions: meetings added, removed, and changed with the fields.

A meeting is the same in both when it has the same id, or when one edition's table of former ids leads from the other's
id to its own. Other renamed records (bodies, places, participants, documents) are no change of their meetings.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from sidang.edition import Edition
from sidang.facts import Present, by_id, facts_of
from sidang.questions import ask

KEPT = 4
KINDS = ("added", "removed", "changed")

FormerIds = dict[tuple[str, str], str]


@dataclass(frozen=True)
class FieldChange:
    """One field that differs; its values are those of sidang/facts.py, None or an empty tuple where nothing is known."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One meeting that differs. `event_id` is its id in the edition after, of a removed one that in the edition before.

    `before` and `after` are its rows of event_facts.sql; that of the edition in which it is not is None, and then there are
    no fields.
    """

    kind: Literal["added", "removed", "changed"]
    event_id: str
    before: Any
    after: Any
    fields: tuple[FieldChange, ...] = ()


@lru_cache(maxsize=KEPT)
def changes_between(before: Edition, after: Edition) -> tuple[Change, ...]:
    """What differs in the edition after from that before: added meetings, then removed, then changed, each latest first.

    Either may be the later one.

    Raises:
        QuestionFailed: when one of them cannot answer.
    """
    if before.id == after.id:
        return ()
    old, new = by_id(ask(before, "event_facts")), by_id(ask(after, "event_facts"))
    former_before, former_after = _former_ids(before), _former_ids(after)
    pairs = _pairs(old, new, former_before, former_after)
    of_old, of_new = _presents(former_before, former_after)
    found = []
    for old_id, new_id in pairs.items():
        if old[old_id] == new[new_id]:
            continue
        told = facts_of(old[old_id], old, of_old)
        now = facts_of(new[new_id], new, of_new)
        fields = tuple(FieldChange(field, told[field], now[field]) for field in told if told[field] != now[field])
        if fields:
            found.append(Change("changed", new_id, old[old_id], new[new_id], fields))
    met = set(pairs.values())
    found += [Change("added", event_id, None, row) for event_id, row in new.items() if event_id not in met]
    found += [Change("removed", event_id, row, None) for event_id, row in old.items() if event_id not in pairs]
    found.sort(key=lambda change: change.event_id)
    found.sort(key=lambda change: (change.after or change.before).start_date or "", reverse=True)
    return tuple(sorted(found, key=lambda change: KINDS.index(change.kind)))


def changes_in(changes: Collection[Change], ids_before: Collection[str], ids_after: Collection[str]) -> tuple[Change, ...]:
    """The changes of meetings that are in a view of the edition before, or in the same view of the edition after."""
    in_before, in_after = frozenset(ids_before), frozenset(ids_after)
    return tuple(
        change
        for change in changes
        if (change.before and change.before.event_id in in_before) or (change.after and change.after.event_id in in_after)
    )


def _former_ids(edition: Edition) -> FormerIds:
    return {(row.kind, row.old_id): row.new_id for row in ask(edition, "former_ids")}


def _pairs(old: dict[str, Any], new: dict[str, Any], former_before: FormerIds, former_after: FormerIds) -> dict[str, str]:
    """The meetings that are in both editions: the id before to that after, each at most once."""
    pairs = {event_id: event_id for event_id in old if event_id in new}
    for event_id in old:
        renamed = former_after.get(("event", event_id))
        if event_id not in pairs and renamed in new and renamed not in pairs.values():
            pairs[event_id] = renamed
    for event_id in new:
        renamed = former_before.get(("event", event_id))
        if event_id not in old and renamed in old and renamed not in pairs and event_id not in pairs.values():
            pairs[renamed] = event_id
    return pairs


def _presents(former_before: FormerIds, former_after: FormerIds) -> tuple[Present, Present]:
    """By which id records are compared: for those of the edition before, and for those of the edition after."""

    def of_before(kind: str, record_id: str) -> str:
        return former_after.get((kind, record_id), record_id)

    def of_after(kind: str, record_id: str) -> str:
        present = former_before.get((kind, record_id), record_id)
        return record_id if (kind, present) in former_after else present  # renamed, and back again

    return of_before, of_after
