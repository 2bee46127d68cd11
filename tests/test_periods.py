"""The named spans of years."""

from sidang.language import Language
from sidang.periods import period_name, period_of, periods
from sidang.view import Codes

CODES = Codes({}, years=(1967, 2027), known_year=2026)


def test_periods_lie_within_the_years_that_have_meetings() -> None:
    """All, the last five known years, decades cut to what there is, every single year, the latest first."""
    found = periods(CODES, CODES.years)
    assert list(found)[:4] == ["all", "last-5", "2020s", "2010s"]
    assert (found["last-5"], found["2020s"], found["1960s"]) == ((2022, 2026), (2020, 2027), (1967, 1969))
    assert len(found) == 2 + 7 + 61


def test_a_span_that_has_no_name_is_offered_as_it_is() -> None:
    """The list always holds what is chosen."""
    assert period_of((2018, 2023), CODES) == "2018–2023"
    assert next(iter(periods(CODES, (2018, 2023)))) == "2018–2023"
    assert period_of((2023, 2023), CODES) == "2023"


def test_periods_are_named_in_the_language_of_the_page() -> None:
    """Decades and the two spans with words are translated."""
    indonesian = Language("id")
    named = [period_name(code, indonesian) for code in ("all", "last-5", "1990s", "2023", "2018–2023")]
    assert named == ["Semua tahun", "Lima tahun terakhir", "1990-an", "2023", "2018–2023"]
