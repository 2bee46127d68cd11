"""Each rule of queries/checks, broken in one place of the small dataset."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from sidang.check import check
from sidang.rules import CHECKS, rules
from tests.small import add_line, cite, edit, places, the_fault

EVENT = "trade-council-4,trade-council,4,source,,,,{start},{end},,sitting,{mode},,{place},{country},,{status},"


@dataclass(frozen=True)
class Broken:
    """An edit that breaks one rule, and where the fault must be shown."""

    rule: str
    file: str
    old: str
    new: str
    column: str
    value: str
    reason: str


BROKEN = [
    Broken(
        "alias_to_nothing",
        "aliases.csv",
        "soc-old,culture-officials",
        "soc-old,culture-men",
        "new_id",
        "culture-men",
        "is the id of no body",
    ),
    Broken(
        "alias_to_nothing",
        "aliases.csv",
        "soc-old,culture-officials",
        "ring-summit,culture-officials",
        "old_id",
        "ring-summit",
        "is still the id of a body",
    ),
    Broken(
        "topic_of_no_concept",
        "topic_concepts.csv",
        "prevention,culture-of-prevention",
        "prevention,culture-of-repair",
        "concept_id",
        "culture-of-repair",
        "is no concept of search_terms",
    ),
    Broken(
        "end_date_without_start_date",
        "events.csv",
        "Founding session,,,,,",
        "Founding session,,,,2001,",
        "start_date",
        "",
        "is empty while end_date is 2001",
    ),
    Broken(
        "event_ends_before_it_starts",
        "events.csv",
        "2021-03-01,2021-03-03",
        "2021-03-01,2021-02",
        "end_date",
        "2021-02",
        "ends before it starts (2021-03-01)",
    ),
    Broken(
        "event_with_place_and_country",
        "events.csv",
        "hybrid,source,arville-xaa,,",
        "hybrid,source,arville-xaa,XAA,",
        "country_id",
        "XAA",
        "is given beside place_id (arville-xaa)",
    ),
    Broken(
        "held_after_data_until",
        "events.csv",
        "bortown-xab,,,planned",
        "bortown-xab,,,held",
        "status",
        "held",
        "starts on 2026-09-15, after data_until (2026-05-10), and cannot be held yet",
    ),
    Broken(
        "host_with_two_grades",
        "sources.csv",
        "https://daily.example/2,,en,,,press",
        "https://daily.example/2,,en,,,reference",
        "grade",
        "reference",
        "daily.example is press elsewhere (daily-1)",
    ),
    Broken(
        "parent_cycle",
        "bodies.csv",
        "ring-summit,ring,,none",
        "ring-summit,ring,ring-summit,none",
        "parent_body_id",
        "ring-summit",
        "ring-summit stands above itself by its parents",
    ),
    Broken(
        "place_without_point",
        "places.csv",
        "XAB,13.5,100.5",
        "XAB,13.5,",
        "longitude",
        "",
        "is empty for Bortown, which is of the kind city",
    ),
    Broken(
        "pointer_to_nothing",
        "conflicts.csv",
        "events,league-summit-2,start_date",
        "meetings,league-summit-2,",
        "table_name",
        "meetings",
        "is no table of the dataset",
    ),
    Broken(
        "pointer_to_nothing",
        "conflicts.csv",
        "events,league-summit-2,start_date",
        "events,league-summit-9,start_date",
        "record_id",
        "league-summit-9",
        "is no row of events",
    ),
    Broken(
        "pointer_to_nothing",
        "conflicts.csv",
        "league-summit-2,start_date",
        "league-summit-2,day",
        "field",
        "day",
        "is no column of events",
    ),
    Broken(
        "repeated_ordinal",
        "events.csv",
        "ring-summit-2,ring-summit,2",
        "ring-summit-2,ring-summit,1",
        "ordinal",
        "1",
        "ring-summit has this number already: ring-summit-1",
    ),
    Broken(
        "status_ends_before_it_starts",
        "statuses.csv",
        "2019-05,2021-10-13",
        "2019-05,2019-04",
        "until_date",
        "2019-04",
        "ends on or before the day it starts (2019-05)",
    ),
    Broken(
        "term_ends_before_it_starts",
        "office_terms.csv",
        "2021-10-13,,",
        "2021-10-13,2020,",
        "until_date",
        "2020",
        "ends before it starts (2021-10-13)",
    ),
    Broken(
        "term_ends_before_it_starts",
        "rolls.csv",
        "1967-08-08,",
        "1967-08-08,1966",
        "complete_until",
        "1966",
        "ends before it starts (1967-08-08)",
    ),
    Broken(
        "virtual_meeting_with_place",
        "events.csv",
        "virtual,source,,",
        "virtual,source,arville-xaa,",
        "place_id",
        "arville-xaa",
        "is given for a virtual meeting, which has no place",
    ),
    Broken(
        "virtual_meeting_with_place",
        "events.csv",
        "virtual,source,,",
        "virtual,source,,XAA",
        "country_id",
        "XAA",
        "is given for a virtual meeting, which has no place",
    ),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.rule}-{broken.column}")
def test_a_broken_rule_is_one_fault_at_its_place(small: Path, broken: Broken) -> None:
    """The fault names file, line, column, value and reason, and the remedy of the rule's header."""
    line = (small / broken.file).read_bytes().split(broken.old.encode())[0].count(b"\n") + 1
    edit(small, broken.file, broken.old, broken.new)
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == (broken.file, line, broken.column, broken.value)
    assert fault.reason == broken.reason
    assert fault.remedy == next(rule.remedy for rule in rules() if rule.name == broken.rule)
    assert not fault.is_warning


def test_a_row_without_a_source(small: Path) -> None:
    """A fact that no citation supports is refused; a contradicting one does not help."""
    edit(
        small,
        "citations.csv",
        "rolls,league/member/1967-08-08,,league-1,supports",
        "rolls,league/member/1967-08-08,,league-1,contradicts",
    )
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == ("rolls.csv", 2, "", "league/member/1967-08-08")
    assert fault.reason == "has no source: no citation supports it"


def test_a_cycle_over_several_bodies(small: Path) -> None:
    """Every body on a cycle of parents is named, those below it are not."""
    edit(small, "bodies.csv", "league-summit,league,,", "league-summit,league,culture-council,")
    assert places(check(small)) == [
        ("bodies.csv", 3, "parent_body_id", "league-summit"),
        ("bodies.csv", 5, "parent_body_id", "culture-council"),
    ]


def test_two_standings_on_one_certain_day(small: Path) -> None:
    """An end one day late makes two standings of one day; the fault names both rows and the day."""
    edit(small, "statuses.csv", "2014,2025-10-26", "2014,2025-10-27")
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == ("statuses.csv", 8, "from_date", "2025-10-26")
    assert fault.reason == "XAC is certainly member and observer of league on 2025-10-26 (line 9, xac-league-observer)"


def test_an_id_of_two_kinds(small: Path) -> None:
    """A participant may not have the id of a body: an address names one record."""
    add_line(small, "participants.csv", "ring-summit,body,Ring Summit,,,,,ring-summit,")
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == ("participants.csv", 7, "participant_id", "ring-summit")
    assert fault.reason.startswith("is an id of bodies already")


def test_a_role_that_contradicts_the_standing_is_a_warning(small: Path) -> None:
    """Taking part as member while certainly observer is shown with both sources and does not refuse a build."""
    edit(small, "participations.csv", "ring-summit-2,XAC,observer", "ring-summit-2,XAC,member")
    edit(small, "events.csv", "2021-10-12,2021-10-13", "2021-10-12,2021-10-12")
    edit(small, "citations.csv", "ring-summit-2/XAC/observer/", "ring-summit-2/XAC/member/")
    fault = the_fault(small)
    assert fault.is_warning
    assert (fault.file, fault.line, fault.column, fault.value) == ("participations.csv", 11, "role", "member")
    assert fault.reason == (
        "XAC took part in ring-summit-2 as member (league-1) but was observer of ring on 2021-10-12 "
        "(xac-ring-observer: league-1)"
    )


@pytest.mark.parametrize("acronym", ["RO Retreat", "COP to RO", "ROs"])
def test_a_short_name_with_english_words_and_no_indonesian_form_is_a_warning(small: Path, acronym: str) -> None:
    """Letters alone are the same in every language; a word, however short, or an English plural is not."""
    edit(small, "bodies.csv", "Ring Officials,,,RO,,", f"Ring Officials,,,{acronym},,")
    fault = the_fault(small)
    assert (fault.file, fault.column, fault.value, fault.is_warning) == ("bodies.csv", "acronym", acronym, True)
    edit(small, "bodies.csv", f"{acronym},,", f"{acronym},Retret RO,")
    assert check(small) == []


def test_a_role_of_a_later_day_of_the_meeting_is_no_contradiction(small: Path) -> None:
    """Who becomes member on the second day may be recorded as either."""
    edit(small, "participations.csv", "ring-summit-2,XAC,observer", "ring-summit-2,XAC,member")
    edit(small, "citations.csv", "ring-summit-2/XAC/observer/", "ring-summit-2/XAC/member/")
    assert check(small) == []


def test_a_cancelled_meeting_lends_its_number(small: Path) -> None:
    """The number of a cancelled meeting may be used again."""
    edit(small, "events.csv", "trade-council-2,trade-council,2", "trade-council-2,trade-council,3")
    assert check(small) == []


def test_statuses_that_overlap_on_uncertain_days_only(small: Path) -> None:
    """An end known by year only leaves its days open; open days contradict nothing."""
    edit(small, "statuses.csv", "2014,2025-10-26", "2014,2025")
    assert check(small) == []


def test_statuses_of_two_tracks_run_side_by_side(small: Path) -> None:
    """Observer and applicant on one day are no fault: the small dataset has both."""
    statuses = (small / "statuses.csv").read_text()
    assert "xac-league-applicant,XAC,league,accession" in statuses
    assert "xac-league-observer,XAC,league,standing,observer,,2014,2025-10-26" in statuses
    assert check(small) == []


def test_every_rule_has_a_test() -> None:
    """No file of queries/checks is without a broken dataset here."""
    others = {
        "acronym_without_indonesian_form",
        "repeated_record_id",
        "role_contradicted_by_standing",
        "two_statuses_on_one_day",
        "uncited_row",
    }
    tested = {broken.rule for broken in BROKEN} | others
    assert sorted(path.stem for path in CHECKS.glob("*.sql") if path.stem not in tested) == []


def test_a_held_meeting_on_the_last_day_known(small: Path) -> None:
    """data_until itself still belongs to what is known."""
    start = "2026-05-10"
    add_line(small, "events.csv", EVENT.format(start=start, end="", mode="unknown", place="", country="", status="held"))
    cite(small, "events", "trade-council-4")
    assert check(small) == []
