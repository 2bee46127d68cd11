"""The named spans of years that can be chosen at once: all, the last five, decades, single years."""

from sidang.language import Language
from sidang.view import Codes

Span = tuple[int, int]


def periods(codes: Codes, years: Span) -> dict[str, Span]:
    """The spans by code, in the order of the list; the present one is added where it is none of them."""
    first, last = codes.years
    present = min(max(codes.known_year, first), last)
    named = {"all": codes.years, "last-5": (max(first, present - 4), present)}
    named |= {f"{decade}s": (max(first, decade), min(last, decade + 9)) for decade in range(last // 10 * 10, first - 9, -10)}
    named |= {str(year): (year, year) for year in range(last, first - 1, -1)}
    return named if years in named.values() else {f"{years[0]}–{years[1]}": years} | named


def period_of(years: Span, codes: Codes) -> str:
    """The code of a span."""
    return next(code for code, span in periods(codes, years).items() if span == years)


def period_name(code: str, language: Language) -> str:
    """A span as it is offered, in the language of the page."""
    if code.endswith("s"):
        return language.text("{decade}s", decade=code[:-1])
    named = {"all": language.text("All years"), "last-5": language.text("Last five years")}
    return named.get(code, code)
