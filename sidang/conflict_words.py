"""Conflicts between sources in words: what they are about, what each side says, which value is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sidang import words
from sidang.dates import is_date
from sidang.language import Language
from sidang.names import meeting_name, organization_name
from sidang.status_words import standing_word


@dataclass(frozen=True)
class Conflict:
    """One conflict: the rows of conflict_list.sql of its sides, in their order."""

    sides: tuple[Any, ...]

    @property
    def row(self) -> Any:
        """What is the same on every side."""
        return self.sides[0]

    @property
    def is_of_meeting(self) -> bool:
        """Whether it is about a meeting or who took part in it."""
        return self.row.event_id is not None


def conflicts_in(rows: Iterable[Any]) -> list[Conflict]:
    """The rows by conflict, in their order."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.conflict_id, []).append(row)
    return [Conflict(tuple(sides)) for sides in found.values()]


def about(conflict: Conflict, language: Language) -> str:
    """The record in words: "2nd ADMM", "Timor-Leste in ASEAN", "Timor-Leste at 13th ALAWMM"."""
    row, _ = conflict.row, language.text
    if row.event_id and row.participant_id:
        who = language.name(row, "participant_name")
        return _("{participant} at {meeting}", participant=who, meeting=meeting_name(row, language))
    if row.event_id:
        return meeting_name(row, language)
    if row.participant_id:
        who = language.name(row, "participant_name")
        return _("{participant} in {organization}", participant=who, organization=organization_name(row, language))
    if row.organization_id:
        return organization_name(row, language)
    return language.name(row, "record_name") if row.record_name else str(row.record_id)


def field_words(language: Language) -> Mapping[str, str]:
    """What the fields in conflict are called; an empty one is the record as a whole."""
    _ = language.text
    return {
        "": _("the record"),
        "start_date": _("first day"),
        "end_date": _("last day"),
        "place_id": _("place"),
        "mode": _("mode"),
        "ordinal": _("number"),
        "body_id": _("body"),
        "role": _("role"),
        "status": _("status"),
        "from_date": _("start"),
        "until_date": _("end"),
        "attested_from": _("first listed"),
        "attested_until": _("last listed"),
        "adopted_date": _("day of adoption"),
        "valid_from": _("in force from"),
        "valid_to": _("in force until"),
        "founded": _("day of founding"),
        "date": _("date"),
    }


def field_of(conflict: Conflict, language: Language) -> str:
    """The field in words; one that is new to the page by its name in the dataset."""
    field = conflict.row.field or ""
    return field_words(language).get(field, field)


def kept(conflict: Conflict, language: Language) -> str:
    """The value that the dataset keeps, in words; empty where it keeps none."""
    row = conflict.row
    value = str(row.kept_value or "")
    if row.kept_name:
        return language.name(row, "kept_name")
    if row.field == "mode":
        return words.mode_words(language)[value]
    if row.field == "role":
        return words.role_words(language)[value]
    if row.field == "status" and row.table_name == "statuses":
        return standing_word(language, value, "member")
    if row.field == "status":
        return words.status_words(language)[value]
    return in_words(value, value + language.mark_of_english, language)


def sides_in_words(conflict: Conflict, language: Language) -> str:
    """What the sides say, equal claims together: "14 Nov 2007: Page A (official), Page B (press) | 2006: Page C (press)"."""
    by_claim: dict[str, list[str]] = {}
    for row in conflict.sides:
        if row.claimed_value:
            by_claim.setdefault(claim(row, language), []).append(speaker(row, language))
    return " | ".join(f"{value}: {', '.join(dict.fromkeys(sources))}" for value, sources in by_claim.items())


def claim(row: Any, language: Language) -> str:
    """What a side says, dates written out."""
    return in_words(row.claimed_value, language.name(row, "claimed_value"), language)


def speaker(row: Any, language: Language) -> str:
    """Who says it: the publisher or site with its grade, or a source that is only named."""
    if row.source_name:
        return str(row.source_name)
    return f"{row.publisher or row.host} ({words.grade_words(language)[row.grade]})"


def in_words(value: str, named: str, language: Language) -> str:
    """A date written out, a number as it stands, else the words given."""
    if is_date(value) and len(value) >= 4:
        return language.date(value)
    return named if any(sign.isalpha() for sign in value) else value
