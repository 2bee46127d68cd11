"""What has changed between two editions: each kind of edit alone, all at once, in both directions, and in words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sidang.build import build
from sidang.change_words import line, sentence
from sidang.changes import Change, changes_between, changes_in
from sidang.edition import Edition
from sidang.format import format_dataset
from sidang.language import Language
from sidang.questions import ask
from tests.small import copy_small, edit

ENGLISH, INDONESIAN = Language("en"), Language("id")
NEW_MEETING = "trade-council-4,trade-council,4,source,,,,2023-06-20,2023-06-20,source,sitting,in_person,source,,XAB,,held,"
FIRST_TRADE_COUNCIL = "2019-06-20,2019-06-20,source,sitting,in_person,source,,XAB,,held,"
THIRD_OFFICIALS = "culture-officials-3,culture-officials,3,source,,,,2020-05-04,2020-05-05,"

Found = tuple[str, str, tuple[str, ...]]


def add(data: Path, file: str, *rows: str) -> None:
    """Rows of a file, to be sorted into it afterwards."""
    path = data / file
    path.write_text(path.read_text(encoding="utf-8") + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def cited(data: Path, table: str, record: str, source: str = "league-1") -> None:
    """A page that supports a row."""
    add(data, "citations.csv", f"{table},{record},,{source},supports,,")


def meeting_added(data: Path) -> None:
    """A fourth Trade Council."""
    add(data, "events.csv", NEW_MEETING)
    cited(data, "events", "trade-council-4")


def meeting_removed(data: Path) -> None:
    """No first Ring Summit."""
    row = "ring-summit-1,ring-summit,1,source,,,,2002-06-04,2002-06-04,source,sitting,in_person,source,arville-xaa,,,held,\n"
    edit(data, "events.csv", row, "")
    edit(data, "citations.csv", "events,ring-summit-1,,league-1,supports,,\n", "")


def day_moved(data: Path) -> None:
    """The second Culture Council ended a day earlier."""
    edit(data, "events.csv", "2021-03-01,2021-03-03", "2021-03-01,2021-03-02")


def day_more_exact(data: Path) -> None:
    """The third meeting of officials gets a day instead of a year."""
    edit(data, "events.csv", "culture-officials-3,culture-officials,3,source,,,,2020,,", THIRD_OFFICIALS)


def other_place(data: Path) -> None:
    """The second Ring Summit was in Arville."""
    old = "2021-10-12,2021-10-13,source,sitting,in_person,source,bortown-xab"
    edit(data, "events.csv", old, old.replace("bortown-xab", "arville-xaa"))


def other_mode(data: Path) -> None:
    """The second Trade Council was in person."""
    edit(data, "events.csv", "hybrid,source", "in_person,inferred")


def held_after_all(data: Path) -> None:
    """The third Trade Council was held."""
    edit(data, "events.csv", ",cancelled,", ",held,")


def name_printed(data: Path) -> None:
    """The undated session of the Ring Officials bears another name."""
    edit(data, "events.csv", "Founding session", "Founding *session*")


def ordinal_corrected(data: Path) -> None:
    """The fifth meeting of officials is the sixth, and that is inferred."""
    edit(data, "events.csv", "culture-officials,5,source", "culture-officials,6,inferred")


def venue_corrected(data: Path) -> None:
    """The first League Summit was in another hall."""
    edit(data, "events.csv", "Grand Hall", "Small Hall")


def note_added(data: Path) -> None:
    """The first Trade Council gets a note."""
    edit(data, "events.csv", FIRST_TRADE_COUNCIL, f"{FIRST_TRADE_COUNCIL}Held behind doors")


def pillar_of_a_body(data: Path) -> None:
    """The committee of Arland moves to another pillar."""
    edit(data, "bodies.csv", "arland-committee,arland-national,,ascc", "arland-committee,arland-national,,apsc")


def participants_exchanged(data: Path) -> None:
    """Borland instead of Côrland at the third League Summit."""
    edit(data, "participations.csv", "league-summit-3,XAC,observer", "league-summit-3,XAB,member")
    edit(data, "citations.csv", "league-summit-3/XAC/observer/", "league-summit-3/XAB/member/")


def participant_added(data: Path) -> None:
    """Arland at the second League Summit, as another page says."""
    add(data, "participations.csv", "league-summit-2,XAA,chair,,,minister,in_person")
    cited(data, "participations", "league-summit-2/XAA/chair/", "daily-1")


def participant_removed(data: Path) -> None:
    """Nobody recorded any more at the first Culture Council."""
    edit(data, "participations.csv", "culture-council-1,XAC,observer,,,minister,absent\n", "")
    edit(data, "citations.csv", "participations,culture-council-1/XAC/observer/,,league-1,supports,,\n", "")


def role_changed(data: Path) -> None:
    """Borland was guest at the first meeting of officials."""
    edit(data, "participations.csv", "culture-officials-1,XAB,member", "culture-officials-1,XAB,guest")
    edit(data, "citations.csv", "culture-officials-1/XAB/member/", "culture-officials-1/XAB/guest/")


def pillar_involved(data: Path) -> None:
    """The first meeting of officials involved another pillar."""
    edit(data, "event_pillars.csv", "culture-officials-1,aec", "culture-officials-1,apsc")
    edit(data, "citations.csv", "event_pillars,culture-officials-1/aec", "event_pillars,culture-officials-1/apsc")


def document_added(data: Path) -> None:
    """The declaration was discussed by the officials, too."""
    add(data, "event_documents.csv", "culture-officials-4,lantern-declaration-2018,discussed")
    cited(data, "event_documents", "culture-officials-4/lantern-declaration-2018/discussed")


def topics_changed(data: Path) -> None:
    """Both topics of the second meeting of officials are corrected: one was an outcome, one is another."""
    edit(data, "event_topics.csv", "1,agenda,Culture of prevention", "1,outcome,Culture of prevention")
    edit(data, "event_topics.csv", "Library exchange", "Exchange of books")


def source_added(data: Path) -> None:
    """Another page reports the session on water, and one contradicts it."""
    cited(data, "events", "ring-officials-2021-10-10", "daily-1")
    add(data, "citations.csv", "events,ring-officials-2021-10-10,venue,wiki-1,contradicts,Town Hall,")


EDITS: dict[Callable[[Path], None], Found] = {
    meeting_added: ("added", "trade-council-4", ()),
    meeting_removed: ("removed", "ring-summit-1", ()),
    day_moved: ("changed", "culture-council-2", ("dates",)),
    day_more_exact: ("changed", "culture-officials-3", ("dates",)),
    other_place: ("changed", "ring-summit-2", ("place",)),
    other_mode: ("changed", "trade-council-2", ("mode", "mode_basis")),
    held_after_all: ("changed", "trade-council-3", ("status",)),
    name_printed: ("changed", "ring-officials-undated", ("name",)),
    ordinal_corrected: ("changed", "culture-officials-5", ("ordinal", "ordinal_basis")),
    venue_corrected: ("changed", "league-summit-1", ("venue",)),
    note_added: ("changed", "trade-council-1", ("note",)),
    pillar_of_a_body: ("changed", "arland-committee-2021-09-01", ("pillar",)),
    participants_exchanged: ("changed", "league-summit-3", ("participants",)),
    participant_added: ("changed", "league-summit-2", ("participants", "sources")),
    participant_removed: ("changed", "culture-council-1", ("participants",)),
    role_changed: ("changed", "culture-officials-1", ("participants",)),
    pillar_involved: ("changed", "culture-officials-1", ("involved_pillars",)),
    document_added: ("changed", "culture-officials-4", ("documents",)),
    topics_changed: ("changed", "culture-officials-2", ("topics",)),
    source_added: ("changed", "ring-officials-2021-10-10", ("sources", "contradictions")),
}

ENGLISH_LINES: dict[Callable[[Path], None], str] = {
    meeting_added: "**4th TC** (20 Jun 2023): added",
    meeting_removed: "**1st Ring Summit** (4 Jun 2002): removed",
    day_moved: "**2nd CC** (1–2 Mar 2021): date 1–3 Mar 2021 → 1–2 Mar 2021",
    day_more_exact: "**3rd SOC** (4–5 May 2020): date 2020 → 4–5 May 2020",
    other_place: "**2nd Ring Summit** (12–13 Oct 2021): place Bortown → Arville",
    other_mode: "**2nd TC** (21 Jun 2021): mode hybrid → in person; basis of the mode a source → inferred",
    held_after_all: "**3rd TC** (Jun 2022): status cancelled → held",
    name_printed: r"**Founding \*session\*** (date not known): name Founding session → Founding \*session\*",
    ordinal_corrected: "**6th SOC** (15–16 Sept 2026): number 5 → 6; basis of the number a source → inferred",
    venue_corrected: "**1st League Summit** (10 May 2018): venue Grand Hall → Small Hall",
    note_added: "**1st TC** (20 Jun 2019): note none → Held behind doors",
    pillar_of_a_body: "**Arland Culture Committee, 1 Sept 2021** (1 Sept 2021): pillar Socio-Cultural → Political-Security",
    participants_exchanged: (
        "**3rd League Summit** (12–13 Nov 2020): participants + Borland (as member), − Côrland (as observer)"
    ),
    participant_added: "**2nd League Summit** (Nov 2019): participants + Arland (as chair); 1 source more",
    participant_removed: "**1st CC** (9 May 2018): participants − Côrland (as observer)",
    role_changed: "**1st SOC** (15–16 Jan 2018): participants Borland (as member) → Borland (as guest)",
    pillar_involved: "**1st SOC** (15–16 Jan 2018): pillars involved + Political-Security, − Economic",
    document_added: "**4th SOC** (1–2 Dec 2025): documents + Lantern Declaration (discussed)",
    topics_changed: (
        "**2nd SOC** (10 Feb 2019): topics Culture of prevention (agenda) → Culture of prevention (outcome), "
        "+ Exchange of books (outcome), − Library exchange (outcome)"
    ),
    source_added: "**Special session on water** (10 Oct 2021): 1 source more; 1 contradicting claim more",
}

INDONESIAN_LINES: dict[Callable[[Path], None], str] = {
    meeting_added: "**TC ke-4** (20 Jun 2023): ditambahkan",
    meeting_removed: "**Ring Summit \\[en\\] ke-1** (4 Jun 2002): dihapus",
    day_moved: "**DK ke-2** (1–2 Mar 2021): tanggal 1–3 Mar 2021 → 1–2 Mar 2021",
    other_place: "**Ring Summit \\[en\\] ke-2** (12–13 Okt 2021): tempat Kota Bor → Arville \\[en\\]",
    other_mode: (
        "**TC ke-2** (21 Jun 2021): cara penyelenggaraan hibrida → tatap muka; "
        "dasar cara penyelenggaraan sumber → disimpulkan"
    ),
    held_after_all: "**TC ke-3** (Jun 2022): status dibatalkan → berlangsung",
    note_added: "**TC ke-1** (20 Jun 2019): catatan tidak ada → Held behind doors",
    participants_exchanged: (
        "**KTT Liga ke-3** (12–13 Nov 2020): peserta + Borlandia (sebagai anggota), − Korlandia (sebagai pengamat)"
    ),
    document_added: "**SOC ke-4** (1–2 Des 2025): dokumen + Deklarasi Lentera (dibahas)",
    source_added: "**Sidang khusus tentang air** (10 Okt 2021): 1 sumber bertambah; 1 klaim yang bertentangan bertambah",
}


def edited(folder: Path, *edits: Callable[[Path], None]) -> Edition:
    """The edition of the small dataset with edits."""
    data = copy_small(folder / "data")
    for step in edits:
        step(data)
    format_dataset(data)
    return build(data, folder / "var")


def found(changes: tuple[Change, ...]) -> set[Found]:
    """Kind, id and fields of each change."""
    told = [(change.kind, change.event_id, tuple(field.field for field in change.fields)) for change in changes]
    assert len(told) == len(set(told))
    return set(told)


def turned(one: Found) -> Found:
    """The same change looked at from the other side."""
    kinds = {"added": "removed", "removed": "added", "changed": "changed"}
    return kinds[one[0]], one[1], one[2]


@pytest.mark.parametrize("step", EDITS, ids=lambda step: step.__name__)
def test_an_edit_is_told_with_its_fields_and_in_words(
    small_edition: Edition, tmp_path: Path, step: Callable[[Path], None]
) -> None:
    """Of one edit exactly its meeting and its fields are listed, from either side, and told in words."""
    after = edited(tmp_path, step)
    changes = changes_between(small_edition, after)
    assert found(changes) == {EDITS[step]}
    assert found(changes_between(after, small_edition)) == {turned(EDITS[step])}
    assert line(changes[0], ENGLISH) == ENGLISH_LINES[step]
    if step in INDONESIAN_LINES:
        assert line(changes[0], INDONESIAN) == INDONESIAN_LINES[step]
    back = changes_between(after, small_edition)[0]
    assert [(field.field, field.after, field.before) for field in back.fields] == [
        (field.field, field.before, field.after) for field in changes[0].fields
    ]


@pytest.fixture(scope="module")
def all_edited(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small dataset with all edits at once, and a renamed meeting."""
    return edited(tmp_path_factory.mktemp("all"), *EDITS, rename_second_summit)


def rename_second_summit(data: Path) -> None:
    """Another id for a meeting that is edited, too."""
    rename(data, "ring-summit-2", "ring-summit-second")


def rename(data: Path, old: str, new: str) -> None:
    """Another id for a meeting, in every file, with the former one kept."""
    for path in data.glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    add(data, "aliases.csv", f"event,{old},{new}")


def test_all_edits_at_once(small_edition: Edition, all_edited: Edition) -> None:
    """Every edit is listed once with its fields, from either side; nothing else is."""
    expected = set(EDITS.values()) - {EDITS[other_place], EDITS[role_changed], EDITS[pillar_involved]}
    both = ("changed", "culture-officials-1", ("involved_pillars", "participants"))
    renamed = ("changed", "ring-summit-second", ("event_id", "place"))
    assert found(changes_between(small_edition, all_edited)) == expected | {both, renamed}
    before = ("changed", "ring-summit-2", ("event_id", "place"))
    assert found(changes_between(all_edited, small_edition)) == {turned(one) for one in expected | {both, before}}


def test_all_edits_in_one_sentence(small_edition: Edition, all_edited: Edition) -> None:
    """The numbers of meetings added, removed and changed; what there is none of is not said."""
    changes = changes_between(small_edition, all_edited)
    assert sentence(changes, ENGLISH) == "1 meeting added, 1 removed, 17 changed"
    assert sentence(changes, INDONESIAN) == "1 pertemuan ditambahkan, 1 dihapus, 17 diubah"
    assert sentence(changes[1:2], ENGLISH) == "1 meeting removed"
    assert sentence(changes[2:], ENGLISH) == "17 meetings changed"
    assert sentence((), ENGLISH) == "nothing has changed"
    assert sentence((), INDONESIAN) == "tidak ada yang berubah"


def test_changes_are_listed_by_kind_then_latest_first(small_edition: Edition, all_edited: Edition) -> None:
    """Added, removed, changed; among the changed the latest day first and the undated last."""
    changes = changes_between(small_edition, all_edited)
    assert [change.kind for change in changes[:3]] == ["added", "removed", "changed"]
    assert [change.event_id for change in changes[2:5]] == ["culture-officials-5", "culture-officials-4", "trade-council-3"]
    assert changes[-1].event_id == "ring-officials-undated"


def test_an_edition_does_not_differ_from_itself(small_edition: Edition) -> None:
    """The same edition, or another that says the same of its meetings, has no changes."""
    assert changes_between(small_edition, small_edition) == ()


def test_what_meetings_do_not_show_is_no_change_of_them(small_edition: Edition, tmp_path: Path) -> None:
    """A status of a country is no fact of a meeting."""
    after = edited(tmp_path, lambda data: edit(data, "statuses.csv", "Founding member", "One of the founders"))
    assert after.id != small_edition.id
    assert changes_between(small_edition, after) == ()


def test_changes_in_a_view(small_edition: Edition, all_edited: Edition) -> None:
    """Those of meetings in the view of either edition; a renamed one by its id in each."""
    changes = changes_between(small_edition, all_edited)

    def ids(before: set[str], after: set[str]) -> list[str]:
        return sorted(change.event_id for change in changes_in(changes, before, after))

    assert ids({"ring-summit-1", "trade-council-4"}, set()) == ["ring-summit-1"]
    assert ids(set(), {"ring-summit-1", "trade-council-4"}) == ["trade-council-4"]
    assert ids({"ring-summit-2"}, set()) == ids(set(), {"ring-summit-second"}) == ["ring-summit-second"]
    assert ids(set(), set()) == []


@pytest.fixture(scope="module")
def renamed_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The small dataset with another id for the first League Summit, to which another meeting is linked."""
    folder = tmp_path_factory.mktemp("renamed")
    return edited(folder, rename_first_summit)


def rename_first_summit(data: Path) -> None:
    """Another id for a meeting that has a former one already."""
    edit(data, "aliases.csv", "event,league-summit-001,league-summit-1\n", "")
    rename(data, "league-summit-1", "league-summit-first")
    add(data, "aliases.csv", "event,league-summit-001,league-summit-first")


def test_a_renamed_meeting_is_one_change(small_edition: Edition, renamed_edition: Edition) -> None:
    """Its id changed and nothing else; the meeting that is linked to it did not change."""
    (change,) = changes_between(small_edition, renamed_edition)
    assert (change.kind, change.event_id) == ("changed", "league-summit-first")
    assert line(change, ENGLISH) == "**1st League Summit** (10 May 2018): id league-summit-1 → league-summit-first"
    (back,) = changes_between(renamed_edition, small_edition)
    assert line(back, ENGLISH) == "**1st League Summit** (10 May 2018): id league-summit-first → league-summit-1"


def test_a_meeting_renamed_and_renamed_back(renamed_edition: Edition, tmp_path: Path) -> None:
    """Two editions that each know the id of the other as a former one have the same meeting, and the same link to it."""

    def rename_and_back(data: Path) -> None:
        rename_first_summit(data)
        aliases = data / "aliases.csv"
        aliases.write_text(
            aliases.read_text(encoding="utf-8").replace("event,league-summit-1,league-summit-first\n", ""), encoding="utf-8"
        )
        rename(data, "league-summit-first", "league-summit-1")

    back = edited(tmp_path, rename_and_back)
    assert found(changes_between(renamed_edition, back)) == {("changed", "league-summit-1", ("event_id",))}
    assert found(changes_between(back, renamed_edition)) == {("changed", "league-summit-first", ("event_id",))}


def test_a_meeting_merged_into_another_is_removed(small_edition: Edition, tmp_path: Path) -> None:
    """A former id of a meeting that was there before does not make the two one."""

    def merge(data: Path) -> None:
        meeting_removed(data)
        add(data, "aliases.csv", "event,ring-summit-1,ring-summit-2")

    assert found(changes_between(small_edition, edited(tmp_path, merge))) == {("removed", "ring-summit-1", ())}


def test_renamed_bodies_and_places_do_not_change_their_meetings(small_edition: Edition, tmp_path: Path) -> None:
    """Ids that readers do not see are compared by the table of former ids."""

    def rename_place(data: Path) -> None:
        for file in ("places.csv", "events.csv", "citations.csv"):
            path = data / file
            path.write_text(path.read_text(encoding="utf-8").replace("coral-coast-xac", "coral-xac"), encoding="utf-8")
        add(data, "aliases.csv", "place,coral-coast-xac,coral-xac")

    after = edited(tmp_path, rename_place)
    assert changes_between(small_edition, after) == ()
    assert changes_between(after, small_edition) == ()


def test_words_that_are_equal_are_told_apart(small_edition: Edition, tmp_path: Path) -> None:
    """Where the plain words do not differ, those that do: last day, other language, way of being present."""

    def step(data: Path) -> None:
        edit(data, "events.csv", "2018-05-10,,source", "2018-05-10,2018-05-10,source")
        edit(data, "places.csv", "Kota Bor", "Bandar Bor")
        edit(
            data,
            "participations.csv",
            "league-summit-3,XAC,observer,,,minister,virtual",
            "league-summit-3,XAC,observer,,,minister,not_known",
        )

    lines = {change.event_id: line(change, ENGLISH) for change in changes_between(small_edition, edited(tmp_path, step))}
    assert lines["league-summit-1"] == (
        "**1st League Summit** (10 May 2018): date 10 May 2018, last day not known → 10 May 2018"
    )
    assert lines["ring-summit-2"].endswith(
        "place Bortown (Kota Bor), Borland (Borlandia) → Bortown (Bandar Bor), Borland (Borlandia)"
    )
    assert lines["league-summit-3"].endswith(
        "participants Côrland (as observer, minister, online) → Côrland (as observer, minister)"
    )


def test_long_lists_and_texts_are_cut(small_edition: Edition, tmp_path: Path) -> None:
    """Five entries are told and the rest counted; a long note is shown from shortly before its first difference."""

    def step(data: Path) -> None:
        for position in range(1, 8):
            add(data, "event_topics.csv", f"ring-summit-1,{position},agenda,Topic {position},,")
            cited(data, "event_topics", f"ring-summit-1/{position}")
        edit(data, "events.csv", FIRST_TRADE_COUNCIL, f"{FIRST_TRADE_COUNCIL}{'word ' * 30}end")

    changes = changes_between(small_edition, edited(tmp_path, step))
    lines = {change.event_id: line(change, ENGLISH) for change in changes}
    five = ", ".join(f"+ Topic {position} (agenda)" for position in range(1, 6))
    assert lines["ring-summit-1"] == f"**1st Ring Summit** (4 Jun 2002): topics {five} and 2 more"
    assert lines["trade-council-1"] == f"**1st TC** (20 Jun 2019): note none → {'word ' * 24}…"


def test_facts_and_former_ids_are_asked_without_a_view(small_edition: Edition) -> None:
    """One row a meeting of any status, national coordination too, and one a former id."""
    rows = {row.event_id: row for row in ask(small_edition, "event_facts")}
    assert len(rows) == 18
    first = rows["culture-officials-1"]
    assert first.involved_pillars == "aec\x1fEconomic\x1fEkonomi"
    assert first.participants == (
        "XAA\x1fArland\x1fArlandia\x1fchair\x1fA. Chair\x1fDirector\x1fsenior_official\x1fin_person\x1e"
        "XAB\x1fBorland\x1fBorlandia\x1fmember\x1f\x1f\x1fsenior_official\x1fin_person"
    )
    assert rows["culture-officials-2"].sources == "daily-1\x1eleague-1\x1ewiki-1"
    assert rows["league-summit-2"].contradictions == "start_date\x1fdaily-2\x1f2019-10"
    assert rows["culture-council-1"].links == "league-summit-1\x1freports_to"
    assert rows["trade-council-1"].country_name == "Borland"
    assert ask(small_edition, "former_ids") == (
        ("body", "soc-old", "culture-officials"),
        ("event", "league-summit-001", "league-summit-1"),
    )
