"""The two languages: catalogues of the interface texts, and dates and numbers as CLDR writes them.

English texts are the keys; locale/<language>/LC_MESSAGES/sidang.po holds every other language. A third language is a new
catalogue, no code.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date as cldr_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

LOCALE = Path(__file__).resolve().parent.parent / "locale"
ENGLISH = "en"
# The languages in which the data names things besides English, by the ending of their columns.
NAMED_IN = {"id": "indonesian"}
# What follows an English name that stands in for one of the page's language.
UNTRANSLATED = " [en]"
# As in queries/checks/acronym_without_indonesian_form.sql.
ENGLISH_WORD = re.compile(r"[a-z]{3}|\b[a-z]+\b|[A-Z]s\b")
SHORT_MONTH = {10: "d MMM y", 7: "MMM y", 4: "y"}


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be chosen: English, then one for each catalogue."""
    found = sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/sidang.po"))
    return (ENGLISH, *found)


def own_name(code: str) -> str:
    """What a language calls itself: "English", "Indonesia"."""
    return str(Locale.parse(code).get_display_name(code)).capitalize()


@cache
def _translations(language: str) -> NullTranslations:
    path = LOCALE / language / "LC_MESSAGES" / "sidang.po"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(fp=compiled)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse("en_GB" if language == ENGLISH else language)


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=_locale(language))


@lru_cache(maxsize=4096)
def _percent(share: float, decimals: int, language: str) -> str:
    form = f"#,##0.{'0' * decimals} %" if decimals else "#,##0 %"
    return format_percent(share, format=form, locale=_locale(language))


@lru_cache(maxsize=4096)
def _date(truncated: str, language: str) -> str:
    day = datetime.date.fromisoformat((truncated + "-01-01")[:10])
    return cldr_date(day, SHORT_MONTH[len(truncated)], locale=_locale(language))


@dataclass(frozen=True)
class Language:
    """One language of the interface, by its ISO 639-1 code."""

    code: str

    @property
    def locale(self) -> Locale:
        """CLDR's data for this language; English is written as in South-East Asian ministries, day before month."""
        return _locale(self.code)

    def text(self, message: str, **values: object) -> str:
        """The message in this language, with its {placeholders} filled."""
        translated = _translations(self.code).gettext(message)
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of a message that fits a number; {n} is it as written in this language, or `figure` where given."""
        translated = _translations(self.code).ngettext(one, many, n)
        return translated.format(n=values.pop("figure", None) or self.number(n), **values)

    def name(self, row: Any, field: str = "name") -> str:
        """A record's name in this language; the English one, marked, where the data has none.

        `row` has attributes `<field>` and `<field>_indonesian`, as the questions return them.
        """
        own = self._own(row, field)
        return str(own or f"{getattr(row, field)}{self.mark_of_english}")

    @property
    def mark_of_english(self) -> str:
        """What follows a text that the data have in English alone."""
        return UNTRANSLATED if self.code in NAMED_IN else ""

    def short_name(self, row: Any, prefix: str = "") -> str | None:
        """A record's acronym in this language; one without English words is the same in every language.

        `row` has attributes `<prefix>acronym` and, where acronyms are translated, `<prefix>acronym_indonesian`.
        """
        acronym = getattr(row, f"{prefix}acronym")
        if acronym and ENGLISH_WORD.search(acronym):
            return self.name(row, f"{prefix}acronym")
        own = self._own(row, f"{prefix}acronym") or acronym
        return str(own) if own else None

    def _own(self, row: Any, field: str) -> Any:
        return getattr(row, f"{field}_{NAMED_IN[self.code]}", None) if self.code in NAMED_IN else None

    def number(self, value: float) -> str:
        """A number with the separators of this language."""
        return _number(value, self.code)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share between 0 and 1 as per cent, rounded to whole ones or to so many decimals."""
        return _percent(share, decimals, self.code)

    def date(self, truncated: str) -> str:
        """A date as exact as it is known: "10 Aug 2023", "Aug 2023", "2023"."""
        return _date(truncated, self.code)

    def dates(self, start: str | None, end: str | None) -> str:
        """A span of days, written once where they share a month or a year; an en dash between them."""
        if not start:
            return self.text("date not known")
        if not end or end == start:
            return self.date(start)
        if len(start) == len(end) == 10 and start[:7] == end[:7]:
            return f"{int(start[8:])}–{self.date(end)}"
        if len(start) == len(end) == 10 and start[:4] == end[:4]:
            first = cldr_date(datetime.date.fromisoformat(start), "d MMM", locale=self.locale)
            return f"{first} – {self.date(end)}"
        return f"{self.date(start)} – {self.date(end)}"

    def listing(self, items: Iterable[str]) -> str:
        """Several things in one phrase: "Jakarta, Manila and Bangkok"."""
        return format_list(list(items), style="standard", locale=self.locale)


def language_of(chosen: str | None, browser: str | None) -> Language:
    """The language of a page: the link's, else the first of the browser's that there is, else English.

    `browser` is one language or a whole Accept-Language header; its order counts, its weights follow it in practice.
    """
    asked = [chosen or "", *(part.split(";")[0].strip()[:2].lower() for part in (browser or "").split(","))]
    return Language(next((code for code in asked if code in languages()), ENGLISH))
