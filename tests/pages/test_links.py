"""Links as pages take them: random views on every page, and sixty broken ones that each give their notice."""

import datetime
import re

import pytest
from streamlit.testing.v1 import AppTest

from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import ask, one
from sidang.view import View, to_query
from tests.pages.reading import registered_pages
from tests.pages.test_pages import OVERVIEW, checked, link, opened, texts
from tests.views import random_views

VIEWS, SEED = 25, 5
TOO_LONG = "x" * 10_000


@pytest.fixture
def real(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The edition of data/, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    return real_edition


def count_on(app: AppTest) -> str:
    """The number with which the answer of a page begins."""
    match = re.search(r"\*\*([\d.,]+) (?:meetings?|pertemuan)\*\*", texts(app))
    assert match is not None
    return match[1]


def test_random_views_show_the_same_rows_on_every_page(real: Edition) -> None:
    """By link, after a rerun, after another page and back, in the other language: the count is that of the query."""
    pages = [page for page in registered_pages() if page.startswith("pages/explore/")]
    assert len(pages) >= 2
    for view in random_views(real, VIEWS, SEED):
        day = view.as_of or "2026-05-10"
        frozen = view.with_(as_of=day)
        for page in pages:
            app = opened(page, **to_query(frozen))
            language = Language(frozen.language or "en")
            assert count_on(app) == language.number(meetings_on(page, real, frozen)), to_query(frozen)
            assert link(app) == to_query(frozen)
            assert count_on(checked(app.run())) == language.number(meetings_on(page, real, frozen))
            other = next(path for path in pages if path != page)
            app.switch_page(other)
            app.query_params.update(to_query(frozen))
            assert count_on(checked(app.run())) == language.number(meetings_on(other, real, frozen))
            turned = "en" if language.code == "id" else "id"
            app.button(key=f"language_{turned}").click().run()
            assert count_on(checked(app)) == Language(turned).number(meetings_on(other, real, frozen))
            assert {**link(app), "lang": ""} == {**to_query(frozen), "lang": ""}


def meetings_on(page: str, edition: Edition, view: View) -> int:
    """The count of the query; the map of venues shows the year of its time control."""
    shown = view.at_moment if page.endswith("venues.py") else view
    figures = one(ask(edition, "view_figures", parameters_of(edition, shown, frozen_day(view.as_of or ""))))
    return int(figures.meetings)


def frozen_day(day: str) -> datetime.date:
    """A day as Python has it."""
    return datetime.date.fromisoformat(day)


UNKNOWN_KEYS = ("colour", "Year", "bodies", "pillars", "utm_source", "from", "limit", "__x", "étape", "a b")
MALFORMED_YEARS = ("last", "20", "20233", "2018-", "-2018", "2018-23", "2018,2019", "2018–2023", "٢٠٢٣", "1e3")
YEARS_BEYOND = ("1066", "1900-1950", "2999", "1950-1970", "2020-2199")
NO_DAYS = ("2023", "2023-02-30", "yesterday", "10-08-2023", "2023-8-1")
NO_BODIES = ("nobody", "SOC-COMM", "42", "soc_com", "asean summit")
BROKEN: list[tuple[dict[str, str], tuple[str, ...]]] = [
    *(({key: "red"}, (f"`{key}`",)) for key in UNKNOWN_KEYS),
    *(({"body": code}, ("`body`", f"`{code.lower()}`")) for code in NO_BODIES),
    *(({"org": code}, ("`org`", f"`{code}`")) for code in ("eu", "nato")),
    *(({"pillar": code}, ("`pillar`", f"`{code}`")) for code in ("social", "4")),
    *(({"level": code}, ("`level`", f"`{code}`")) for code in ("high", "ministers")),
    *(({"country": code}, ("`country`", f"`{code}`")) for code in ("id", "indonesia", "xxx")),
    *(({"with": code}, ("`with`", f"`{code}`")) for code in ("tl", "east timor")),
    *(({"mode": code}, ("`mode`", f"`{code}`")) for code in ("online", "offline")),
    *(({"year": value}, (f"`year={value}`",)) for value in MALFORMED_YEARS),
    *(({"year": value}, (f"`year={value}`", "ends before")) for value in ("2023-2018", "2020-2019")),
    *(({"year": value}, (f"`year={value}`", "beyond")) for value in YEARS_BEYOND),
    *(({"as_of": value}, (f"`as_of={value}`",)) for value in NO_DAYS),
    *(({"sort": value}, ("`sort`", f"`{value}`")) for value in ("name", "-date")),
    ({"status": "planned"}, ("`status`", "`planned`")),
    ({"pillar_role": "lead"}, ("`pillar_role`", "`lead`")),
    ({"sub_bodies": "yes"}, ("`sub_bodies`", "`yes`")),
    ({"lang": "fr"}, ("`lang`", "`fr`")),
    ({"id": "soc-com-19"}, ("`id=soc-com-19`", "no single record")),
    ({"id": "../../etc"}, ("`id=../../etc`",)),
    ({"edition": "a/b"}, ("`edition=a/b`",)),
    ({"q": "?!"}, ("`q=?!`",)),
    ({"q": "y" * 300}, ("`q`", "too long")),
    ({"body": TOO_LONG}, ("`body`", "too long")),
    ({"colour": "`<b>x</b>`\n# Title"}, ("`colour`",)),
    ({"body": "soc-com,nobody", "year": "1800"}, ("`nobody`", "`year=1800`")),
]  # fmt: skip


def test_there_are_sixty_broken_links() -> None:
    """As many as were promised, each another one."""
    assert len({repr(query) for query, _ in BROKEN}) >= 60


@pytest.mark.parametrize(("query", "said"), BROKEN, ids=lambda value: repr(value)[:60])
def test_a_broken_link_gives_its_notice(
    small_edition: Edition, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], said: tuple[str, ...]
) -> None:
    """The notice names what was not understood; what is right beside it applies; one click on a filter mends the link."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    app = opened(OVERVIEW, **({"org": "ring"} | query))
    notice = app.warning[0].value
    assert [part for part in said if part not in notice] == []
    assert notice.startswith("Part of this link was not understood; the rest applies.")
    assert len(notice) < 1000
    assert count_on(app) == ("14" if "org" in query else "2" if query.get("year") == "2020-2199" else "4")
    app.selectbox(key="filter_period").select("2021").run()
    assert len(checked(app).warning) == ("id" in link(app))
    assert {key: value for key, value in link(app).items() if key not in ("org", "id")} == {"year": "2021"}


@pytest.mark.parametrize(
    "query", [{"year": ""}, {"q": "  "}, {"body": ","}, {"embed": "false"}, {"lang": "EN"}, {"body": "SOC-OLD"}]
)
def test_what_is_no_problem_gives_no_notice(
    small_edition: Edition, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    """Empty values, the server's own keys, capitals, former ids."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    assert list(opened(OVERVIEW, **query).warning) == []


def test_the_notice_is_in_the_language_of_the_page(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Indonesian pages say it in Indonesian."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    notice = opened(OVERVIEW, lang="id", body="nobody").warning[0].value
    assert notice.startswith("Sebagian tautan ini tidak dipahami")
    assert "`nobody`" in notice
