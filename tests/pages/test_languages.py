"""No text of a page stands outside the catalogues, and no English word stays on an Indonesian page.

Each page that app.py registers is opened by several links, and every text that it sends to the browser is read.
"""

import inspect
import re
import shutil
import string
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from babel import Locale
from babel.messages.pofile import read_po
from babel.support import NullTranslations

from sidang import language as languages_module
from sidang import query_files
from sidang.build import build
from sidang.codebook import codebook_of
from sidang.data_downloads import STEPS
from sidang.data_editions import HASH_PIECE
from sidang.edition import Edition, cursor
from sidang.language import ENGLISH_WORD, LOCALE, Language, languages, own_name
from sidang.names import meeting_name
from sidang.navigation import PRODUCT
from sidang.questions import ask
from sidang.view import SECTIONS
from tests.pages.reading import page_files, registered_pages, texts_of_page
from tests.small import copy_small, edit

# What the README tells readers about a name without an Indonesian form.
MARK = " [en]"
WORD = re.compile(r"[^\W\d_]+")
# Texts of the data that are the same in every language, beside the ids, by table and column.
SAME_IN_EVERY_LANGUAGE = {
    "place_names": ["name"],
    "events": ["venue"],
    "participations": ["representative"],
    "office_terms": ["holder"],
    "sources": ["title", "publisher", "host"],
    "conflict_claims": ["source_name"],
    "participant_names": ["name"],
    "body_names": ["name"],
}
# Columns whose value is a day or a number where no Indonesian form is given.
NEUTRAL = {"claimed_value"}
# Columns that have no Indonesian form and are shown with the mark.
ENGLISH_ALONE = {
    "statuses": ["basis"],
    "citations": ["claimed_value"],
    "events": ["note"],
    "documents": ["note"],
    "participations": ["representative_title"],
    "conflicts": ["kept_value"],
}
REASONS = {
    "ke": "the number of a meeting, 'SOC-COM ke-19', is built by sidang/names.py",
    "app": "the test of Streamlit names the file that it starts",
    PRODUCT: "the name of the dashboard",
    "Natural": "the boundary data on the map are called Natural Earth",
    "Earth": "the boundary data on the map are called Natural Earth",
    "Shift": "the key is called so on every keyboard",
    "TLS": "the participant of the page of Timor-Leste, whom the small dataset does not know",
    **dict.fromkeys(STEPS, "units of bytes are the same in every language"),
    "m": "the scale of the boundary data, 1:50m",
    **dict.fromkeys(("PDF", "DOCX", "PNG", "SVG", "CSV", "XLSX"), "a kind of file is called so in every language"),
    **{word: "a language is called what it calls itself" for code in languages() for word in WORD.findall(own_name(code))},
}
LINKS = {
    "all": {},
    "filtered": {"year": "2018-2021", "body": "league-summit,culture-council", "org": "league", "pillar": "ascc,cross"},
    "one body": {"body": "ring-summit"},
    "searched": {"q": "water"},
    "empty": {"year": "2003"},
    "broken": {"body": "ring-summit,nobody", "year": "1800", "colour": "red", "q": "x" * 300, "as_of": "2020-13"},
    "reversed": {"year": "2021-2018"},
    "another day": {"as_of": "2020-01-01"},
    "another day of plans": {"as_of": "2025-11-30"},
    "a meeting and a year": {"id": "league-summit-1", "at": "2018"},
    "planned, by level": {"status": "all", "split": "level", "place": "arville-xaa"},
    "countries": {"map": "countries", "country": "xab", "extent": "asia"},
}
REAL_LINKS = {
    "all": {},
    "one body": {"body": "ascc-council"},
    "filtered": {"year": "2018-2023", "org": "apt,eas", "pillar": "ascc"},
    "another day": {"as_of": "2022-12-01", "body": "amm"},
    "lines and a place": {"id": "cica-ministerial-6", "place": "astana-kaz", "zoom": "2"},
    "countries": {"map": "countries", "status": "all", "country": "idn"},
}
STATUS_LINKS = {
    "all": {},
    "empty": {"year": "2003", "org": "arland-national"},
    "a cell": {"id": "xac.league", "as_of": "2014-06-01", "since": "2011-03-01", "read": "participant"},
    "a participant": {"id": "xac", "with": "xac", "as_of": "2022-12-01"},
    "a participant without a status": {"id": "corland-administration"},
    "nobody": {"id": "nobody.league", "since": "1800-01-01", "as_of": "1960-01-01"},
    "another order of days": {"as_of": "2011-03-04", "since": "2020-01-01"},
}
REAL_STATUS_LINKS = {
    "a cell": {"id": "tls.asean", "as_of": "2023-08-10", "org": "asean,cica"},
    "a participant": {"id": "east-timor"},
    "another participant": {"id": "tur", "as_of": "2014-01-01", "with": "tur"},
}

# On each page of pages/records/, though it concerns one of them only: the others say that there is no such record.
RECORD_LINKS = {
    "all": {},
    "a meeting": {"id": "culture-council-1"},
    "a former id, another day": {"id": "league-summit-001", "as_of": "2019-01-01"},
    "a disputed month": {"id": "league-summit-2"},
    "a plan": {"id": "culture-officials-4", "as_of": "2025-11-30"},
    "a body": {"id": "culture-council", "year": "2018-2021"},
    "a body with an office": {"id": "ring-summit"},
    "a document": {"id": "lantern-declaration-2018"},
    "empty": {"year": "2003", "org": "ring", "q": "nothing at all"},
}
REAL_RECORD_LINKS = {
    "a meeting": {"id": "soc-com-19"},
    "a summit": {"id": "asean-summit-47"},
    "a body": {"id": "soc-com"},
    "an organization's root": {"id": "cica"},
    "a document": {"id": "culture-of-prevention-2017"},
    "filtered": {"org": "asean", "pillar": "ascc", "year": "2015-2025", "with": "tls"},
}

DATA_LINKS = {
    "coverage": {},
    "one body": {"body": "ring-officials"},
    "searched": {"q": "water", "section": "conflicts"},
    "empty": {"year": "2003"},
    **{section: {"section": section} for section in SECTIONS[1:]},
    "a conflict": {"section": "conflicts", "id": "summit-2-month"},
    "editions that are not there": {"section": "editions", "before": "1.0.0-0123456789ab", "after": "x"},
}
REAL_DATA_LINKS = {
    **{section: {"section": section} for section in SECTIONS},
    "a conflict": {"section": "conflicts", "id": "admm-2-year", "body": "admm"},
}

SMALL = {"explore": LINKS, "status": STATUS_LINKS, "records": RECORD_LINKS, "trust": DATA_LINKS}
REAL = {"explore": REAL_LINKS, "status": REAL_STATUS_LINKS, "records": REAL_RECORD_LINKS, "trust": REAL_DATA_LINKS}

Phrases = dict[str, list[tuple[str, ...]]]


class Bracketed(NullTranslations):
    """A made-up language: each message is its English between brackets, what fills its placeholders outside of them."""

    def gettext(self, message: str) -> str:
        """The message with brackets around what is not filled in."""
        parts = string.Formatter().parse(message)
        return "".join((f"⟦{text}⟧" if text else "") + (f"{{{name}}}" if name else "") for text, name, _, _ in parts)

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        """The form for one or for many, with its brackets."""
        return self.gettext(msgid1 if num == 1 else msgid2)


def forget_texts() -> None:
    """Empty the caches that hold texts of a page."""
    st.cache_data.clear()
    for name, module in list(sys.modules.items()):
        for cached in vars(module).values() if name.startswith("sidang.") else ():
            if hasattr(cached, "cache_clear") and "language" in inspect.signature(cached).parameters:
                cached.cache_clear()


@pytest.fixture
def made_up_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Indonesian pages with the made-up language in place of the catalogue."""
    monkeypatch.setattr(languages_module, "_translations", lambda code: Bracketed())
    forget_texts()
    yield
    forget_texts()


@pytest.fixture
def edition(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The small or the real edition, as the application finds it."""
    found: Edition = request.getfixturevalue(request.param)
    monkeypatch.setenv("SIDANG_VAR", str(found.path.parent.parent))
    return found


def cases() -> list[object]:
    """Every page under its links of both editions."""
    return [
        pytest.param(edition, page, link, id=f"{Path(page).stem}-{edition.removesuffix('_edition')}-{name}")
        for edition, links in (("small_edition", SMALL), ("real_edition", REAL))
        for page in registered_pages()
        for name, link in links[Path(page).parent.name].items()
    ]


@cache
def names_in_indonesian(edition: Edition) -> frozenset[str]:
    """The names that an Indonesian page may show: Indonesian ones, letters alone, English ones with their mark, ids."""
    asked = cursor(edition)
    found: set[str] = {edition.id, edition.content_hash[:HASH_PIECE]}
    columns = asked.execute("select table_name, column_name from information_schema.columns order by all").fetchall()
    for table, column in columns:
        if (column.endswith("_id") and column != "pillar_id") or column in SAME_IN_EVERY_LANGUAGE.get(table, ()):
            found |= {str(name) for (name,) in asked.execute(f'select distinct "{column}" from "{table}"').fetchall()}
        if column in ENGLISH_ALONE.get(table, ()):
            found |= {f"{name}{MARK}" for (name,) in asked.execute(f'select distinct "{column}" from "{table}"').fetchall()}
        english = column.removesuffix("_indonesian")
        if english != column and (table, english) in columns:
            for name, own in asked.execute(f'select distinct "{english}", "{column}" from "{table}"').fetchall():
                is_the_same = english in NEUTRAL or (english == "acronym" and not ENGLISH_WORD.search(name or "a b"))
                found.add(own or (name if is_the_same else f"{name}{MARK}"))
    found |= set(texts_of_the_codebook(edition))
    found |= {name for (name,) in asked.execute("select acronym from organizations where acronym is not null").fetchall()}
    return frozenset(found)


def texts_of_the_codebook(edition: Edition) -> Iterator[str]:
    """Names, types and examples of the descriptor as they are, its descriptions with their mark."""
    for table in codebook_of(edition) or ():
        yield from (table.name, table.key, f"{table.description}{MARK}")
        for field in table.fields:
            yield from (field.name, field.type, field.example, f"{field.description}{MARK}", f"{field.constraints}{MARK}")


@cache
def titles_in_english(edition: Edition) -> frozenset[str]:
    """What the records of an edition are called in English, which their pages show beside the Indonesian name."""
    english = Language("en")
    tables = (
        ("bodies", ("name", "acronym", "acronym_indonesian")),
        ("documents", ("name",)),
        ("participants", ("name",)),
    )
    found = {meeting_name(row, english) for row in ask(edition, "event_facts")}
    for table, columns in tables:
        for column in columns:
            found |= {name for (name,) in cursor(edition).execute(f"select {column} from {table}").fetchall()}
    return frozenset(found - {None})


def own_texts(texts: list[str], page: str, edition: Edition) -> list[str]:
    """The texts of a page that are to be in its language: all but a line of what its record is called in another one."""
    is_of_a_record = page.startswith("pages/records/") or page == "pages/status/participant.py"
    shown = titles_in_english(edition) if is_of_a_record else frozenset()
    return [text for text in texts if not {part.replace("\\", "") for part in text.split(" · ")} <= shown]


@cache
def phrases_of(names: frozenset[str]) -> Phrases:
    """Names as sequences of words, by their first word, the longest first."""
    found: Phrases = {}
    for words in {tuple(WORD.findall(name)) for name in names} - {()}:
        found.setdefault(words[0], []).append(words)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


@cache
def words_of_cldr() -> frozenset[str]:
    """The words that dates and lists are made of in Indonesian, and the names of languages."""
    locale = Locale.parse("id")
    months = [name for form in ("wide", "abbreviated") for name in locale.months["format"][form].values()]
    texts = [*months, *locale.list_patterns["standard"].values(), *locale.languages.values()]
    return frozenset(word for text in texts for word in WORD.findall(text))


@cache
def words_of_the_catalogue() -> frozenset[str]:
    """The words of the Indonesian texts, as they are written."""
    with (LOCALE / "id" / "LC_MESSAGES" / "sidang.po").open("rb") as file:
        messages = [message.string for message in read_po(file) if message.id]
    forms = [str(form) for message in messages for form in ([message] if isinstance(message, str) else message or [])]
    return frozenset(word for form in forms for word in WORD.findall(re.sub(r"\{\w+\}", " ", form)))


def unexplained(text: str, phrases: Phrases, words: Iterable[str]) -> list[str]:
    """The words of a text that are neither part of a whole name nor among the words. Where that leaves some, each part of
    a list "A (b), C (d)" is read by itself, so that no name begins in one part and ends in the next.
    """
    left = _unexplained(text, phrases, words)
    return [word for part in text.split("), ") for word in _unexplained(part, phrases, words)] if left else left


def _unexplained(text: str, phrases: Phrases, words: Iterable[str]) -> list[str]:
    plain = re.sub(r":material/\w+:|%\{[^}]*\}|<[^>]*>", " ", text)
    found, at, left = WORD.findall(plain), 0, []
    while at < len(found):
        fitting = (name for name in phrases.get(found[at], ()) if tuple(found[at : at + len(name)]) == name)
        name = next(fitting, ())
        if not name and found[at] not in words:
            left.append(found[at])
        at += len(name) or 1
    return left


def words_of_a_link(link: dict[str, str]) -> set[str]:
    """The words of a link, which a notice may repeat."""
    return {word for key, value in link.items() for word in WORD.findall(f"{key} {value}")}


def detail() -> str:
    """With what a text begins that hands on the words of an error, in English for whoever runs the dashboard."""
    return Language("id").text("Technical detail, in English: {detail}", detail="")


@pytest.fixture(params=["failing query", "damaged edition", "faults", "no dataset"])
def trouble(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Edition]:
    """The small edition, while a query fails, its file is damaged, or no edition can be made."""
    small: Edition = request.getfixturevalue("small_edition")
    folder = tmp_path / "var"
    (folder / "editions").mkdir(parents=True)
    monkeypatch.setenv("SIDANG_VAR", str(folder))
    monkeypatch.setenv("SIDANG_DATA", str(tmp_path / "data"))
    if request.param == "failing query":
        edit(copy_small(tmp_path / "own"), "body_names.csv", "Council of Arts", "Arts Council")
        small = build(tmp_path / "own", folder)
        shutil.copytree(query_files.QUERIES, tmp_path / "queries")
        edit(tmp_path / "queries", "chairs_by_year.sql", "participations.role = 'chair'", "no_such_column = 'chair'")
        monkeypatch.setattr(query_files, "QUERIES", tmp_path / "queries")
    elif request.param == "damaged edition":
        (folder / "editions" / small.path.name).write_bytes(b"not a database")
        (folder / "current").write_text(small.id + "\n", encoding="utf-8")
    elif request.param == "faults":
        edit(copy_small(tmp_path / "data"), "places.csv", ",city,Arville", ",village,Arville")
    query_files.question.cache_clear()
    yield small
    query_files.question.cache_clear()


def test_every_page_is_read() -> None:
    """The pages that app.py registers are those in pages/."""
    assert sorted(registered_pages()) == page_files()


@pytest.mark.usefixtures("made_up_language")
@pytest.mark.parametrize(("edition", "page", "link"), cases(), indirect=["edition"])
def test_every_text_comes_from_the_catalogue(
    edition: Edition, page: str, link: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a made-up language whose every text stands in brackets, only names, days and numbers stand outside of them."""
    phrases = phrases_of(names_in_indonesian(edition))
    words = {*REASONS, *words_of_cldr(), *words_of_a_link(link)}
    texts = own_texts(texts_of_page(page, link | {"lang": "id"}, monkeypatch), page, edition)
    assert len(texts) > 20
    outside = {text: re.sub(r"⟦[^⟧]*⟧", "·", text) for text in texts}
    assert [text for text, rest in outside.items() if unexplained(rest, phrases, words)] == []


@pytest.mark.parametrize(("edition", "page", "link"), cases(), indirect=["edition"])
def test_no_english_stays_on_an_indonesian_page(
    edition: Edition, page: str, link: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every word is one of the catalogue, of an Indonesian or marked name, of CLDR, or of the link itself."""
    phrases = phrases_of(names_in_indonesian(edition))
    words = {*REASONS, *words_of_cldr(), *words_of_the_catalogue(), *words_of_a_link(link)}
    forget_texts()
    texts = own_texts(texts_of_page(page, link | {"lang": "id"}, monkeypatch), page, edition)
    assert len(texts) > 20
    assert {text: left for text in texts if (left := unexplained(text, phrases, words))} == {}


@pytest.mark.parametrize("is_made_up", [True, False])
def test_pages_that_say_what_is_wrong_do_so_in_the_language_of_the_page(
    trouble: Edition, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, is_made_up: bool
) -> None:
    """When a part or everything fails, each word is explained too; the words of the error are announced as English."""
    command = WORD.findall("python -m sidang build check")
    words = {*REASONS, *words_of_cldr(), *command, *(() if is_made_up else words_of_the_catalogue())}
    if is_made_up:
        request.getfixturevalue("made_up_language")
    forget_texts()
    texts = texts_of_page(registered_pages()[0], {"lang": "id", "as_of": "2026-05-08"}, monkeypatch)
    said = [text for text in texts if not text.startswith(detail())]
    plain = {text: re.sub(r"⟦[^⟧]*⟧|\b[0-9a-f]{8}\b", "·", text) for text in said}  # eight signs: a report number
    left = {text: unexplained(rest, phrases_of(names_in_indonesian(trouble)), words) for text, rest in plain.items()}
    assert {text: found for text, found in left.items() if found} == {}


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("edition", ["small_edition"], indirect=True)
@pytest.mark.parametrize("page", registered_pages())
def test_a_page_is_titled_in_its_language(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The title of the browser's tab follows the link: each title of the one language is none of the other."""
    titled = {
        code: {text for text in texts_of_page(page, {"lang": code}, monkeypatch) if text.endswith(f" · {PRODUCT}")}
        for code in languages()
    }
    assert [len(titles) for titles in titled.values()] == [len(registered_pages())] * len(languages())
    assert titled["en"] & titled["id"] == set()
