"""The lists for machines: which rows of a view there are, with the fields of api_fields.py, some at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sidang.api_kinds import KINDS
from sidang.api_types import Fields, Kind
from sidang.asked import Asked
from sidang.language import ENGLISH, UNTRANSLATED, Language
from sidang.names import meeting_name
from sidang.parameters import parameters_of
from sidang.questions import Rows, one, portions
from sidang.search import documents_in_view

Row = dict[str, Any]
IN_ENGLISH, IN_INDONESIAN = Language(ENGLISH), Language("id")


@dataclass(frozen=True)
class Listing:
    """A list, or a page of it: how many rows there are in all, those asked for in portions, counts of meetings by state."""

    total: int
    portions: Iterator[list[Row]]
    counts: dict[str, int] | None = None


def listing(kind: Kind, asked: Asked, most: int | None, skipped: int) -> Listing:
    """The rows of a kind in the view that is asked for; `most` None means all.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    match kind.path:
        case "events":
            return _events(asked, most, skipped)
        case "sources":
            return _sources(asked, most, skipped)
        case "statuses":
            rows: Iterable[Row] = statuses(asked, asked.own.get("period") == "all")
        case "documents":
            rows = told(kind.fields, documents_in_view(asked))
        case _:
            rows = told(kind.fields, asked.ask("body_register" if kind.path == "bodies" else "participant_register"))
    every = list(rows)
    return Listing(len(every), iter([every[skipped : None if most is None else skipped + most]]))


def told(fields: Fields, rows: Rows) -> list[Row]:
    """Rows of a question as objects with these fields, which are columns of the question."""
    names = [field.name for field in fields]
    return [{name: getattr(row, name) for name in names} for row in rows]


def titled(row: Any) -> Row:
    """What a meeting is called in both languages."""
    indonesian = meeting_name(row, IN_INDONESIAN)
    return {
        "title": meeting_name(row, IN_ENGLISH),
        "title_indonesian": None if UNTRANSLATED in indonesian else indonesian,
    }


def met(fields: Fields, rows: Rows) -> list[Row]:
    """Rows of meetings as objects with these fields, titles among them."""
    names = [field.name for field in fields if field.name not in ("title", "title_indonesian")]
    order = [field.name for field in fields]
    return [_ordered(titled(row) | {name: getattr(row, name) for name in names}, order) for row in rows]


def statuses(asked: Asked, is_of_all_time: bool) -> list[Row]:
    """The statuses of those asked for: of every time, or those that hold on the day."""
    chosen = {"participants": asked.view.participants, "organizations": asked.view.organizations}
    spans = {row.status_id: row for row in asked.ask("status_spans", **chosen)}
    held = {row.status_id: row.is_certain for row in asked.ask("held_statuses", **chosen)}
    fields = tuple(field for field in KINDS["statuses"].fields if field.name != "is_certain")
    shown = spans if is_of_all_time else held
    return [told(fields, (spans[code],))[0] | {"is_certain": held.get(code)} for code in shown]


def _events(asked: Asked, most: int | None, skipped: int) -> Listing:
    figures = one(asked.ask("view_figures"))
    counts = {name: getattr(figures, name) for name in ("announced", "upcoming", "other")}
    counts = {"held": figures.meetings, **counts}
    parameters = parameters_of(asked.edition, asked.view, asked.as_of)
    settings = {"sort": asked.view.sort, "language": asked.language.code, "most": most, "skipped": skipped}
    found = portions(asked.edition, "events_in_order", parameters | settings)
    return Listing(sum(counts.values()), (met(KINDS["events"].fields, rows) for rows in found), counts)


def _sources(asked: Asked, most: int | None, skipped: int) -> Listing:
    parameters = parameters_of(asked.edition, asked.view, asked.as_of)
    settings = {"is_filtered": asked.view.is_filtered, "most": most, "skipped": skipped}
    total = one(asked.ask("source_count", is_filtered=asked.view.is_filtered)).sources
    found = portions(asked.edition, "source_register", parameters | settings)
    return Listing(total, (told(KINDS["sources"].fields, rows) for rows in found))


def _ordered(row: Row, order: list[str]) -> Row:
    return {name: row[name] for name in order}
