"""The view and its link."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidang.text import fold
from sidang.view import (
    DAYS,
    FIRST_DAY,
    KEYS,
    LAST_DAY,
    LISTED,
    LONGEST_VALUE,
    SETTINGS,
    SWITCHES,
    ZOOMS,
    Codes,
    Problem,
    View,
    from_query,
    to_query,
)

LISTED_CODES = {
    "body": {code: code for code in ("soc-com", "wg-cop", "asean-summit")} | {"coordinating-conference": "soc-com"},
    "org": {"asean": "asean", "cica": "cica"},
    "pillar": {code: code for code in ("apsc", "aec", "ascc", "cross", "none")},
    "level": {"summit": "summit", "ministerial": "ministerial"},
    "country": {"idn": "IDN", "tls": "TLS"},
    "place": {"jakarta-idn": "jakarta-idn", "online": "online"},
    "with": {"tls": "TLS", "idn": "IDN", "un": "un"},
    "mode": {"virtual": "virtual", "in_person": "in_person"},
    "topic": {"climate": "climate", "youth": "youth"},
}
CODES = Codes(listed=LISTED_CODES, years=(1967, 2027), known_year=2026)


def problems_of(query: dict[str, str | list[str]]) -> list[tuple[str, str, str]]:
    """Kind, key and value of what in a link was not understood."""
    return [(problem.kind, problem.key, problem.value) for problem in from_query(query, CODES)[1]]


def subsets(key: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Any choice of some of a key's ids."""
    return st.sets(st.sampled_from(sorted(set(LISTED_CODES[key].values())))).map(tuple)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that these codes allow."""
    first = draw(st.integers(1967, 2027))
    last = draw(st.integers(first, 2027))
    words = st.text(string.ascii_letters + string.digits + "&=,%+#?äé中", min_size=1, max_size=12)
    names = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=100)
    search = " ".join(draw(st.lists(words, max_size=4)))
    return View().with_(
        years=None if (first, last) == CODES.years else draw(st.sampled_from([None, (first, last)])),
        search=search if fold(search) else "",
        **{name: draw(st.none() | st.dates(FIRST_DAY, LAST_DAY).map(lambda day: day.isoformat())) for name in DAYS},
        at=draw(st.none() | st.integers(1967, 2027)),
        zoom=draw(st.integers(*ZOOMS)),
        **{name: draw(st.sampled_from(known)) for name, known in SETTINGS.items()},
        record=draw(st.none() | names),
        edition=draw(st.none() | names),
        language=draw(st.sampled_from([None, "en", "id"])),
        **{name: draw(subsets(key)) for name, key in LISTED.items()},
        **{name: draw(st.booleans()) for name in SWITCHES},
    )


@given(views())
def test_a_link_brings_back_the_view_it_was_made_from(view: View) -> None:
    """Any view survives the way into a link and back, and its link is understood wholly."""
    assert from_query(to_query(view), CODES) == (view, ())


def test_equal_views_have_equal_links() -> None:
    """Order of codes, spaces, repeated keys and values leave no trace."""
    one, _ = from_query({"lang": "id", "body": "wg-cop, soc-com,soc-com", "year": "2018-2023"}, CODES)
    other, _ = from_query({"year": "2018-2023", "body": ["soc-com", "wg-cop"], "lang": "id"}, CODES)
    assert to_query(one) == to_query(other) == {"year": "2018-2023", "body": "soc-com,wg-cop", "lang": "id"}


def test_keys_stand_in_a_fixed_order() -> None:
    """The keys of a full link come in the order of the contract."""
    view = View(
        years=(2018, 2023), bodies=("soc-com",), is_without_sub_bodies=True, organizations=("asean",), pillars=("ascc",),
        is_involvement_counted=True, levels=("summit",), countries=("IDN",), participants=("TLS",), modes=("virtual",),
        topics=("climate",),
        search="budaya", is_planned_charted=True, as_of="2023-08-10", sort="body", record="soc-com-19", edition="1.0.0-abc",
        language="id", places=("online",), at=2019, map="countries", split="level", extent="asia", zoom=-2,
        since="2022-08-10", read="participant", section="editions", before="1.0.0-aaa", after="1.0.0-bbb",
    )  # fmt: skip
    assert tuple(to_query(view)) == KEYS
    assert (to_query(view)["country"], to_query(view)["with"]) == ("idn", "tls")


def test_a_switch_without_what_it_acts_on_is_no_part_of_a_view() -> None:
    """Sub-bodies without a body, involvement without a pillar: equal views have equal links."""
    view, problems = from_query({"sub_bodies": "no", "pillar_role": "any", "status": "all"}, CODES)
    assert (to_query(view), problems) == ({"status": "all"}, ())
    assert View(bodies=("soc-com",), is_without_sub_bodies=True).without("bodies") == View()


def test_states_are_lower_case_in_links_and_upper_case_in_a_view() -> None:
    """Their ids are those of ISO 3166; other participants are written as they are."""
    view, problems = from_query({"with": "TLS,un", "country": "idn"}, CODES)
    assert (view.participants, view.countries, problems) == (("TLS", "un"), ("IDN",), ())


def test_a_page_link_carries_all_but_the_record() -> None:
    """The record and the moment belong to the page that shows them."""
    view = View(years=(2018, 2018), sort="body", at=2018, record="soc-com-19", edition="1.0.0-abc", as_of="2020-01-01")
    assert to_query(view.elsewhere) == {"year": "2018", "as_of": "2020-01-01", "sort": "body", "edition": "1.0.0-abc"}


def test_a_moment_lies_within_the_years_of_the_view() -> None:
    """One outside of them is named and dropped; within them it restricts the view of the moment alone."""
    view, problems = from_query({"year": "2018-2020", "at": "2019"}, CODES)
    assert (view.at, view.years, view.at_moment.years, problems) == (2019, (2018, 2020), (2019, 2019), ())
    assert problems_of({"year": "2018-2020", "at": "2021"}) == [("out_of_range", "at", "2021")]
    assert problems_of({"at": "1800"}) == [("out_of_range", "at", "1800")]
    assert problems_of({"at": "now"}) == [("malformed_value", "at", "now")]
    assert view.with_(years=(2020, 2020)).at is None


def test_zoom_is_kept_within_bounds() -> None:
    """A number beyond them is cut to them and named; what is no number is named."""
    assert from_query({"zoom": "-3"}, CODES) == (View(zoom=-3), ())
    assert from_query({"zoom": "99"}, CODES) == (View(zoom=14), (Problem("unknown_value", "zoom", "99"),))
    assert problems_of({"zoom": "near", "map": "globe"}) == [
        ("malformed_value", "zoom", "near"), ("unknown_value", "map", "globe"),
    ]  # fmt: skip


def test_defaults_are_not_written() -> None:
    """A link that says only defaults is empty, and all years are a default."""
    view, problems = from_query({"year": "1967-2027", "q": "  ", "body": ""}, CODES)
    assert (view, problems, to_query(view)) == (View(), (), {})


def test_one_year_is_written_once() -> None:
    """A span of one year is that year."""
    assert to_query(View(years=(2023, 2023))) == {"year": "2023"}


def test_codes_are_understood_in_any_case() -> None:
    """A link typed by hand in capitals leads to the same view, and its link is the canonical one."""
    view, problems = from_query({"body": "SOC-COM", "pillar": "ASCC", "lang": "ID"}, CODES)
    assert (to_query(view), problems) == ({"body": "soc-com", "pillar": "ascc", "lang": "id"}, ())


def test_a_search_for_signs_alone_is_named() -> None:
    """It could find nothing and would show everything."""
    assert from_query({"q": "- %"}, CODES) == (View(), (Problem("malformed_value", "q", "- %"),))


def test_a_former_body_id_leads_to_the_present_one() -> None:
    """Renamed bodies keep their old links."""
    assert from_query({"body": "coordinating-conference"}, CODES) == (View(bodies=("soc-com",)), ())


@pytest.mark.parametrize(
    ("query", "view", "problem"),
    [
        ({"colour": "red"}, View(), ("unknown_key", "colour", "red")),
        ({"body": "soc-com,nobody"}, View(bodies=("soc-com",)), ("unknown_value", "body", "nobody")),
        ({"org": "un"}, View(), ("unknown_value", "org", "un")),
        ({"pillar": "social"}, View(), ("unknown_value", "pillar", "social")),
        ({"lang": "fr"}, View(), ("unknown_value", "lang", "fr")),
        ({"year": "last"}, View(), ("malformed_value", "year", "last")),
        ({"year": "2023-2018"}, View(), ("reversed", "year", "2023-2018")),
        ({"year": "1900"}, View(), ("out_of_range", "year", "1900")),
        ({"year": "1950-1970"}, View(years=(1967, 1970)), ("out_of_range", "year", "1950-1970")),
        ({"as_of": "2023-02-30"}, View(), ("malformed_value", "as_of", "2023-02-30")),
        ({"as_of": "2023"}, View(), ("malformed_value", "as_of", "2023")),
        ({"as_of": "1966-12-31"}, View(), ("out_of_range", "as_of", "1966-12-31")),
        ({"since": "2101-01-01"}, View(), ("out_of_range", "since", "2101-01-01")),
        ({"level": "high"}, View(), ("unknown_value", "level", "high")),
        ({"country": "idn,xxx"}, View(countries=("IDN",)), ("unknown_value", "country", "xxx")),
        ({"with": "nobody"}, View(), ("unknown_value", "with", "nobody")),
        ({"mode": "online"}, View(), ("unknown_value", "mode", "online")),
        ({"status": "held"}, View(), ("unknown_value", "status", "held")),
        ({"sub_bodies": "yes", "body": "soc-com"}, View(bodies=("soc-com",)), ("unknown_value", "sub_bodies", "yes")),
        ({"pillar_role": "lead"}, View(), ("unknown_value", "pillar_role", "lead")),
        ({"sort": "name"}, View(), ("unknown_value", "sort", "name")),
        ({"id": "soc com/19"}, View(), ("malformed_value", "id", "soc com/19")),
        ({"edition": "../x"}, View(), ("malformed_value", "edition", "../x")),
    ],
)
def test_what_is_not_understood_is_named_and_the_rest_applies(
    query: dict[str, str | list[str]], view: View, problem: tuple[str, str, str]
) -> None:
    """Each kind of wrong part becomes one problem; what is right beside it applies."""
    query = query | {"q": "visi"}
    found, _ = from_query(query, CODES)
    assert (found.without("search"), found.search, problems_of(query)) == (view, "visi", [problem])


def test_a_value_of_ten_thousand_signs_is_refused_and_shown_shortened() -> None:
    """A link that is too long is named, never applied in part."""
    assert problems_of({"body": "x" * 10_000}) == [("too_long", "body", "x" * 80)]
    assert len("x" * 10_000) > LONGEST_VALUE
    assert problems_of({"q": "y" * 300}) == [("too_long", "q", "y" * 80)]


def test_the_same_problem_is_named_once() -> None:
    """A repeated mistake is one problem."""
    assert from_query({"body": "foo,foo"}, CODES)[1] == (Problem("unknown_value", "body", "foo"),)


def test_keys_of_the_server_pass_silently() -> None:
    """`embed` belongs to Streamlit."""
    assert from_query({"embed": "true", "embed_options": "dark_theme"}, CODES) == (View(), ())


def test_language_and_day_are_no_filters() -> None:
    """Reset has nothing to do where only language and day are set."""
    assert not View(as_of="2023-08-10", language="id").is_filtered
    assert View(search="visi").is_filtered


def test_a_view_without_a_day_is_seen_from_today() -> None:
    """`as_of` wins over today."""
    today = datetime.date(2026, 11, 25)
    assert View().seen_from(today) == today
    assert View(as_of="2023-08-10").seen_from(today) == datetime.date(2023, 8, 10)
