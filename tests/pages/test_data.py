"""The page about the data, run as Streamlit runs it: its sections, its links, and what a loss of rows does to it."""

import csv
import random
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from sidang.build import build
from sidang.edition import Edition
from sidang.language import Language
from sidang.questions import ask
from sidang.view import SECTIONS
from tests.pages.reading import APP, without_links
from tests.pages.test_venues import checked, link
from tests.small import DATA, add_line, cite, copy_small, delete_events, edit

PAGE = "pages/trust/data.py"
OTHERS = ("pages/explore/overview.py", "pages/explore/venues.py", "pages/explore/events.py")
SHARE_LOST, SEED = 0.1, 8
MISSING = re.compile(r"([\d,]+) of the ([\d,]+) numbers that they must have reached are here, ([\d,]+) (?:is|are) missing")


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    return small_edition


@pytest.fixture
def real(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The edition of data/, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    return real_edition


def opened(page: str = PAGE, **query: str) -> AppTest:
    """A page opened by a link."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page(page)
    app.query_params.clear()
    app.query_params.update(query)
    return checked(app.run())


def texts(app: AppTest) -> str:
    """What the page says outside its widgets and tables."""
    elements = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.warning, *app.info, *app.code]
    return without_links("\n".join(str(element.value) for element in elements))


def tables(app: AppTest) -> list[pd.DataFrame]:
    """The tables of the page."""
    return [frame.value for frame in app.dataframe]


@pytest.mark.usefixtures("var")
def test_the_answer_counts_meetings_pages_conflicts_and_expected_numbers() -> None:
    """The first sentence has the figures of the small dataset, whatever section is read."""
    for section in SECTIONS:
        app = opened(section=section)
        assert app.title[0].value == "How far can this be trusted?"
        assert (
            "**14 meetings** in view, from 3 pages. Sources disagree on 1 point about them and on 0 about statuses, "
            "documents and the like. Of the 12 numbers that the numbered series in view must have reached, 12 are here "
            "(100 %)."
        ) in texts(app)
    assert "No numbered series is in view" in texts(opened(body="ring-officials"))


@pytest.mark.usefixtures("var")
def test_a_section_is_part_of_the_link() -> None:
    """Choosing a section writes the link; the first one is not written."""
    app = opened()
    assert "Coverage by body and year" in texts(app)
    app.segmented_control(key="filter_section").set_value("conflicts")
    assert link(checked(app.run())) == {"section": "conflicts"}
    assert "Where sources disagree" in texts(app)
    app.segmented_control(key="filter_section").set_value("coverage")
    assert link(checked(app.run())) == {}


@pytest.mark.usefixtures("var")
def test_coverage_leads_to_the_meetings_of_a_body_and_year() -> None:
    """Bodies with their numbers, years with their state, each with a link that the page of meetings understands."""
    by_body, by_year = tables(opened(lang="en"))
    council = by_body[by_body["Body"] == "CC"].iloc[0]
    assert (council["Meetings"], council["Expected"], council["Found"], council["Missing numbers"]) == (2, 2, 2, "")
    assert council["List"] == "/events?body=culture-council&sub_bodies=no&lang=en"
    cell = by_year[(by_year["Body"] == "RO") & (by_year["Year"] == "2021")].iloc[0]
    assert (cell["State"], cell["Meetings"]) == ("numbering not known", 1)
    assert cell["List"] == "/events?year=2021&body=ring-officials&lang=en"
    target = opened("pages/explore/events.py", year="2021", body="ring-officials")
    assert len(tables(target)[0]) == 1
    assert "12 expected numbers = 12 found + 0 missing." in texts(opened())


@pytest.mark.usefixtures("var")
def test_completeness_leads_to_what_is_not_known() -> None:
    """City, country and mode can be asked of the list; the other counts have no link."""
    app = opened(section="fields")
    table = tables(app)[0].set_index("What")
    assert [table["Known"]["First day"], table["Of"]["First day"], table["Not known"]["First day"]] == [11, 14, 3]
    assert table.loc["City or area", "List"] == "/events?place=country_only,unknown"
    assert table.loc["Mode: in person, online or hybrid", "List"] == "/events?mode=unknown"
    assert table.loc["Chair", "List"] == ""
    listed = opened("pages/explore/events.py", place="country_only,unknown")
    assert table["Not known"]["City or area"] == 3
    assert "**3 meetings**" in texts(listed)
    filled = tables(app)[1]
    venue = filled[(filled["Table"] == "events") & (filled["Field"] == "venue")].iloc[0]
    assert (venue["Filled"], venue["Of"]) == (1, 18)


@pytest.mark.usefixtures("var")
def test_sources_are_told_by_grade_language_publisher_and_age() -> None:
    """Each with its facts; without a publisher the site stands in brackets; what is not known is counted."""
    app = opened(section="sources")
    grades, ages, languages, publishers = tables(app)
    assert grades["Grade"].tolist() == ["official", "press", "reference work"]
    assert grades["Sources"].tolist() == [1, 3, 1]
    assert "5 sources = 1 official + 3 press + 1 reference work." in texts(app)
    assert ages["Last checked"].tolist() == ["May 2026", "not known"]
    assert languages["Language"].tolist() == ["English", "Indonesian"]
    assert {"League", "Daily", "[wiki.example]", "[files]"} == set(publishers["Publisher"])


@pytest.mark.usefixtures("var")
def test_a_conflict_has_both_sides_and_a_link_of_its_own() -> None:
    """The table names the value kept and who says what; the chosen one shows its pages and leads to its record."""
    (table,) = tables(opened(section="conflicts"))
    assert table.iloc[0].tolist() == [
        "2nd League Summit", "first day", "Nov 2019", "Nov 2019: League (official) | Oct 2019: Daily (press)",
        "The calendar is the organizer's.",
    ]  # fmt: skip
    app = opened(section="conflicts", id="summit-2-month")
    assert "**2nd League Summit** · first day · kept: Nov 2019" in texts(app)
    assert "**Sources disagree**: Two months are given for the second summit." in texts(app)
    assert "- 2019-10: [Daily](https://daily.example/2) · press" in texts(app)
    assert app.get("link_button")[0].proto.url == "/events?year=2019&body=league-summit&sub_bodies=no"
    assert link(checked(app.button(key="close_conflict").click().run())) == {"section": "conflicts"}
    gone = opened(section="conflicts", id="nothing")
    assert "`id=nothing` names no conflict between sources in this view." in gone.warning[0].value
    assert "1 conflict = 1 about meetings in view + 0" in texts(gone)
    assert "0 conflicts = 0 about" in texts(opened(section="conflicts", year="2018"))


@pytest.mark.usefixtures("real")
def test_every_conflict_of_the_dataset_is_told_in_words() -> None:
    """All are in the tables, with two sides at least, and no field is named by its code."""
    of_meetings, others = tables(opened(section="conflicts"))
    assert len(of_meetings) + len(others) == len(rows_of("conflicts"))
    for table in (of_meetings, others):
        assert [cell for cell in table["What the sides say"] if " | " not in cell and ", " not in cell] == []
        assert [cell for column in ("About", "Field", "Kept") for cell in table[column] if "_" in cell] == []


@pytest.mark.usefixtures("var")
def test_the_codebook_shows_every_table_of_the_edition() -> None:
    """Each table with its rows, each field with what the descriptor says of it, marked as English where the page is not."""
    app = opened(section="codebook")
    assert "**events** · 18 rows" in [box.label for box in app.expander]
    events = next(table.value for table in app.table if "`ordinal`" in table.value["Field"].tolist())
    ordinal = events[events["Field"] == "`ordinal`"].iloc[0]
    assert (ordinal["Type"], ordinal["Filled"], ordinal["Constraints"]) == ("integer", "83 %", "minimum 1")
    assert "[en]" in opened(section="codebook", lang="id").table[0].value["Arti"].iloc[0].replace("\\", "")


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Edition, Edition]:
    """Two editions, the later with a meeting more, beside a file that is no edition."""
    data, folder = copy_small(tmp_path / "data"), tmp_path / "var"
    monkeypatch.setenv("SIDANG_VAR", str(folder))
    before = build(data, folder)
    row = "ring-summit-3,ring-summit,3,source,,,,2022-03-01,,source,sitting,unknown,,,,,held,"
    add_line(data, "events.csv", row, "trade-council-1")
    cite(data, "events", "ring-summit-3")
    after = build(data, folder)
    (folder / "editions" / "0.9.0-0123456789ab.duckdb").write_bytes(b"no database")
    return before, after


def test_any_two_editions_are_compared(two: tuple[Edition, Edition]) -> None:
    """All files are listed with what they hold; by default the one shown is held against the one before it."""
    before, after = two
    app = opened(section="editions")
    table = tables(app)[0].set_index("Edition")
    assert table.loc[[before.id, after.id], "Meetings held"].tolist() == ["15", "16"]
    assert table.loc[after.id, "State"] == "served now"
    assert table.loc["0.9.0-0123456789ab", "State"] == "damaged; cannot be opened"
    assert "1 meeting added" in texts(app)
    assert "3rd Ring Summit" in texts(app)
    app.selectbox(key="filter_before").select(after.id)
    app.selectbox(key="filter_after").select(before.id)
    app = checked(app.run())
    assert link(app) == {"section": "editions", "before": after.id, "after": before.id}
    assert "1 meeting removed" in texts(app)
    broken = opened(section="editions", before="0.9.0-0123456789ab")
    assert "cannot be opened, so that nothing is compared with it." in broken.warning[0].value
    assert "is not kept here." in opened(section="editions", after="1.0.0-gone").warning[0].value


def test_downloads_have_their_size_and_need_the_server(var: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three forms of the edition where the server answers; under plain Streamlit a word instead."""
    monkeypatch.setenv("SIDANG_SERVER", "1")
    buttons = {str(button.proto.url): str(button.proto.label) for button in opened(section="downloads").get("link_button")}
    assert list(buttons) == [f"/download/sidang-{var.id}{end}" for end in (".zip", "-parquet.zip", ".duckdb")]
    assert all(re.search(r" · [\d.]+ [kM]B$", label) for label in buttons.values())
    monkeypatch.delenv("SIDANG_SERVER")
    app = opened(section="downloads")
    assert list(app.get("link_button")) == []
    assert "start it with make run" in texts(app)


def test_licence_and_citations_are_there_in_both_languages(var: Edition) -> None:
    """Full and short, with edition and day, in English and Indonesian, that of the page first."""
    app = opened(section="downloads", lang="id")
    full, short, english, in_short = (block.value for block in app.code)
    assert full.startswith("Pengelola Sidang. “Seluruh himpunan data”. Sidang: pertemuan dan keanggotaan badan regional")
    assert short.startswith(f"“Seluruh himpunan data”, Sidang {var.id}, ")
    assert english.startswith("Sidang maintainers. “The whole dataset”. Sidang: meetings and memberships of regional bodies")
    assert f"edition {var.id}. CC BY 4.0. Retrieved " in english
    assert in_short.startswith(f"“The whole dataset”, Sidang {var.id}, ")
    assert "creativecommons.org/licenses/by/4.0" in texts(app)


@pytest.fixture(scope="module")
def with_loss(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, int]:
    """An edition of data/ without every tenth meeting, drawn with a fixed seed, and how many numbers are missing in it."""
    folder = tmp_path_factory.mktemp("loss")
    shutil.copytree(DATA, folder / "data")
    rows = rows_of("events")
    lost = set(random.Random(SEED).sample(sorted(row["event_id"] for row in rows), round(SHARE_LOST * len(rows))))
    delete_events(folder / "data", lost)
    return build(folder / "data", folder / "var"), missing_in([row for row in rows if row["event_id"] not in lost])


def missing_in(rows: list[dict[str, str]]) -> int:
    """How many numbers below the highest of their series no meeting held has, national coordination left out."""
    held: dict[str, set[int]] = {}
    for row in rows:
        if row["status"] == "held" and row["ordinal"] and row["body_id"] not in national():
            held.setdefault(row["body_id"], set()).add(int(row["ordinal"]))
    return sum(max(numbers) - len(numbers) for numbers in held.values())


def national() -> set[str]:
    """The bodies of national coordination."""
    kinds = {row["organization_id"]: row["kind"] for row in rows_of("organizations")}
    return {row["body_id"] for row in rows_of("bodies") if kinds[row["organization_id"]] == "national"}


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of a file of the dataset."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def states(app: AppTest) -> dict[str, int]:
    """The years of bodies by state, from the line that adds them up."""
    (line,) = [text.value for text in app.markdown if "years of bodies =" in str(text.value)]
    terms = re.findall(r"([\d,]+) (known|partial|not collected|numbering not known)", line.split("years of bodies")[1])
    return {state: int(n.replace(",", "")) for n, state in terms}


def footnote(app: AppTest) -> int | None:
    """How many numbers the line under the picture or table says are missing."""
    found = [match for text in app.markdown if (match := MISSING.search(str(text.value)))]
    return int(found[0][3].replace(",", "")) if found else None


def test_a_loss_of_rows_shows_in_coverage_and_footnotes(
    real_edition: Edition, with_loss: tuple[Edition, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without every tenth meeting fewer years are known, and each page says how many numbers are missing."""
    damaged, missing = with_loss
    whole = missing_in(rows_of("events"))
    assert missing > whole
    said = {}
    for name, edition in (("whole", real_edition), ("damaged", damaged)):
        monkeypatch.setenv("SIDANG_VAR", str(edition.path.parent.parent))
        said[name] = states(opened())
        wanted = whole if name == "whole" else missing
        assert f"+ {Language('en').number(wanted)} missing." in texts(opened())
        assert [footnote(opened(page)) for page in OTHERS] == [wanted] * len(OTHERS)
    assert said["damaged"]["known"] < said["whole"]["known"]
    assert said["damaged"]["partial"] + said["damaged"]["not collected"] > said["whole"]["partial"]
    assert said["damaged"]["not collected"] > said["whole"]["not collected"]


def test_a_loss_of_rows_shows_in_a_series_that_was_whole(
    real_edition: Edition, with_loss: tuple[Edition, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The summits are whole in data/ and say nothing; where some are lost, each page says how many."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    view = {"body": "asean-summit", "sub_bodies": "no"}
    assert [footnote(opened(page, **view)) for page in OTHERS] == [None] * len(OTHERS)
    damaged, _ = with_loss
    monkeypatch.setenv("SIDANG_VAR", str(damaged.path.parent.parent))
    (body,) = [row for row in ask(damaged, "series_coverage") if row.body_id == "asean-summit"]
    assert body.highest - body.numbers > 0
    assert [footnote(opened(page, **view)) for page in OTHERS] == [body.highest - body.numbers] * len(OTHERS)


@pytest.mark.usefixtures("var")
def test_no_footnote_stands_where_nothing_is_missing() -> None:
    """The series of the small dataset are whole."""
    assert [footnote(opened(page)) for page in OTHERS] == [None] * len(OTHERS)


def test_a_frozen_page_shows_its_own_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Codebook and downloads are those of the edition in the link, not of the one that is served."""
    data, folder = copy_small(tmp_path / "data"), tmp_path / "var"
    monkeypatch.setenv("SIDANG_VAR", str(folder))
    monkeypatch.setenv("SIDANG_SERVER", "1")
    before = build(data, folder)
    edit(
        data, "datapackage.json", 'Name in English.",\n            "example": "Association',
        'Another.",\n            "example": "Association',
    )  # fmt: skip
    after = build(data, folder)
    for edition, meaning in ((before, "Name in English."), (after, "Another.")):
        organizations = opened(section="codebook", edition=edition.id).table[0].value
        assert organizations["Meaning"].iloc[1] == meaning
        links = opened(section="downloads", edition=edition.id).get("link_button")
        assert edition.id in str(links[0].proto.url)
