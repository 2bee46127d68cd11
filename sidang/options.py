"""What the filter panel offers in a view: labels with counts, in the language of the page."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import ask
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

    Bodies count the meetings of their sub-bodies. Organizations without a meeting in view are left out unless chosen.
    """
    bodies = ask(edition, "bodies")

    def counted(own: str) -> dict[str, int]:
        found = ask(edition, "meetings_by_body", parameters_of(edition, view.without(own), as_of))
        return {row.body_id: row.meetings for row in found}

    by_body, by_pillar, by_organization = counted("bodies"), Counter[str](), Counter[str]()
    for total, own, column in ((by_pillar, "pillars", "pillar_id"), (by_organization, "organizations", "organization_id")):
        of_body = counted(own)
        for body in bodies:
            total[getattr(body, column)] += of_body.get(body.body_id, 0)
    with_sub_bodies = {
        body.body_id: sum(by_body.get(sub_body, 0) for sub_body in body.sub_body_ids.split()) for body in bodies
    }
    return Options(
        bodies={
            body.body_id: f"{body_name(body, language)} ({language.number(with_sub_bodies[body.body_id])})"
            for body in sorted(bodies, key=lambda body: -with_sub_bodies[body.body_id])
        },
        organizations={
            row.organization_id: f"{short_name(row, language)} {language.number(by_organization[row.organization_id])}"
            for row in sorted(ask(edition, "organizations"), key=lambda row: -by_organization[row.organization_id])
            if by_organization[row.organization_id] or row.organization_id in view.organizations
        },
        pillars={
            pillar: f"{name} {language.number(by_pillar[pillar])}"
            for pillar, name in pillar_names(edition, language).items()
        },
    )


@lru_cache(maxsize=8)
def pillar_names(edition: Edition, language: Language) -> dict[str, str]:
    """Names of the pillars by id, in their fixed order."""
    return {row.pillar_id: language.name(row) for row in ask(edition, "pillars")}


def short_name(row: Any, language: Language) -> str:
    """The acronym in the language of the page where there is one, else the other one, else the name."""
    return language.short_name(row) or language.name(row)


def body_name(row: Any, language: Language) -> str:
    """A body as it is offered: acronym and name, or the name alone where it has no other."""
    name = language.name(row)
    acronym = language.short_name(row)
    return f"{acronym} · {name}" if acronym and acronym != name else name


@lru_cache(maxsize=8)
def bodies_by_name(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The bodies that bear each name, alias or acronym of either language, by its folded form."""
    found: dict[str, tuple[str, ...]] = {}
    for row in ask(edition, "body_aliases"):
        name, body = fold(str(row.name)), str(row.body_id)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), body)))
    return found


@lru_cache(maxsize=KEPT)
def filter_words(edition: Edition, view: View, language: Language) -> tuple[str, ...]:
    """The filters in force, each in words; the search as code, so that no link can write on the page."""
    words = []
    if view.years:
        first, last = view.years
        words.append(str(first) if first == last else f"{first}–{last}")
    for question, key, chosen in (
        ("bodies", "body_id", view.bodies),
        ("organizations", "organization_id", view.organizations),
    ):
        if chosen:
            named = {getattr(row, key): short_name(row, language) for row in ask(edition, question)}
            words += [named[code] for code in chosen if code in named]
    words += [name for pillar, name in pillar_names(edition, language).items() if pillar in view.pillars]
    if view.search:
        words.append("`" + view.search.replace("`", "'") + "`")
    return tuple(words)
