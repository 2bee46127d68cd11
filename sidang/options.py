"""What the filter panel offers in a view: labels with counts, in the language of the page."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar

import numpy as np

from sidang.choice_counts import meetings_by_choice
from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.tally_rows import Numbers
from sidang.view import View

KEPT = 256
MOST_PLACES = MOST_BODIES = 300
INDENT = "\u2003"
LEVELS = ("summit", "ministerial", "senior_official", "committee", "working_group", "forum", "other")
WHOLE = ("pillars", "levels", "modes")
MODES = ("in_person", "virtual", "hybrid", "unknown")

Made = TypeVar("Made")


class Lazy(dict[str, Made]):
    """What belongs to each filter, made when it is first asked for: what is behind "More filters" is seldom shown."""

    def __init__(self, made: Callable[[str], Made]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, name: str) -> Made:
        return self.setdefault(name, self._made(name))


@dataclass(frozen=True)
class Options:
    """What can be chosen: for each filter its labels by code, each ending in the number of meetings it would leave.

    `years` is the number of meetings by year; those without a date stand under 0.
    """

    labels: Lazy[dict[str, str]]
    years: Mapping[int, int]


@lru_cache(maxsize=KEPT)
def options_in(edition: Edition, view: View, as_of: datetime.date, language: Language) -> Options:
    """The options of a view. Each filter is counted without its own choice, so that its other values stay in sight.

    Bodies stand in their tree and count the meetings of their sub-bodies unless those are left out. What would leave no
    meeting is not offered, unless it is chosen or belongs to a short list that is always whole (pillars, levels, modes). Of
    very many places or bodies those of most meetings are offered; other bodies can be typed, and the map and its table know
    the other places.
    """
    given = parameters_of(edition, view, as_of) | {"most": MOST_PLACES}
    counts = Lazy(partial(meetings_by_choice, edition, given))

    def labels(name: str) -> dict[str, str]:
        if name == "bodies":
            return dict(_tree(edition, view, counts[name], language))
        names, found, chosen = names_of(edition, language)[name], counts[name], getattr(view, name)
        codes = [code for code in names if name in WHOLE or code in found or code in chosen]
        if name == "organizations":
            codes.sort(key=lambda code: -found.get(code, 0))
        return {code: _label(name, names[code], language.number(found.get(code, 0))) for code in codes}

    return Options(Lazy(labels), {int(year or 0): meetings for year, meetings in counts["years"].items()})


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


@dataclass(frozen=True)
class Tree:
    """Bodies as they stand below one another: by number in `ids`, the highest first.

    `belongs` has a pair of numbers for each body and each of those that it counts for: its own and those above it. `parents`
    are by id, in the order in which siblings are offered.
    """

    ids: tuple[str, ...]
    numbers: Mapping[str, int]
    belongs: tuple[Numbers, Numbers]
    parents: Mapping[str, str | None]
    places: Mapping[str, int]


@lru_cache(maxsize=8)
def tree_of(edition: Edition) -> Tree:
    """The tree of bodies of an edition."""
    above: dict[str, list[str]] = {}
    parents: dict[str, str | None] = {}
    for row in ask(edition, "bodies"):
        parents[row.body_id] = row.parent_body_id
        for sub_body in row.sub_body_ids.split():
            above.setdefault(sub_body, []).append(row.body_id)
    ids = tuple(sorted(above, key=lambda body: len(above[body])))
    numbers = {body: number for number, body in enumerate(ids)}
    pairs = np.array([(numbers[body], numbers[code]) for body in ids for code in above[body]], np.int32).reshape(-1, 2)
    places = {body: place for place, body in enumerate(parents)}
    return Tree(ids, numbers, (pairs[:, 0], pairs[:, 1]), parents, places)


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
    tree = tree_of(edition)
    counts = np.zeros(len(tree.ids), np.int64)
    counts[[tree.numbers[body] for body in own]] = list(own.values())
    body, above = tree.belongs
    reach = np.bincount(above, weights=counts[body], minlength=len(tree.ids)).astype(np.int64)
    order = np.argsort(-reach, kind="stable")
    often = order[: min(MOST_BODIES, np.count_nonzero(reach))]
    offered = {*(tree.ids[number] for number in often.tolist()), *(body for body in view.bodies if body in tree.places)}
    below: dict[str | None, list[str]] = {}
    for code in sorted(offered, key=tree.places.__getitem__):
        parent = tree.parents[code]
        below.setdefault(parent if parent in offered else None, []).append(code)
    whole = {code: int(reach[tree.numbers[code]]) for code in offered}
    total = own if view.is_without_sub_bodies else whole
    names = body_names(edition, language)

    def walk(codes: Iterable[str], depth: int) -> Iterator[tuple[str, str]]:
        for code in sorted(codes, key=whole.__getitem__, reverse=True):
            indent = "" if code in view.bodies else INDENT * depth
            yield code, f"{indent}{names[code]} ({language.number(total.get(code, 0))})"
            yield from walk(below.get(code, ()), depth + 1)

    yield from walk(below.get(None, ()), 0)
