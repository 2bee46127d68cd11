"""What the filter panel offers in a view: labels with counts, in the language of the page."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.view import LISTED, View

KEPT = 256
MOST_PLACES = MOST_BODIES = 300
INDENT = "\u2003"
LEVELS = ("summit", "ministerial", "senior_official", "committee", "working_group", "forum", "other")
WHOLE = ("pillars", "levels", "modes")
MODES = ("in_person", "virtual", "hybrid", "unknown")


class Labels(dict[str, dict[str, str]]):
    """The labels of each filter, worded when they are first asked for: those behind "More filters" are seldom shown."""

    def __init__(self, worded: Callable[[str], dict[str, str]]) -> None:
        super().__init__()
        self._worded = worded

    def __missing__(self, name: str) -> dict[str, str]:
        return self.setdefault(name, self._worded(name))


@dataclass(frozen=True)
class Options:
    """What can be chosen: for each filter its labels by code, each ending in the number of meetings it would leave.

    `years` is the number of meetings by year; those without a date stand under 0.
    """

    labels: Labels
    years: Mapping[int, int]


@lru_cache(maxsize=KEPT)
def options_in(edition: Edition, view: View, as_of: datetime.date, language: Language) -> Options:
    """The options of a view. Each filter is counted without its own choice, so that its other values stay in sight.

    Bodies stand in their tree and count the meetings of their sub-bodies unless those are left out. What would leave no
    meeting is not offered, unless it is chosen or belongs to a short list that is always whole (pillars, levels, modes). Of
    very many places or bodies those of most meetings are offered; other bodies can be typed, and the map and its table know
    the other places.
    """
    counts: dict[str, dict[str, int]] = {name: {} for name in ("years", *LISTED)}
    for row in ask(edition, "choices", parameters_of(edition, view, as_of) | {"most": MOST_PLACES}):
        if row.meetings:
            counts[row.filter][row.code] = row.meetings

    def labels(name: str) -> dict[str, str]:
        if name == "bodies":
            return dict(_tree(edition, view, counts[name], language))
        names, found, chosen = names_of(edition, language)[name], counts[name], getattr(view, name)
        codes = [code for code in names if name in WHOLE or code in found or code in chosen]
        if name == "organizations":
            codes.sort(key=lambda code: -found.get(code, 0))
        return {code: _label(name, names[code], language.number(found.get(code, 0))) for code in codes}

    return Options(Labels(labels), {int(year or 0): meetings for year, meetings in counts["years"].items()})


@lru_cache(maxsize=8)
def names_of(edition: Edition, language: Language) -> dict[str, dict[str, str]]:
    """The name of every code of every filter, short where there is an acronym, in the order in which they are offered."""

    def named(question: str, key: str, name: Any = short_name) -> dict[str, str]:
        return {getattr(row, key): name(row, language) for row in ask(edition, question)}

    def full(row: Any, language: Language) -> str:
        return language.name(row)

    def organization(row: Any, language: Language) -> str:
        country = next((one for one in countries if row.kind == "national" and one.name in row.name), None)
        if country is None:
            return short_name(row, language)
        return language.text("{country} (national)", country=language.name(country))

    countries = ask(edition, "countries")

    return {
        "bodies": named("bodies", "body_id"),
        "organizations": named("organizations", "organization_id", organization),
        "pillars": pillar_names(edition, language),
        "levels": level_names(language),
        "countries": named("countries", "country_id", full),
        "places": named("places", "place_id", full) | whereabouts_names(language),
        "participants": named("participants", "participant_id", full),
        "modes": mode_names(language),
        "topics": named("topics", "topic_id", full),
    }


@lru_cache(maxsize=8)
def pillar_names(edition: Edition, language: Language) -> dict[str, str]:
    """Names of the pillars by id, in their fixed order."""
    return {row.pillar_id: language.name(row) for row in ask(edition, "pillars")}


def level_names(language: Language) -> dict[str, str]:
    """The levels on which bodies meet, from the highest down."""
    _ = language.text
    names = (
        _("Summit"), _("Ministerial"), _("Senior officials"), _("Committee"), _("Working group"), _("Forum"),
        _("Other level"),
    )  # fmt: skip
    return dict(zip(LEVELS, names, strict=True))


def whereabouts_names(language: Language) -> dict[str, str]:
    """What is said of meetings that were held in no known city or area."""
    _ = language.text
    return {"online": _("Online"), "country_only": _("City not known"), "unknown": _("Place not known")}


def mode_names(language: Language) -> dict[str, str]:
    """How a meeting was held."""
    _ = language.text
    return dict(zip(MODES, (_("In person"), _("Online"), _("Hybrid"), _("Mode not known")), strict=True))


def short_name(row: Any, language: Language) -> str:
    """The acronym in the language of the page where there is one, else the other one, else the name."""
    return language.short_name(row) or language.name(row)


def body_name(row: Any, language: Language) -> str:
    """A body as it is offered: acronym and name, or the name alone where it has no other."""
    name = language.name(row)
    acronym = language.short_name(row)
    return f"{acronym} · {name}" if acronym and acronym != name else name


@lru_cache(maxsize=8)
def bodies_above(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Each body with itself and those above it, the highest bodies first."""
    above: dict[str, list[str]] = {}
    for row in ask(edition, "bodies"):
        for sub_body in row.sub_body_ids.split():
            above.setdefault(sub_body, []).append(row.body_id)
    return {body: tuple(above[body]) for body in sorted(above, key=lambda body: len(above[body]))}


@lru_cache(maxsize=8)
def body_names(edition: Edition, language: Language) -> dict[str, str]:
    """Every body as it is offered: acronym and name, or the name alone where it has no other."""
    return {row.body_id: body_name(row, language) for row in ask(edition, "bodies")}


@lru_cache(maxsize=8)
def bodies_with_sub_bodies(edition: Edition) -> frozenset[str]:
    """The bodies that have others below them."""
    return frozenset(row.parent_body_id for row in ask(edition, "bodies") if row.parent_body_id)


def _label(name: str, words: str, number: str) -> str:
    return f"{words} ({number})" if name in ("countries", "places", "participants", "topics") else f"{words} {number}"


def _tree(edition: Edition, view: View, own: Mapping[str, int], language: Language) -> Iterator[tuple[str, str]]:
    above = bodies_above(edition)
    reach: Counter[str] = Counter()
    for body, meetings in own.items():
        for code in above[body]:
            reach[code] += meetings
    often = sorted((code for code in above if code in reach), key=reach.__getitem__, reverse=True)[:MOST_BODIES]
    offered = {*often, *view.bodies}
    below: dict[str | None, list[str]] = {}
    for row in ask(edition, "bodies"):
        if row.body_id in offered:
            below.setdefault(row.parent_body_id if row.parent_body_id in offered else None, []).append(row.body_id)
    total = own if view.is_without_sub_bodies else reach
    names = body_names(edition, language)

    def walk(codes: Iterable[str], depth: int) -> Iterator[tuple[str, str]]:
        for code in sorted(codes, key=reach.__getitem__, reverse=True):
            indent = "" if code in view.bodies else INDENT * depth
            yield code, f"{indent}{names[code]} ({language.number(total.get(code, 0))})"
            yield from walk(below.get(code, ()), depth + 1)

    yield from walk(below.get(None, ()), 0)
