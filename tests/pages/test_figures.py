"""Every figure of a page leads to the rows behind it: each linked number is followed and counted, no count goes without.

A number is a link where its rows stand on another page. Those whose rows stand on the page itself, and those that no view
can name, are listed below with the reason.
"""

import re
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import Rows, ask, one
from sidang.view import View, from_query
from tests.examples import RECORDS, registered
from tests.pages.reading import APP
from tests.pages.test_venues import checked, linked_texts
from tests.test_queries import DAY

LINK = re.compile(r"\[([\d.,]+)\]\((/[a-z-]*)\??([^)\s]*)\)")
METRIC = re.compile(r"^\[([\d,]+)\]\((/[a-z-]*)\??([^)\s]*)\)$")
OPENED, CLOSED = "⟪", "⟫"
MARKED = re.compile(f"{OPENED}([^{CLOSED}]*){CLOSED}")
LINKED = re.compile(r"\[[^\]]*\]\([^)]*\)")
OF_A_SERIES = ("/event",)  # the number of a meeting in its series, not a count
SMALL_RECORDS = {
    "/event": "league-summit-1",
    "/body": "culture-council",
    "/document": "lantern-declaration-2018",
    "/participant": "xac",
    "/membership": "xac.league",
}
VIEWS: tuple[dict[str, str], ...] = (
    {},
    {"year": "2018-2021"},
    {"org": "league"},
    {"place": "arville-xaa,online"},
    {"with": "xac"},
)
REAL_VIEWS: tuple[dict[str, str], ...] = (
    {},
    {"year": "2018-2023", "org": "asean,apt", "pillar": "ascc"},
    {"body": "soc-com,amm", "country": "idn"},
)


def counts(edition: Edition) -> dict[str, Callable[[View], set[int]]]:
    """What the page at each path says a view holds, by the questions that it asks."""

    def asked(name: str, view: View, **more: Any) -> Rows:
        return ask(edition, name, parameters_of(edition, view, DAY) | {"state": "held"} | more)

    def pages(view: View) -> set[int]:
        return {sum(row.sources for row in asked("sources_in_view", view, state=state)) for state in ("held", None)}

    return {
        "/events": lambda view: {
            one(asked("view_figures", view)).meetings,
            one(asked("view_figures", view)).announced,
        },
        "/bodies": lambda view: {sum(1 for row in asked("body_register", view) if row.meetings)},
        "/venues": lambda view: {len(asked("meetings_by_city", view))},
        "/data": pages,
        "/timor-leste": lambda view: {
            row.meetings for row in ask(edition, "recorded_meetings", {"participant_id": "TLS", "organization_id": "asean"})
        },
    }


def opened(path: str, query: dict[str, str], edition: Edition, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """A page by its path, seen from the last day of the sources."""
    monkeypatch.setenv("SIDANG_VAR", str(edition.path.parent.parent))
    app = AppTest.from_file(str(APP), default_timeout=60)
    link = {"as_of": DAY.isoformat(), "lang": "en"} | query
    app.query_params.update(link)
    app.run()
    if path != "/":
        app.switch_page({known: page for page, known in registered()}[path])
        app.query_params.clear()
        app.query_params.update(link)
        app.run()
    return checked(app)


def linked_numbers(app: AppTest) -> Iterator[tuple[int, str, str]]:
    """Each number that is a link: the number, the path and the query of where it leads."""
    for number, path, query in LINK.findall(linked_texts(app)):
        yield int(number.replace(",", "")), path, query
    for metric in app.metric:
        found = METRIC.match(metric.value)
        assert found, f"the figure {metric.label} leads nowhere"
        yield int(found[1].replace(",", "")), found[2], found[3]


def cases() -> list[Any]:
    """Every page with its record, under several views, on both editions."""
    return [
        pytest.param(name, path, view | ({"id": records[path]} if path in records else {}), id=f"{name[:5]}-{path}-{number}")
        for name, views, records in (("small_edition", VIEWS, SMALL_RECORDS), ("real_edition", REAL_VIEWS, RECORDS))
        for _, path in registered()
        for number, view in enumerate(views)
    ]


@pytest.mark.parametrize(("name", "path", "query"), cases())
def test_each_number_is_what_the_page_behind_it_counts(
    name: str, path: str, query: dict[str, str], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Followed by the questions that the page behind it asks, of the view that its link names."""
    edition: Edition = request.getfixturevalue(name)
    known, codes = counts(edition), codes_of(edition)
    wrong = []
    for number, target, link in linked_numbers(opened(path, query, edition, monkeypatch)):
        if target in OF_A_SERIES:
            continue
        view, problems = from_query(dict(urllib.parse.parse_qs(link)), codes)
        counted = known[target](view) if target in known else set()
        if problems or number not in counted:
            wrong.append(f"{number} leads to {target}?{link}, which counts {counted or 'nothing'}; {problems}")
    assert wrong == []


# Counts that are no links, by the text they stand in, with the reason.
HERE = "the rows stand on the page itself, beside the number"
SHARE = "how many of the meetings in view are known in some respect; /data lists what is not known, field by field"
REST = "what is left of the sum when the linked parts are taken away; no view can name it"
UNLINKED = {
    r" rows? = ": HERE,
    r" meetings? in view = ": "the table above gives each term with its rows",
    r"^\| Component \|": "the line lists the meetings that it counts",
    r"^\*\*⟪[\d,]+⟫ (bod|participants?|documents?|changes?)": HERE,
    r" more announced but not confirmed": HERE,
    r"(status|statuses) = ": HERE,
    r"Roles that sources give": HERE,
    r"^\| Document \|": "the meetings stand on the page of the document, which the line leads to",
    r"^\| (Body|Participant) \|": "a zero, or the sum of two linked numbers of its line",
    r"participants? (is|are) recorded\.": HERE,
    r"numbers? ha(s|ve) a question mark": HERE,
    r"known (of|for) ⟪|names the chair of ⟪": SHARE,
    r"Numbered series in view": "beside it stands the way to the numbers that are missing",
    r"pages?, ⟪[\d,]+⟫ official": "the list of sources tells them apart by grade",
    r"on the map \+|in a known city or area": REST,
    r"⟪\d+⟫( …|; |$)": "the buttons beside the map and the table below it lead to these meetings",
    r"Who took part in ⟪": SHARE,
    r" expected numbers = ": HERE,
    r"bod(y|ies) the dataset has no meeting held": "the bodies are named beside the number",
    r"At ⟪[\d,]+⟫ of them a source names": "the table of the page has them, body by body",
    r"stands for ⟪|Outside of this extent": "the table under the map has each place with its meetings",
    r"^\| (Year|Level|Branch) \|": "what is known of numbered series, which the page of data lists; and a branch's own part",
    r"^and ⟪[\d,]+⟫ more$": "the page of meetings lists all of them",
    r"(is|are) left out: no source tells": "the table above has them, by the dates that it shows",
    r"The table holds the first ⟪": "filters bring them up, and the file has them",
    r"^\*\*.*\*\* .*[Ss]ources disagree on ⟪": "the section of conflicts has them",
}


@pytest.mark.parametrize(("name", "path", "query"), [case for case in cases() if case.id.endswith("-0")])
def test_no_count_goes_without_its_rows(
    name: str, path: str, query: dict[str, str], request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With each count marked as it is written: whatever is not within a link is one of those listed above."""
    edition: Edition = request.getfixturevalue(name)
    st.cache_data.clear()  # parts that are kept drawn would come without the marks
    plain = Language.number
    monkeypatch.setattr(Language, "number", lambda self, value: f"{OPENED}{plain(self, value)}{CLOSED}")
    app = opened(path, query, edition, monkeypatch)
    found = [element.value for element in (*app.markdown, *app.caption)]
    left = [text for text in found if MARKED.search(LINKED.sub("", text))]
    assert [text for text in left if not any(re.search(known, text) for known in UNLINKED)] == []
