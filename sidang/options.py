"""What the filter panel offers in a view: labels with counts, in the language of the page."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sidang.edition import Edition
from sidang.language import Language
from sidang.questions import ask, parameters_of, rows_of
from sidang.text import fold
from sidang.view import View

KEPT = 256


@dataclass(frozen=True)
class Options:
    """What can be chosen, as labels by code; each label ends in the number of meetings it would leave in the view."""

    bodies: dict[str, str]
    organizations: dict[str, str]
    pillars: dict[str, str]


@lru_cache(maxsize=KEPT)
def options_in(edition: Edition, view: View, as_of: datetime.date, language: Language) -> Options:
    """The options of a view. Each filter is counted without its own choice, so that its other values stay in sight.

    Organizations without a meeting in view are left out unless they are chosen.
    """

    def rows(question: str, own: str) -> list[Any]:
        return rows_of(ask(edition, question, parameters_of(view.without(own), as_of)))

    return Options(
        bodies={
            row.body_id: f"{body_name(row, language)} ({language.number(row.meetings)})"
            for row in rows("body_options", "bodies")
        },
        organizations={
            row.organization_id: f"{row.acronym or language.name(row)} {language.number(row.meetings)}"
            for row in rows("organization_options", "organizations")
            if row.meetings or row.organization_id in view.organizations
        },
        pillars={
            row.pillar_id: f"{language.name(row)} {language.number(row.meetings)}"
            for row in rows("pillar_options", "pillars")
        },
    )


def body_name(row: Any, language: Language) -> str:
    """A body as it is offered: acronym and name, or the name alone where it has no other."""
    name = language.name(row)
    acronym = (row.acronym_indonesian if language.code == "id" else None) or row.acronym
    return f"{acronym} · {name}" if acronym and acronym != name else name


@lru_cache(maxsize=8)
def bodies_by_name(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The bodies that bear each name, alias or acronym of either language, by its folded form."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows_of(ask(edition, "body_aliases")):
        name, body = fold(str(row.name)), str(row.body_id)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), body)))
    return found


@lru_cache(maxsize=KEPT)
def filter_words(edition: Edition, view: View, language: Language) -> tuple[str, ...]:
    """The filters in force, each in words."""
    words = []
    if view.years:
        first, last = view.years
        words.append(str(first) if first == last else f"{first}–{last}")
    everything = parameters_of(View(), datetime.date.min)
    for question, key, chosen in (
        ("body_options", "body_id", view.bodies),
        ("organization_options", "organization_id", view.organizations),
        ("pillar_options", "pillar_id", view.pillars),
    ):
        if chosen:
            named = {getattr(row, key): row for row in rows_of(ask(edition, question, everything))}
            words += [
                getattr(named[code], "acronym", None) or language.name(named[code]) for code in chosen if code in named
            ]
    if view.search:
        words.append(f"“{view.search}”")
    return tuple(words)
