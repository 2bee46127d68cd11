"""The pages of single records and the registers, run as Streamlit runs them."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.questions import ask, one
from sidang.view import from_query
from tests.pages.test_membership import opened
from tests.pages.test_venues import linked_texts
from tests.test_queries import DAY

EVENT, BODY, DOCUMENT = (f"pages/records/{name}.py" for name in ("event", "body", "document"))
BODIES, PARTICIPANTS, DOCUMENTS = (f"pages/records/{name}.py" for name in ("bodies", "participants", "documents"))


@pytest.fixture(autouse=True)
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))


def warned(app: AppTest) -> str:
    """What the page warns of."""
    return "\n".join(box.value for box in app.warning)


def test_a_meeting_is_told_completely() -> None:
    """Both names, the answer, each fact with what stands behind it, who was there with the standing of that day."""
    app = opened(EVENT, id="league-summit-1", as_of="2026-05-10")
    said = linked_texts(app)
    assert app.title[0].value == "1st League Summit"
    assert "KTT Liga ke-1" in said
    assert "**Held**: 10 May 2018, Arville. 3 participants are recorded. It adopted 1 document." in said
    assert "| Date | 10 May 2018 | [1, 2](#sources) official |" in said
    assert "| Venue | Grand Hall | [1, 2](#sources) official |" in said
    assert "| Chair | not known | [1, 2](#sources) official |" not in said
    going = "as_of=2026-05-10"
    assert f"| Host | [Arland](/participant?{going}&id=xaa) | [1](#sources) official |" in said
    assert (
        f"| [Côrland](/participant?{going}&id=xac) | as observer | observer | minister; in person | [1](#sources) |" in said
    )
    assert "- adopted: [Lantern Declaration](/document?as_of=2026-05-10&id=lantern-declaration-2018) [1](#sources)" in said
    assert "1st CC](/event?as_of=2026-05-10&id=culture-council-1) reports to [1st League Summit]" in said
    assert (
        "1. [League calendar](https://league.example/calendar) · League · official · 2022 · last checked 1 May 2026" in said
    )
    assert "2. [Daily](https://daily.example/1) · press · 11 May 2018 · day of checking not known" in said
    codes = [code.value for code in app.code]
    assert len(codes) == 4
    assert codes[0].startswith("Sidang maintainers. “1st League Summit”.")
    assert "“KTT Liga ke-1”" in codes[2]


def test_a_former_id_and_any_case_lead_to_the_meeting() -> None:
    """The address of a record does not change when its id does."""
    assert opened(EVENT, id="league-summit-001").title[0].value == "1st League Summit"
    assert opened(EVENT, id="LEAGUE-Summit-1").title[0].value == "1st League Summit"


def test_the_series_shows_neighbours_and_what_is_missing() -> None:
    """Previous and next by number; the own number in bold, one that was not held said to be so."""
    said = linked_texts(opened(EVENT, id="league-summit-2"))
    assert "Previous: [1st League Summit](/event?id=league-summit-1) · 10 May 2018 · Arville" in said
    assert "Next: [3rd League Summit](/event?id=league-summit-3)" in said
    assert "By number: [1](/event?id=league-summit-1) · **2** · [3](/event?id=league-summit-3)" in said
    said = linked_texts(opened(EVENT, id="trade-council-2"))
    assert "[3 (not held or not yet)](/event?id=trade-council-3)" in said


def test_a_dispute_is_one_click_from_its_fact() -> None:
    """The month of the second summit: marked at the date, both sides below, and what was kept."""
    said = linked_texts(opened(EVENT, id="league-summit-2"))
    assert (
        "| Date | Nov 2019 (dates are those of the whole series) | [1](#sources) official · [disputed](#disputed) |" in said
    )
    assert "**Sources disagree**: Two months are given for the second summit." in said
    assert "- Kept: The calendar is the organizer's." in said


@pytest.mark.parametrize(
    ("event_id", "as_of", "expected"),
    [
        ("culture-officials-4", "2025-11-30", "**Upcoming**: 1–2 Dec 2025, Arville."),
        ("culture-officials-4", "2026-05-10", "**Announced, not confirmed**: 1–2 Dec 2025, Arville."),
        ("trade-council-3", "2026-05-10", "**Cancelled**: it was planned for Jun 2022, place not known."),
    ],
)
def test_a_plan_is_not_told_as_held(event_id: str, as_of: str, expected: str) -> None:
    """What is planned, announced or cancelled is said first."""
    assert expected in linked_texts(opened(EVENT, id=event_id, as_of=as_of))


def test_what_is_not_known_is_said() -> None:
    """A meeting without participants, topics and documents says so; nothing reads as a zero."""
    said = linked_texts(opened(EVENT, id="culture-officials-3"))
    assert "No participant is recorded; who took part is not known." in said
    assert "No topic is recorded; what was discussed is not known." in said
    assert "| Place | not known | – |" in said


def test_a_body_with_all_its_parts() -> None:
    """Names, parent, children with their meetings, cities, chairs and numbers."""
    app = opened(BODY, id="culture-council", as_of="2026-05-10")
    said = linked_texts(app)
    assert app.title[0].value == "Culture Council"
    assert "CC · Dewan Kebudayaan" in said
    link = "/events?body=culture-council&sub_bodies=no&as_of=2026-05-10"
    assert (
        f"**[2]({link}) meetings** in view, 2018–2021; [5](/events?body=culture-council&as_of=2026-05-10) with those" in said
    )
    assert "| Part of | [League Summit](/body?as_of=2026-05-10&id=league-summit) |" in said
    assert "| Also called | Council of Arts |" in said
    assert "Arville [1](/events?body=culture-council&sub_bodies=no&place=arville-xaa&as_of=2026-05-10)" in said
    assert "A source names the chair of 0 of 2 meetings in view." in said
    assert "| [Senior Officials on Culture](/body?as_of=2026-05-10&id=culture-officials) | senior officials | [3](" in said
    assert len(app.dataframe[0].value) == 2


def test_a_former_id_leads_to_the_body_and_offices_are_told() -> None:
    """soc-old became culture-officials; the ring has a chair since 2021."""
    assert opened(BODY, id="soc-old").title[0].value == "Senior Officials on Culture"
    said = linked_texts(opened(BODY, id="ring-summit"))
    assert (
        "| Chair of the organization | [Borland](/participant?id=xab), from 13 Oct 2021 | [1](#sources) official |" in said
    )


def test_a_document_with_its_day_parts_and_meetings() -> None:
    """Adopted by which meeting, where; parts in their order; who prepared it."""
    said = linked_texts(opened(DOCUMENT, id="lantern-declaration-2018", as_of="2026-05-10"))
    assert "**Adopted 10 May 2018** by [1st League Summit](/event?as_of=2026-05-10&id=league-summit-1)." in said
    assert "On 10 May 2026: no span of validity is recorded." in said
    assert "| Adopted in | Arville | [1](#sources) official |" in said
    assert "1. Light [1](#sources)\n2. Oil [1](#sources)" in said
    assert (
        "| prepared | [1st CC](/event?as_of=2026-05-10&id=culture-council-1) | 9 May 2018 | Arville | [1](#sources) |"
        in said
    )


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (EVENT, "No meeting is called `nobody`."),
        (BODY, "No body is called `nobody`."),
        (DOCUMENT, "No document is called `nobody`."),
    ],
)
def test_a_record_that_is_not_there_leads_to_the_register(page: str, said: str) -> None:
    """A broken link says what it asked for; without an id nothing is warned of."""
    app = opened(page, id="nobody")
    assert said in warned(app)
    assert [link.proto.label for link in app.get("page_link") if "register" in link.proto.label]
    assert warned(opened(page)) == ""


def test_registers_lead_to_records_and_numbers_to_meetings() -> None:
    """A line a record, each with its link."""
    said = linked_texts(opened(BODIES))
    assert "**6 bodies** in view; 6 of them met, [14](/events) meetings in all." in said
    assert "| **League of Lands** |" in said
    assert "| [Culture Council](/body?id=culture-council) (CC) | League Summit | ministerial |" in said
    said = linked_texts(opened(PARTICIPANTS))
    assert (
        "**5 participants**, 3 of them recorded at a meeting in view. Participants are known for 5 of the [14](/events)"
        in said
    )
    assert "| [Côrland](/participant?id=xac) | [4](/events?with=xac) |" in said
    said = linked_texts(opened(DOCUMENTS))
    assert "**1 document** in view: declaration 1." in said
    assert "No document passes the filters." in linked_texts(opened(DOCUMENTS, q="oil"))
    assert "**1 document** in view" in linked_texts(opened(DOCUMENTS, q="lentera"))


NUMBER = re.compile(r"\[([\d.,]+)\]\((/events(?:\?[^)\s]*)?)\)")


@pytest.mark.parametrize(
    ("page", "query"),
    [
        (BODIES, {}), (BODIES, {"year": "2018-2021", "org": "league"}),
        (PARTICIPANTS, {}), (PARTICIPANTS, {"year": "2018"}),
        (BODY, {"id": "culture-council"}), (BODY, {"id": "league-summit", "year": "2018-2020"}),
        (BODY, {"id": "ring-summit"}),
    ],
)  # fmt: skip
def test_every_number_equals_the_meetings_behind_it(page: str, query: dict[str, str], small_edition: Edition) -> None:
    """Each linked number is the count of meetings held in the view that its link opens."""
    found = NUMBER.findall(linked_texts(opened(page, **query)))
    assert len(found) > 3
    for number, link in found:
        asked = {key: [value] for key, value in (part.split("=") for part in link.partition("?")[2].split("&") if part)}
        view, problems = from_query(asked, codes_of(small_edition))
        assert problems == ()
        assert int(number) == one(ask(small_edition, "view_figures", parameters_of(small_edition, view, DAY))).meetings, link
