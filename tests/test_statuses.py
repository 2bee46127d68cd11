"""Who holds which status on which day: questions on the small dataset, counted by hand; charts and words."""

import datetime
from typing import Any

import pytest

from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.path_chart import Waypoint, path
from sidang.questions import Value, ask
from sidang.status_charts import counts_over_time, spans_of, steps, timeline
from sidang.status_words import STANDINGS, absence_marks, letters, standing_at_meeting, standing_count, standing_word
from sidang.theme import DARK, LIGHT
from sidang.view import View
from tests.test_random_views import DAY

GROUPS = {"member": "Members", "observer": "Observers", "accession": "On the way"}


def day(text: str) -> datetime.date:
    """A day as tests write it."""
    return datetime.date.fromisoformat(text)


def asked(edition: Edition, question: str, as_of: str | None = None, **parameters: Value) -> tuple[Any, ...]:
    """The answer to a question, seen from a day."""
    return ask(edition, question, parameters_of(edition, View(), day(as_of) if as_of else DAY) | parameters)


def cell(edition: Edition, participant: str, organization: str, as_of: str) -> list[tuple[Any, ...]]:
    """The rows of a cell of the matrix: status, whether it is certain, what its absence means."""
    rows = asked(edition, "standing_matrix", as_of, participants=(participant,), organizations=(organization,))
    return [(row.status, row.is_certain, row.absence) for row in rows]


@pytest.mark.parametrize(
    ("participant", "organization", "as_of", "expected"),
    [
        ("XAA", "league", "1967-08-07", [(None, None, "organization_not_yet")]),
        ("XAA", "league", "1967-08-08", [("member", True, "no")]),
        ("XAB", "league", "1983-12-31", [(None, None, "state_not_yet")]),
        ("XAB", "league", "1984-01-01", [("member", False, "no")]),
        ("XAB", "league", "1984-01-31", [("member", True, "no")]),
        ("XAC", "league", "2005-01-01", [(None, None, "no")]),
        ("XAC", "league", "2011-03-04", [(None, None, "no"), ("applicant", True, "no")]),
        ("XAC", "league", "2014-06-01", [("observer", False, "no"), ("applicant", True, "no")]),
        ("XAC", "league", "2022-11-11", [("observer", True, "no"), ("in_principle", True, "no")]),
        ("XAC", "league", "2025-10-26", [("member", True, "no")]),
        ("XAC", "ring", "2001-12-31", [(None, None, "organization_not_yet")]),
        ("XAC", "ring", "2018-05-10", [(None, None, "not_known")]),
        ("XAC", "ring", "2021-10-13", [("member", True, "not_known")]),
        ("XAB", "ring", "2001-12-31", [(None, None, "organization_not_yet")]),
        ("XAB", "ring", "2002-01-01", [("member", False, "not_known")]),
        ("XAB", "ring", "2002-06-04", [("member", True, "not_known")]),
        ("XAA", "ring", "2012-12-31", [("observer", True, "not_known")]),
        ("XAA", "ring", "2013-01-01", [("observer", False, "not_known")]),
        ("corland-administration", "league", "2018-05-10", [(None, None, "no")]),
    ],
)
def test_a_cell_of_the_matrix(
    small_edition: Edition, participant: str, organization: str, as_of: str, expected: list[tuple[Any, ...]]
) -> None:
    """A standing, certain or possible, and a step of accession; else which of four sorts of nothing it is."""
    assert cell(small_edition, participant, organization, as_of) == expected


def test_the_matrix_holds_whoever_ever_had_a_status(small_edition: Edition) -> None:
    """Three lands by two organizations, in the order of names and columns; a filter by organization leaves one column."""
    rows = asked(small_edition, "standing_matrix", "2018-05-10")
    cells = dict.fromkeys((row.participant_id, row.organization_id) for row in rows)
    assert list(cells) == [(land, body) for land in ("XAA", "XAB", "XAC") for body in ("league", "ring")]
    rows = asked(small_edition, "standing_matrix", "2018-05-10", organizations=("ring",))
    assert [(row.participant_id, row.organization_id) for row in rows] == [("XAA", "ring"), ("XAB", "ring"), ("XAC", "ring")]


def test_statuses_on_day_and_held_statuses(small_edition: Edition) -> None:
    """All statuses of a day, organizations in their order, the standings before the steps of accession."""
    assert [row.status_id for row in asked(small_edition, "statuses_on_day", "2014-06-01")] == [
        "xaa-league-member", "xaa-ring-observer", "xab-league-member", "xab-ring-member", "xac-league-applicant",
        "xac-league-observer",
    ]  # fmt: skip
    rows = asked(small_edition, "held_statuses", "2014-06-01")
    assert [(row.status_id, row.is_certain) for row in rows] == [
        ("xaa-league-member", True), ("xab-league-member", True), ("xac-league-observer", False),
        ("xac-league-applicant", True), ("xaa-ring-observer", False), ("xab-ring-member", True),
    ]  # fmt: skip
    assert [row.status_id for row in asked(small_edition, "held_statuses", "2014-06-01", organizations=("ring",))] == [
        "xaa-ring-observer",
        "xab-ring-member",
    ]
    counted = {row.status_id: (row.sources, row.conflicts) for row in asked(small_edition, "held_statuses", "2026-01-01")}
    assert counted["xac-league-member"] == (3, 0)


def test_standing_counts(small_edition: Edition) -> None:
    """Certain holders, and beside them those of whom it is only possible; complete where a roll says so."""
    rows = asked(small_edition, "standing_counts", "2014-06-01")
    assert [(row.organization_id, row.status, row.certain, row.possible, row.is_complete) for row in rows] == [
        ("league", "member", 2, 0, True),
        ("league", "observer", 0, 1, False),
        ("ring", "member", 1, 0, False),
        ("ring", "observer", 0, 1, False),
    ]


def test_status_changes(small_edition: Edition) -> None:
    """Between two days: what began, with what it replaced, and what ended without a successor."""

    def changes(since: str, until: str, **parameters: Value) -> list[tuple[Any, ...]]:
        rows = asked(small_edition, "status_changes", until, since=day(since), **parameters)
        return [(row.date, row.change, row.status_id, row.before_status) for row in rows]

    assert changes("2021-01-01", "2025-12-31") == [
        ("2025-10-26", "ended", "xac-league-in-principle", None),
        ("2025-10-26", "began", "xac-league-member", "observer"),
        ("2022-11-11", "began", "xac-league-in-principle", "applicant"),
        ("2021-10-13", "began", "xac-ring-member", "observer"),
    ]
    assert changes("2022-11-11", "2025-10-25") == []
    assert [change[2] for change in changes("2022-11-10", "2022-11-11")] == ["xac-league-in-principle"]
    assert [change[2] for change in changes("2014-03-01", "2014-03-02")] == ["xac-league-observer"]
    assert [change[2] for change in changes("2021-01-01", "2025-12-31", organizations=("ring",))] == ["xac-ring-member"]
    assert changes("2021-01-01", "2025-12-31", participants=("XAA",)) == []


def test_change_days(small_edition: Edition) -> None:
    """Days that a source tells exactly, each once."""
    assert [str(row.day) for row in asked(small_edition, "change_days")] == [
        "1967-08-08", "2011-03-04", "2021-10-13", "2022-11-11", "2025-10-26",
    ]  # fmt: skip
    assert [str(row.day) for row in asked(small_edition, "change_days", organizations=("ring",))] == ["2021-10-13"]


def test_status_spans(small_edition: Edition) -> None:
    """Every status of a participant in an organization with its certain and possible days."""
    rows = asked(small_edition, "status_spans", participants=("XAC",), organizations=("ring",))
    found = [(row.status_id, row.possible_from, row.certain_from, row.certain_until) for row in rows]
    assert found == [
        ("xac-ring-observer", day("2019-05-01"), day("2019-05-31"), day("2021-10-13")),
        ("xac-ring-member", day("2021-10-13"), day("2021-10-13"), None),
    ]


def standings(edition: Edition, event: str, participant: str) -> list[tuple[Any, ...]]:
    """The standing of a participant on the day of a meeting."""
    rows = asked(edition, "standings_at_meetings")
    return [
        (row.status, row.is_certain, row.is_later, row.absence)
        for row in rows
        if (row.event_id, row.participant_id) == (event, participant)
    ]


def test_standings_at_meetings(small_edition: Edition) -> None:
    """The standing in the organization whose body met, on its first day; a later one beside it; what absence means."""
    assert standings(small_edition, "league-summit-1", "XAB") == [("member", True, False, "no")]
    assert standings(small_edition, "league-summit-1", "XAC") == [("observer", True, False, "no")]
    assert standings(small_edition, "culture-officials-2", "XAC") == [("observer", True, False, "no")]
    assert sorted(standings(small_edition, "ring-summit-2", "XAC")) == [
        ("member", False, True, "not_known"),
        ("observer", True, False, "not_known"),
    ]
    assert len(asked(small_edition, "standings_at_meetings")) == 11


def test_a_body_has_no_standing(real_edition: Edition) -> None:
    """Nor has an agency or a group: they took part, and nothing is said of a standing."""
    rows = [
        row for row in asked(real_edition, "standings_at_meetings") if row.participant_id == "asean-secretariat-delegation"
    ]
    assert {row.absence for row in rows} == {"none"}
    assert standing_at_meeting(Language("en"), rows[:1]) == ""


def test_standings_of_meeting(small_edition: Edition) -> None:
    """The standings of all who took part in one meeting, in words: "observer, participant from 13 Oct 2021"."""
    rows = asked(small_edition, "standings_of_meeting", event_id="ring-summit-2")
    assert standing_at_meeting(Language("en"), list(rows)) == "observer, participant from 13 Oct 2021"
    rows = asked(small_edition, "standings_of_meeting", event_id="league-summit-1")
    assert [(row.participant_id, row.status) for row in rows] == [("XAA", "member"), ("XAB", "member"), ("XAC", "observer")]


def test_meetings_of_participant(small_edition: Edition) -> None:
    """Meetings in view with the role a source gives and the standing of that day; absent and announced ones say so."""
    rows = asked(small_edition, "meetings_of_participant", participant_id="XAC")
    assert [(row.event_id, row.role, row.status, row.attendance, row.is_held) for row in rows] == [
        ("culture-officials-5", "member", "member", "announced", False),
        ("ring-summit-2", "observer", "observer", "in_person", True),
        ("ring-summit-2", "observer", "member", "in_person", True),
        ("league-summit-3", "observer", "observer", "virtual", True),
        ("culture-officials-2", "observer", "observer", "in_person", True),
        ("league-summit-1", "observer", "observer", "in_person", True),
        ("culture-council-1", "observer", "observer", "absent", True),
    ]
    rows = asked(small_edition, "meetings_of_participant", participant_id="XAC", year_from=2020)
    assert {row.event_id for row in rows} == {"culture-officials-5", "ring-summit-2", "league-summit-3"}


def test_participant(small_edition: Edition) -> None:
    """A land with the administration before it, and that administration with the land that came after it."""
    (land,) = asked(small_edition, "participant", participant_id="XAC")
    assert (land.name, land.name_indonesian, land.independent_from, land.former, land.present) == (
        "Côrland", "Korlandia", "2002-05-20", "corland-administration", None,
    )  # fmt: skip
    (before,) = asked(small_edition, "participant", participant_id="corland-administration")
    assert (before.kind, before.present, before.former) == ("territory", "XAC", None)
    assert asked(small_edition, "participant", participant_id="nobody") == ()


def test_evidence_of_statuses(small_edition: Edition) -> None:
    """The pages behind each status, those that support it first, and what the others claim."""
    rows = asked(small_edition, "evidence_of_statuses", participant_id="XAC", organization_id="league")
    assert [(row.status_id, row.stance, row.source_id, row.claimed_value) for row in rows] == [
        ("xac-league-applicant", "supports", "league-1", ""),
        ("xac-league-observer", "supports", "league-1", ""),
        ("xac-league-in-principle", "supports", "league-1", ""),
        ("xac-league-member", "supports", "league-1", ""),
        ("xac-league-member", "supports", "daily-1", ""),
        ("xac-league-member", "supports", "wiki-1", ""),
        ("xac-league-member", "contradicts", "daily-2", "2025-10-27"),
    ]


def test_evidence_of_rolls(small_edition: Edition, real_edition: Edition) -> None:
    """The pages behind a complete list, on a day on which it is complete; none before, and none of a body without a list."""
    rows = asked(small_edition, "evidence_of_rolls", "1970-01-01", organization_id="league")
    assert [(row.complete_from, row.complete_until, row.source_id) for row in rows] == [("1967-08-08", None, "league-1")]
    assert asked(small_edition, "evidence_of_rolls", "1967-08-07", organization_id="league") == ()
    assert asked(small_edition, "evidence_of_rolls", "2020-01-01", organization_id="ring") == ()
    rows = asked(real_edition, "evidence_of_rolls", "2020-01-01", organization_id="arf")
    assert (rows[0].grade, rows[0].complete_until) == ("official", "2024-07-28")
    assert asked(real_edition, "evidence_of_rolls", "2024-07-28", organization_id="arf") == ()


def test_claims_of_statuses(small_edition: Edition, real_edition: Edition) -> None:
    """The sides of a conflict about a status, in their order; of one organization or of all, roles at meetings too."""
    rows = asked(real_edition, "claims_of_statuses", participant_id="TLS", organization_id="asean")
    sides = [row.claimed_value for row in rows if row.conflict_id == "tls-asean-observer-since"]
    assert sides[:2] == ["2022-11-11", "2002"]
    assert {row.table_name for row in rows} == {"statuses"}
    every = asked(real_edition, "claims_of_statuses", participant_id="TLS", organization_id=None)
    assert {"amm-35-tls-role", "tls-wto-member-since"} <= {row.conflict_id for row in every}
    assert asked(small_edition, "claims_of_statuses", participant_id="XAA", organization_id=None) == ()


def test_milestones_and_documents_about_a_participant(small_edition: Edition, real_edition: Edition) -> None:
    """None on the small dataset; of Timor-Leste its roadmap and its declaration of admission, the earliest first."""
    assert asked(small_edition, "milestones_of_participant", participant_id="XAC") == ()
    assert asked(small_edition, "documents_about_participant", participant_id="XAC") == ()
    rows = asked(real_edition, "documents_about_participant", participant_id="TLS")
    names = [row.document_id for row in rows]
    assert names.index("timor-leste-roadmap-2023") < names.index("timor-leste-admission-2025")
    assert {row.document_id: row.adopted_at for row in rows}["timor-leste-admission-2025"] == "asean-summit-47"


def test_counts_over_time(small_edition: Edition) -> None:
    """Steps at the certain days: two founders and one more of the League, an observer until it becomes a member."""
    rows = asked(small_edition, "status_spans", organizations=("league",))
    assert counts_over_time(rows, day("2026-01-01")) == {
        "member": [(day("1967-08-08"), 1), (day("1984-01-31"), 2), (day("2025-10-26"), 3), (day("2026-01-01"), 3)],
        "observer": [(day("2014-12-31"), 1), (day("2025-10-26"), 0), (day("2026-01-01"), 0)],
    }


def test_bars_are_hatched_where_a_status_is_only_possible(small_edition: Edition) -> None:
    """An observer from some day of 2014: possible in that year, certain from its last day until the admission."""
    rows = asked(small_edition, "status_spans", participants=("XAC",), organizations=("league",))
    ids = {row.status_id: row.status_id for row in rows}
    spans = [
        (span.line, str(span.start), str(span.end), span.is_possible) for span in spans_of(rows, ids, ids, day("2026-01-01"))
    ]
    assert [span for span in spans if span[0] == "xac-league-observer"] == [
        ("xac-league-observer", "2014-01-01", "2014-12-31", True),
        ("xac-league-observer", "2014-12-31", "2025-10-26", False),
    ]
    rows = asked(small_edition, "status_spans", participants=("XAA",), organizations=("ring",))
    ids = {row.status_id: row.status_id for row in rows}
    bars = spans_of(rows, ids, ids, day("2026-01-01"))
    assert [bar.is_possible for bar in bars] == [True, False, True]
    assert str(bars[0].start) == "2002-01-01"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_figures_are_valid(small_edition: Edition, theme: Any) -> None:
    """Plotly's own validation, which pages leave out, finds nothing wrong."""
    import plotly.graph_objects as go

    rows = asked(small_edition, "status_spans", organizations=("league",))
    ids = {row.status_id: row.participant_id for row in rows}
    spans = spans_of(rows, ids, ids, DAY)
    points = [Waypoint(day("2011-03-04"), "applied", "accession"), Waypoint(day("2011-03-05"), "seen", "event")]
    for figure in (
        timeline(spans, ["XAA", "XAB", "XAC"], GROUPS, theme, DAY),
        steps(counts_over_time(rows, DAY), GROUPS, theme, DAY),
        path(points, spans, GROUPS, theme, DAY),
    ):
        go.Figure(figure.to_plotly_json())


def test_marks_that_are_near_do_not_lie_on_one_another() -> None:
    """Two steps of the same week stand above each other; one of years later is low again."""
    points = [Waypoint(day(text), text, "event") for text in ("2011-03-04", "2011-03-05", "2022-11-11")]
    assert path(points, [], GROUPS, LIGHT, DAY).to_plotly_json()["data"][-1]["y"] == [0, 1, 0]


@pytest.mark.parametrize("code", ["en", "id"])
def test_each_standing_has_a_letter_and_a_word_of_its_own(code: str) -> None:
    """No two standings share a letter or a word, no two sorts of nothing a mark."""
    language = Language(code)
    assert len(set(letters(language).values())) == len(STANDINGS)
    assert len({standing_word(language, status) for status in STANDINGS}) == len(STANDINGS)
    assert len(set(absence_marks().values())) == 4


def test_the_term_of_an_organization_is_used() -> None:
    """EAS has participants, TAC high contracting parties, APEC member economies."""
    language = Language("en")
    assert standing_count(language, "member", "participant", 18) == "18 participants"
    assert standing_count(language, "member", "high_contracting_party", 1) == "1 high contracting party"
    assert standing_word(language, "member", "member_economy") == "member economy"
    assert standing_count(Language("id"), "member", "member", 11) == "11 anggota"
