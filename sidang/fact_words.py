"""The values of facts in words, and two of them told apart."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sidang import words
from sidang.facts import Body, Dates, Document, Link, Participation, Place, Topic
from sidang.language import Language
from sidang.markdown import literal
from sidang.names import meeting_name

LONGEST_TEXT = 120
SHOWN_BEFORE = 40

Rendering = Callable[[Any], str]


def told_apart(before: Any, after: Any, renderings: Sequence[Rendering], empty: str = "") -> str:
    """Two values with an arrow between, in the first words in which they differ; at last with all that is known of them."""
    for rendering in (*renderings, _all_parts):
        told = _cut(*(empty if value is None else rendering(value) for value in (before, after)))
        if told[0] != told[1]:
            break
    return " → ".join(literal(text) for text in told)


def _cut(before: str, after: str) -> tuple[str, str]:
    """Two texts, long ones shown from shortly before where they begin to differ."""
    if max(len(before), len(after)) <= LONGEST_TEXT:
        return before, after
    start = max(0, _shared(before, after) - SHOWN_BEFORE)
    return _window(before, start), _window(after, start)


def _window(text: str, start: int = 0) -> str:
    end = start + LONGEST_TEXT
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _all_parts(value: Any) -> str:
    return " · ".join(part or "–" for part in value) if isinstance(value, tuple) else str(value)


def _shared(before: str, after: str) -> int:
    """How many signs two texts have in common at their beginning."""
    signs = enumerate(zip(before, after, strict=False))
    return next((place for place, (old, new) in signs if old != new), min(len(before), len(after)))


def renderings(field: str, language: Language) -> tuple[Rendering, ...]:
    """How a value of a field may be told, the plainest first."""
    codes = {
        "name_basis": words.basis_words,
        "ordinal_basis": words.basis_words,
        "dates_basis": words.basis_words,
        "mode_basis": words.basis_words,
        "dates_cover": words.cover_words,
        "status": words.status_words,
        "mode": words.mode_words,
        "level": words.level_words,
    }
    if field in codes:
        return (codes[field](language).__getitem__,)
    named = {"name": _name, "body": _body, "organization": _name, "pillar": _name}
    if field in named:
        return (partial(named[field], language), *_both_names(language))
    pairs: dict[str, tuple[Callable[[Language, Any], str], ...]] = {
        "dates": (_dates, _dates_and_end),
        "place": (_place, _place_and_country, _place_in_both_languages),
    }
    return tuple(partial(rendering, language) for rendering in pairs.get(field, ()))


def entry_words(language: Language, entry: Any) -> str:
    """An entry of a list in short: "Viet Nam (as member)", "Lantern Declaration (adopted)"."""
    if isinstance(entry, Link):
        return f"{words.link_words(language)[entry.kind]} {meeting_name(entry.meeting, language)}"
    if isinstance(entry, Topic):
        return f"{language.name(entry, 'topic')} ({words.topic_words(language)[entry.kind]})"
    if isinstance(entry, Document):
        return f"{language.name(entry)} ({words.relation_words(language)[entry.relation]})"
    if isinstance(entry, Participation):
        return f"{language.name(entry)} ({words.role_words(language)[entry.role]})"
    return language.name(entry)


def entry_renderings(entry: Any, language: Language) -> tuple[Rendering, ...]:
    """How an entry of a list may be told, the plainest first."""
    short = partial(entry_words, language)
    return (short, partial(_participation, language)) if isinstance(entry, Participation) else (short,)


def _participation(language: Language, entry: Participation) -> str:
    """A participation with all that is known of it: role, representative and office, level, presence."""
    details = [
        words.role_words(language)[entry.role],
        entry.representative,
        entry.representative_title,
        words.representation_words(language)[entry.representation] if entry.representation != "not_known" else None,
        words.attendance_words(language)[entry.attendance] if entry.attendance != "not_known" else None,
    ]
    return f"{language.name(entry)} ({', '.join(detail for detail in details if detail)})"


def _both_names(language: Language) -> tuple[Rendering, Rendering]:
    _ = language.text
    return (
        lambda record: _("{name}, in English", name=record.name or _("none")),
        lambda record: _("{name}, in Indonesian", name=record.name_indonesian or _("none")),
    )


def _name(language: Language, record: Any) -> str:
    return language.name(record) if record.name else str(record.name_indonesian)


def _body(language: Language, body: Body) -> str:
    own = body.acronym_indonesian if language.code == "id" else None
    return own or body.acronym or language.name(body)


def _dates(language: Language, dates: Dates) -> str:
    return language.dates(*dates)


def _dates_and_end(language: Language, dates: Dates) -> str:
    told = language.dates(*dates)
    return told if dates.end else language.text("{dates}, last day not known", dates=told)


def _place(language: Language, place: Place) -> str:
    if place.id is None:
        return language.text("{country}, city not known", country=language.name(place, "country_name"))
    return language.name(place)


def _place_and_country(language: Language, place: Place) -> str:
    return ", ".join([*([language.name(place)] if place.id else []), language.name(place, "country_name")])


def _place_in_both_languages(_: Language, place: Place) -> str:
    named = ((place.name, place.name_indonesian), (place.country_name, place.country_name_indonesian))
    return ", ".join(f"{name} ({indonesian or '–'})" for name, indonesian in named if name)
