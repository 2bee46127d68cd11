"""The two languages: catalogues, dates, numbers, names built from parts."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from sidang.language import LOCALE, Language, language_of, languages, own_name
from sidang.messages import update_catalogues
from sidang.names import meeting_name, ordinal, where

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, INDONESIAN = Language("en"), Language("id")
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/sidang.po"))


def messages() -> set[tuple[str, ...]]:
    """Every message that the code asks a language for: one text, or the forms for one and for many."""
    return {
        message
        for path in [ROOT / "app.py", *sorted((ROOT / "sidang").glob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]
        for message in messages_in(ast.parse(path.read_text(encoding="utf-8")))
    }


def messages_in(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    """The literal messages in calls of _(), .text() and .count(); a message that is no literal fails the test."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            forms = {"_": 1, "text": 1, "count": 2}.get(name, 0)
            is_of_a_language = name == "_" or bool(
                isinstance(node.func, ast.Attribute) and re.search("language|^self$", ast.unparse(node.func.value))
            )
            if forms and is_of_a_language:
                yield tuple(ast.literal_eval(argument) for argument in node.args[:forms])


def catalogue(path: Path) -> Catalog:
    """A catalogue as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file)


def placeholders(text: str) -> set[str]:
    """The names in braces in a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", CATALOGUES, ids=str)
def test_a_catalogue_holds_exactly_the_messages_of_the_code(path: Path) -> None:
    """Nothing is missing from a catalogue and nothing in it is dead; `make messages` brings both in line."""
    found = {message.id if isinstance(message.id, tuple) else (message.id,) for message in catalogue(path) if message.id}
    assert found == messages()


@pytest.mark.parametrize("path", CATALOGUES, ids=str)
def test_every_message_is_translated_with_its_placeholders(path: Path) -> None:
    """No text is empty, none is marked as uncertain, and each names the same placeholders as the English one."""
    wrong = []
    for message in catalogue(path):
        if message.id:
            sources = message.id if isinstance(message.id, tuple) else (message.id,)
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            wanted = placeholders(str(sources[-1]))
            if message.fuzzy or any(not text or placeholders(str(text)) != wanted for text in texts):
                wrong.append(message.id)
    assert wrong == []


def test_catalogues_are_written_anew_without_losing_a_translation(tmp_path: Path) -> None:
    """A second run changes nothing; a dead text goes, a new one comes empty and is counted."""
    path = tmp_path / "id" / "LC_MESSAGES" / "sidang.po"
    path.parent.mkdir(parents=True)
    kept = CATALOGUES[0].read_text(encoding="utf-8")
    path.write_text(kept, encoding="utf-8")
    assert update_catalogues(tmp_path) == {path: 0}
    assert path.read_text(encoding="utf-8") == kept
    path.write_text(kept.replace('msgid "Pillar"\n', 'msgid "Dead"\n'), encoding="utf-8")
    assert update_catalogues(tmp_path) == {path: 1}
    assert path.read_text(encoding="utf-8") == kept.replace('msgid "Pillar"\nmsgstr "Pilar"', 'msgid "Pillar"\nmsgstr ""')


def test_the_languages_are_english_and_the_catalogues() -> None:
    """A third language is a new catalogue, no code."""
    assert languages() == ("en", "id")
    assert [own_name(code) for code in languages()] == ["English", "Indonesia"]


@pytest.mark.parametrize(
    ("chosen", "browser", "code"),
    [
        ("id", "en-GB", "id"),
        (None, "id-ID", "id"),
        (None, "fr-FR,fr;q=0.9", "en"),
        (None, "fr, id;q=0.8", "id"),
        ("fr", "id", "id"),
        (None, None, "en"),
    ],
)
def test_the_link_decides_the_language_then_the_browser(chosen: str | None, browser: str | None, code: str) -> None:
    """An unknown language falls to the next."""
    assert language_of(chosen, browser).code == code


@pytest.mark.parametrize(
    ("start", "end", "english", "indonesian"),
    [
        ("2023-08-10", "2023-08-10", "10 Aug 2023", "10 Agu 2023"),
        ("2018-05-24", "2018-05-25", "24–25 May 2018", "24–25 Mei 2018"),
        ("2023-11-27", "2023-12-01", "27 Nov – 1 Dec 2023", "27 Nov – 1 Des 2023"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024", "30 Des 2023 – 2 Jan 2024"),
        ("2024-10", None, "Oct 2024", "Okt 2024"),
        ("2024", None, "2024", "2024"),
        (None, None, "date not known", "tanggal tidak diketahui"),
    ],
)
def test_days_are_written_as_exactly_as_they_are_known(
    start: str | None, end: str | None, english: str, indonesian: str
) -> None:
    """A truncated date is never filled up, and a span repeats nothing."""
    assert (ENGLISH.dates(start, end), INDONESIAN.dates(start, end)) == (english, indonesian)


def test_numbers_have_the_separators_of_the_language() -> None:
    """A thousand has a comma in English and a point in Indonesian; shares are rounded, not cut."""
    assert (ENGLISH.number(1058), INDONESIAN.number(1058)) == ("1,058", "1.058")
    assert (ENGLISH.percent(0.666), INDONESIAN.percent(0.005)) == ("67 %", "0 %")


def test_counts_take_the_form_of_their_number() -> None:
    """English has one form for one and another for many, Indonesian one for all."""
    forms = [language.count("{n} meeting", "{n} meetings", n) for language in (ENGLISH, INDONESIAN) for n in (0, 1, 2, 1200)]
    assert forms[:4] == ["0 meetings", "1 meeting", "2 meetings", "1,200 meetings"]
    assert forms[4:] == ["0 pertemuan", "1 pertemuan", "2 pertemuan", "1.200 pertemuan"]


def test_several_things_are_listed_as_the_language_lists_them() -> None:
    """Both languages join the last one with a word."""
    assert ENGLISH.listing(["Jakarta", "Manila"]) == "Jakarta and Manila"
    assert INDONESIAN.listing(["Jakarta", "Manila"]) == "Jakarta dan Manila"


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (21, "21st"), (112, "112th")],
)
def test_english_ordinals(number: int, written: str) -> None:
    """The teens end in th."""
    assert ordinal(number) == written


def test_an_english_name_that_stands_in_is_marked() -> None:
    """On an Indonesian page a name without an Indonesian form is the English one with its mark, never in silence."""
    named = SimpleNamespace(name="Trade Council", name_indonesian="Dewan Perdagangan")
    nameless = SimpleNamespace(name="Trade Council", name_indonesian=None)
    assert (INDONESIAN.name(named), INDONESIAN.name(nameless)) == ("Dewan Perdagangan", "Trade Council [en]")
    assert ENGLISH.name(nameless) == "Trade Council"


@pytest.mark.parametrize(
    ("acronym", "own", "english", "indonesian"),
    [
        ("SOC-COM", None, "SOC-COM", "SOC-COM"),
        ("WG CoP", None, "WG CoP", "WG CoP"),
        ("AMM Retreat", "Retret AMM", "AMM Retreat", "Retret AMM"),
        ("AMM Retreat", None, "AMM Retreat", "AMM Retreat [en]"),
        ("EAS", "KTT Asia Timur", "EAS", "KTT Asia Timur"),
        (None, "KTT CICA", None, "KTT CICA"),
        (None, None, None, None),
    ],
)
def test_letters_are_the_same_in_every_language_and_words_are_not(
    acronym: str | None, own: str | None, english: str | None, indonesian: str | None
) -> None:
    """A short name without English words needs no Indonesian form and no mark."""
    row = SimpleNamespace(acronym=acronym, acronym_indonesian=own)
    assert (ENGLISH.short_name(row), INDONESIAN.short_name(row)) == (english, indonesian)


def meeting(**columns: Any) -> Any:
    """A row of event_list.sql of the 19th SOC-COM, with other columns where given."""
    row: dict[str, Any] = {
        "ordinal": 19, "name": None, "name_indonesian": None, "start_date": "2023-08-10", "mode": "virtual",
        "body_name": "Coordinating Conference", "body_name_indonesian": "Sidang Koordinasi",
        "body_acronym": "SOC-COM", "body_acronym_indonesian": None,
        "place_name": None, "place_name_indonesian": None, "country_name": None, "country_name_indonesian": None,
    }  # fmt: skip
    return SimpleNamespace(**(row | columns))


def test_a_numbered_meeting_is_named_by_body_and_ordinal() -> None:
    """Both languages build the name; nothing is stored."""
    assert meeting_name(meeting(), ENGLISH) == "19th SOC-COM"
    assert meeting_name(meeting(), INDONESIAN) == "SOC-COM ke-19"


def test_a_printed_name_comes_first_and_a_day_stands_in_for_a_number() -> None:
    """A source's own name wins; a meeting without number and name is told by its day."""
    assert meeting_name(meeting(name="Retreat", name_indonesian="Retret"), INDONESIAN) == "Retret"
    assert meeting_name(meeting(name="Retreat"), INDONESIAN) == "Retreat [en]"
    assert meeting_name(meeting(ordinal=None, start_date="2023-08"), ENGLISH) == "SOC-COM, Aug 2023"
    assert meeting_name(meeting(ordinal=None, body_acronym=None, start_date=None), INDONESIAN) == "Sidang Koordinasi"


def test_where_a_meeting_was_held_in_words() -> None:
    """Online, a city, a hybrid meeting's city, a country alone, or not known: five different things."""
    places = [
        {},
        {"mode": "in_person", "place_name": "Singapore", "place_name_indonesian": "Singapura"},
        {"mode": "hybrid", "place_name": "Manila", "place_name_indonesian": "Manila"},
        {"mode": "in_person", "country_name": "Japan", "country_name_indonesian": "Jepang"},
        {"mode": "unknown"},
    ]
    assert [where(meeting(**place), INDONESIAN) for place in places] == [
        "Daring", "Singapura", "Manila, hibrida", "Jepang, kota tidak diketahui", "Tidak diketahui",
    ]  # fmt: skip
