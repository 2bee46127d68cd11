"""The pages of statuses, run as Streamlit runs them: the day, the matrix, its evidence, a participant."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from sidang.dates import today
from sidang.edition import Edition
from tests.pages.reading import APP
from tests.pages.test_venues import checked, link, texts

MEMBERSHIP, PARTICIPANT, TIMOR_LESTE = (f"pages/status/{name}.py" for name in ("membership", "participant", "timor_leste"))


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))


@pytest.fixture
def real(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the edition of data/, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))


def opened(page: str, **query: str) -> AppTest:
    """A page opened by a link."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page(page)
    app.query_params.clear()
    app.query_params.update(query)
    return checked(app.run())


def lines(table: pd.DataFrame) -> dict[str, list[str]]:
    """The lines of the matrix by participant."""
    return {row[0]: list(row[1:]) for row in table.itertuples(index=False)}


@pytest.mark.usefixtures("var")
def test_the_matrix_shows_the_day_of_the_link() -> None:
    """Letters, brackets for what is possible, ° for a start not known, an arrow for an applicant, signs for nothing."""
    app = opened(MEMBERSHIP, as_of="2014-06-01")
    assert list(app.dataframe[0].value.columns) == ["Participant", "LOL", "Ring Forum"]
    assert lines(app.dataframe[0].value) == {
        "Arland": ["M", "(O°)"], "Borland": ["M", "M°"], "Côrland": ["(O) ▷M", "▨"],
    }  # fmt: skip
    app = opened(MEMBERSHIP, as_of="1983-12-31", lang="id")
    assert lines(app.dataframe[0].value) == {"Arlandia": ["A", "·"], "Borlandia": ["◇", "·"], "Korlandia": ["◇", "·"]}


@pytest.mark.usefixtures("var")
def test_the_sentence_counts_the_certain_and_names_the_possible() -> None:
    """Two members of the League on a day on which one observer is possible; "at least" where no roll says it is complete."""
    said = texts(opened(MEMBERSHIP, as_of="2014-06-01"))
    assert (
        "**3 participants** with a standing in 2 organizations on 1 Jun 2014: LOL 2 members; "
        "Ring Forum at least 1 participant." in said
    )
    said = texts(opened(MEMBERSHIP, as_of="2014-06-01", org="league"))
    assert "**2 members** in LOL on 1 Jun 2014; beside it possibly 1 observer." in said
    assert "**No standing** is recorded in view on 1 Jan 1967." in texts(opened(MEMBERSHIP, as_of="1967-01-01"))


@pytest.mark.usefixtures("var")
def test_the_day_is_stepped_and_goes_into_the_link() -> None:
    """By a day, by a change, to today, by typing: each is in the link; today is not written."""
    app = opened(MEMBERSHIP, as_of="2025-10-26")
    assert link(checked(app.button(key="day_before").click().run())) == {"as_of": "2025-10-25"}
    assert lines(app.dataframe[0].value)["Côrland"][0] == "O ▶M"
    assert link(checked(app.button(key="day_after").click().run())) == {"as_of": "2025-10-26"}
    assert lines(app.dataframe[0].value)["Côrland"][0] == "M"
    assert link(checked(app.button(key="change_before").click().run())) == {"as_of": "2022-11-11"}
    assert link(checked(app.button(key="change_after").click().run())) == {"as_of": "2025-10-26"}
    assert app.button(key="change_after").disabled
    assert link(checked(app.button(key="today").click().run())) == {}
    assert app.date_input(key="filter_as_of").value == today()
    app.date_input(key="filter_as_of").set_value(pd.Timestamp("2011-03-04").date())
    assert link(checked(app.run())) == {"as_of": "2011-03-04"}
    assert lines(app.dataframe[0].value)["Côrland"][0] == "– ▷M"


@pytest.mark.usefixtures("var")
def test_the_day_of_a_meeting_can_be_taken() -> None:
    """Choosing a meeting of the view shows the statuses of its first day."""
    app = opened(MEMBERSHIP, body="ring-summit")
    app.selectbox(key="meeting_day").select("ring-summit-2")
    app = checked(app.run())
    assert link(app) == {"body": "ring-summit", "as_of": "2021-10-12"}
    assert lines(app.dataframe[0].value)["Côrland"][1] == "O"


@pytest.mark.usefixtures("var")
def test_a_cell_leads_to_its_evidence() -> None:
    """Acts with their days, pages with their grade, the page that says otherwise, and that a second source is missing."""
    said = texts(opened(MEMBERSHIP, id="xac.league", as_of="2022-11-11"))
    assert "On 11 Nov 2022: **observer; agreed in principle: membership**." in said
    assert "**member (since 26 Oct 2025)**" in said
    assert "Says otherwise (2025-10-27): " in said
    assert "No second source is known." in said
    app = opened(MEMBERSHIP, id="xac")
    assert "- LOL: member (since 26 Oct 2025)" in texts(app)
    assert link(checked(app.button(key="close_record").click().run())) == {}


@pytest.mark.usefixtures("var")
def test_a_no_and_a_not_yet_have_their_evidence_too() -> None:
    """Why it is "no": the list and its pages; why not yet: the founding, the independence; else that no list is complete."""
    said = texts(opened(MEMBERSHIP, id="xac.league", as_of="2005-01-01"))
    assert "On 1 Jan 2005: **no**." in said
    assert "The list of members is complete since 8 Aug 1967. It rests on:" in said
    assert "Founded: 2002." in texts(opened(MEMBERSHIP, id="xac.ring", as_of="1999-01-01"))
    said = texts(opened(MEMBERSHIP, id="xab.league", as_of="1983-12-31"))
    assert "The state has been independent since 1 Jan 1984." in said
    said = texts(opened(MEMBERSHIP, id="xac.ring", as_of="2018-01-01"))
    assert "On 1 Jan 2018: **not known**." in said
    assert "No complete list of members is known for this day" in said


@pytest.mark.usefixtures("real")
def test_a_status_in_an_organization_without_a_column_has_its_evidence() -> None:
    """The WTO stands on participant pages only, its acts as those of any other."""
    said = texts(opened(MEMBERSHIP, id="tls.wto", as_of="2020-01-01"))
    assert "On 1 Jan 2020: **observer; applied for: membership**." in said


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize("record", ["nobody.league", "xac.nothing", "league-summit-1"])
def test_a_cell_that_is_not_there_is_named(record: str) -> None:
    """A record of another sort, or of nobody, blanks nothing."""
    app = opened(MEMBERSHIP, id=record)
    assert f"`id={record}` names no participant and organization" in app.warning[0].value
    assert len(app.dataframe[0].value) == 3


@pytest.mark.usefixtures("var")
def test_days_beyond_the_calendar_of_the_page_are_named() -> None:
    """A day before 1967 or after 2100 is said and left out."""
    app = opened(MEMBERSHIP, as_of="1945-08-17", since="2200-01-01")
    assert "`as_of=1945-08-17` lies before 1 Jan 1967 or after 31 Dec 2100." in app.warning[0].value
    assert "`since=2200-01-01` lies before 1 Jan 1967" in app.warning[0].value


@pytest.mark.usefixtures("var")
def test_what_changed_between_two_days() -> None:
    """One observer became a member in between; a later day than that of the view is named."""
    app = opened(MEMBERSHIP, as_of="2021-12-31", since="2021-01-01")
    assert "**1 change** from 1 Jan 2021 to 31 Dec 2021." in texts(app)
    assert list(app.dataframe[2].value["Change"]) == ["observer → participant"]
    app = opened(MEMBERSHIP, as_of="2021-12-31", since="2022-01-01")
    assert "1 Jan 2022 lies after the day of the view, 31 Dec 2021." in app.warning[0].value
    app = opened(MEMBERSHIP, as_of="2021-12-31")
    app.date_input(key="filter_since").set_value(pd.Timestamp("2011-01-01").date())
    assert link(checked(app.run())) == {"as_of": "2021-12-31", "since": "2011-01-01"}


@pytest.mark.usefixtures("var")
def test_statuses_are_read_by_organization_or_by_participant() -> None:
    """The first column follows the choice, which is in the link; the line reconciles the table."""
    app = opened(MEMBERSHIP, as_of="2014-06-01")
    assert list(app.dataframe[1].value.columns[:2]) == ["Organization", "Participant"]
    assert "6 statuses = 4 certain + 2 possible." in texts(app)
    app.segmented_control(key="filter_read").set_value("participant")
    app = checked(app.run())
    assert link(app) == {"as_of": "2014-06-01", "read": "participant"}
    assert list(app.dataframe[1].value["Participant"]) == ["Arland"] * 2 + ["Borland"] * 2 + ["Côrland"] * 2


@pytest.mark.usefixtures("var")
def test_an_organization_without_a_column_is_said() -> None:
    """National coordination has no statuses."""
    app = opened(MEMBERSHIP, org="arland-national")
    assert "None of the organizations in view has a column in the matrix" in app.info[0].value


@pytest.mark.usefixtures("var")
def test_a_participant_with_its_meetings_and_the_standing_of_that_day() -> None:
    """What a source calls it stands beside what it was; both standings where it changed during the meeting."""
    app = opened(PARTICIPANT, id="xac", as_of="2022-12-01")
    assert app.title[0].value == "Côrland"
    assert "**4 meetings** in view at which it is recorded." in texts(app)
    table = app.dataframe[1].value.set_index("Id")
    assert table.loc["ring-summit-2", "Role by source"] == "as observer"
    assert table.loc["ring-summit-2", "Standing that day"] == "Ring Forum: observer, participant from 13 Oct 2021"
    assert table.loc["league-summit-1", "Standing that day"] == "LOL: observer"
    assert table.loc["culture-council-1", "Attendance"] == "absent"
    said = texts(app)
    assert "4 meetings in view = 3 observer + 1 observer, participant from 13 Oct 2021." in said
    assert "Roles that sources give: 4 as observer." in said
    assert "Where: Bortown 2, Online 1, Arville 1." in said
    assert "Who took part in 9 meetings in view of which no participant is recorded." in said


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize("name", ["xac", "XAC", "corland", "korlandia"])
def test_a_participant_answers_to_each_of_its_names(name: str) -> None:
    """Its id in any case, its name in either language."""
    assert opened(PARTICIPANT, id=name).title[0].value == "Côrland"


@pytest.mark.usefixtures("var")
def test_a_former_administration_leads_to_the_state_after_it() -> None:
    """And has no status of its own."""
    app = opened(PARTICIPANT, id="corland-administration")
    assert "| Went before | [Côrland](/participant?id=xac) |" in texts(app)
    assert "No status is recorded." in texts(app)


@pytest.mark.usefixtures("var")
def test_nobody_is_asked_for() -> None:
    """Without a participant, or with one that is not known, the page offers all; a choice leads to its page."""
    assert opened(PARTICIPANT).title[0].value == "Which participant?"
    app = opened(PARTICIPANT, id="nobody")
    assert app.warning[0].value == "No participant is called `nobody`."
    app.selectbox(key="participant_choice").select("XAB")
    app = checked(app.run())
    assert (app.title[0].value, link(app)) == ("Borland", {"id": "xab"})


@pytest.mark.usefixtures("real")
def test_a_standing_that_was_given_up_stays_marked() -> None:
    """Australia was listed as observer of CICA in 2004 and 2006 and no longer in August 2008."""
    app = opened(MEMBERSHIP, **{"as_of": "2010-01-01", "org": "cica", "with": "aus", "id": "aus.cica"})
    assert lines(app.dataframe[0].value) == {"Australia": ["– ex O"]}
    assert "**ex** held before and ended" in texts(app)
    assert "On 1 Jan 2010: **no; formerly observer**." in texts(app)


@pytest.mark.usefixtures("real")
def test_an_end_that_no_source_tells_is_said() -> None:
    """Papua New Guinea was last called a plain observer in July 1989; between that and 1997 either title is possible."""
    app = opened(MEMBERSHIP, **{"as_of": "1993-01-01", "org": "asean", "with": "png", "id": "png.asean"})
    assert lines(app.dataframe[0].value) == {"Papua New Guinea": ["(O/SO°)"]}
    assert "**observer (since 1976; end not known, listed until 4 Jul 1989)**" in texts(app)


@pytest.mark.usefixtures("real")
def test_timor_leste_is_led_by_its_path() -> None:
    """Contacts, ARF, TAC, application, missions, observer, roadmap, admission: each once, in order, most with a source."""
    said = texts(opened(TIMOR_LESTE))
    steps = [line for line in said.split("\n") if line[:1].isdigit() and ". " in line[:5]]
    whole = "\n".join(steps)
    found = [
        whole.index(words)
        for words in (
            "29 Jul 2002: first meeting at which it is recorded: 35th AMM, as guest",
            "29 Jul 2005: ARF, participant",
            "13 Jan 2007: TAC, high contracting party",
            "4 Mar 2011: ASEAN, applied for: membership",
            "11 Nov 2022: ASEAN, observer",
            "May 2023: Roadmap for Timor-Leste's Full Membership in ASEAN",
            "26 Oct 2025: ASEAN, member",
        )
    ]
    assert found == sorted(found)
    assert len(steps) >= 30
    assert "[source](/membership?id=tls.asean)" in whole


@pytest.mark.usefixtures("real")
def test_a_meeting_of_2023_never_shows_a_later_member_as_member() -> None:
    """On the page of Timor-Leste every ASEAN meeting before its admission has another standing."""
    for language in ("en", "id"):
        table = opened(TIMOR_LESTE, lang=language, year="2002-2025").dataframe[1].value
        before = table[(table.iloc[:, 0] < "2025-10-26") & (table.iloc[:, 3].str.startswith("ASEAN: "))]
        assert len(before) > 60
        assert not before.iloc[:, 3].str.contains("ASEAN: member|ASEAN: anggota").any()


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("png", "ASEAN: special observer"),
        ("vnm", "ASEAN: member"),
        ("kwt", "CICA: member"),
        ("turki", "ASEAN: sectoral dialogue partner"),
        ("unodc", "CICA: possibly partner"),
    ],
)
def test_the_same_page_serves_every_participant(name: str, expected: str) -> None:
    """Papua New Guinea, Viet Nam, Kuwait, Türkiye, UNODC."""
    assert expected in texts(opened(PARTICIPANT, id=name, as_of="2026-05-10"))
