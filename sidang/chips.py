"""The filters in force as chips that remove themselves, and what to do where they leave nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from sidang.asking import Asking
from sidang.edition import Edition
from sidang.filters import draw_jump
from sidang.language import Language
from sidang.markdown import literal
from sidang.options import bodies_with_sub_bodies, names_of
from sidang.view import LISTED, View


@dataclass(frozen=True)
class Chip:
    """One value in force: a key of its own, what it says in the reader's language, and the view without it."""

    key: str
    words: str
    without: View


@lru_cache(maxsize=256)
def chips_of(edition: Edition, view: View, language: Language) -> tuple[Chip, ...]:
    """The values in force, in the order of the link."""
    return tuple(_chips(edition, view, language))


def draw_chips(edition: Edition, view: View, language: Language) -> None:
    """One chip a value, each removing itself, and Reset, which drops all and keeps the language."""
    chips = chips_of(edition, view, language)
    if not chips:
        return
    with st.container(key="chips", horizontal=True, gap="xsmall", vertical_alignment="center"):
        for chip in chips:
            draw_jump(
                literal(chip.words),
                chip.without,
                f"chip_{chip.key}",
                icon=":material/close:",
                icon_position="right",
                help=language.text("Remove this filter"),
            )
        draw_jump(language.text("Reset"), View(language=view.language), "reset", type="tertiary")


def filters_in_words(asking: Asking) -> str:
    """The filters in force as one text; without any, that all is in view."""
    _, words = asking.language.text, words_of(asking)
    return _("In view: {filters}", filters=" · ".join(words)) if words else _("All in view")


def words_of(asking: Asking) -> list[str]:
    """The values in force, each in words."""
    return [chip.words for chip in chips_of(asking.edition, asking.view.without("edition"), asking.language)]


def _chips(edition: Edition, view: View, language: Language) -> Iterator[Chip]:
    _ = language.text
    if view.years:
        first, last = view.years
        yield Chip("years", str(first) if first == last else f"{first}–{last}", view.without("years"))
    names = names_of(edition, language)
    for name in LISTED:
        chosen = getattr(view, name)
        for code in chosen:
            words = names[name].get(code, code)
            if name == "bodies" and code in bodies_with_sub_bodies(edition) and not view.is_without_sub_bodies:
                words = _("{body} and sub-bodies", body=words)
            if name == "countries":
                words = _("Held in: {country}", country=words)
            if name == "participants":
                words = _("With: {participant}", participant=words)
            rest = tuple(other for other in chosen if other != code)
            yield Chip(f"{name}_{code}", words, view.with_(**{name: rest}))
    if view.is_without_sub_bodies:
        yield Chip("is_without_sub_bodies", _("Without sub-bodies"), view.without("is_without_sub_bodies"))
    if view.is_involvement_counted:
        yield Chip("is_involvement_counted", _("Involved pillars too"), view.without("is_involvement_counted"))
    if view.search:
        yield Chip("search", f"“{view.search}”", view.without("search"))
    if view.is_planned_charted:
        yield Chip("is_planned_charted", _("Planned meetings in charts"), view.without("is_planned_charted"))
    if view.as_of and not view.edition:
        yield Chip("as_of", _("As of {day}", day=language.date(view.as_of)), view.without("as_of"))
