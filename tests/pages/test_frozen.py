"""Frozen views and embedded pages, as Streamlit runs them on editions of the small dataset."""

import json
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from sidang.build import build
from sidang.edition import Edition
from tests.pages.test_pages import EVENTS, checked, link, opened, texts
from tests.small import add_line, cite, copy_small, edit

CANCELLED = "trade-council-3,trade-council,3,source,,,,2022-06,,source,sitting,unknown,,,,,cancelled,"


@pytest.fixture
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Edition, Edition]:
    """Two editions, the later one served: a meeting added, one held after all, one in another year."""
    data, var = copy_small(tmp_path / "data"), tmp_path / "var"
    monkeypatch.setenv("SIDANG_VAR", str(var))
    before = build(data, var)
    edit(data, "events.csv", CANCELLED, CANCELLED.replace("cancelled", "held"))
    add_line(
        data,
        "events.csv",
        "ring-summit-3,ring-summit,3,source,,,,2022-03-01,,source,sitting,unknown,,,,,held,",
        "trade-council-1",
    )
    cite(data, "events", "ring-summit-3")
    return before, build(data, var)


def test_a_frozen_view_shows_its_edition_and_what_has_changed_since(editions: tuple[Edition, Edition]) -> None:
    """The old figures under a banner; added and changed meetings with their fields; one click to the present."""
    before, after = editions
    app = opened(edition=before.id, as_of="2026-05-10")
    page = texts(app)
    assert "**14 meetings**" in page
    assert f"edition {before.id.replace('-', '')}" in page.replace("\\", "").replace("-", "").replace("\u2060", "")
    assert [box.label for box in app.expander if "Since then" in box.label] == [
        "Since then, in this view: 1 meeting added, 1 changed."
    ]
    assert "3rd Ring Summit" in page
    assert "status cancelled → held" in page
    app.button(key="present").click().run()
    assert link(checked(app)) == {}
    assert "**16 meetings**" in texts(app)
    assert after.id in texts(app)


def test_only_changes_of_the_view_are_listed(editions: tuple[Edition, Edition]) -> None:
    """What changed outside the view is counted beside it."""
    before, _ = editions
    page = texts(opened(edition=before.id, as_of="2026-05-10", body="ring-summit"))
    assert "3rd Ring Summit" in page
    assert "cancelled → held" not in page
    assert "In the whole dataset: 1 meeting added, 1 changed." in page
    assert "Since then, in this view: nothing has changed." in texts(
        opened(edition=before.id, as_of="2026-05-10", body="culture-council")
    )


def test_filters_and_pages_keep_a_view_frozen(editions: tuple[Edition, Edition]) -> None:
    """Whatever is clicked, the edition stays in the link."""
    before, _ = editions
    app = opened(EVENTS, edition=before.id, as_of="2026-05-10", lang="id")
    app.selectbox(key="filter_period").select("2018").run()
    assert link(checked(app)) == {"year": "2018", "as_of": "2026-05-10", "edition": before.id, "lang": "id"}
    assert "**Bukan angka terkini.**" in texts(app)


def test_a_view_frozen_to_the_present_edition_says_so(editions: tuple[Edition, Edition]) -> None:
    """Nothing has changed yet; the reader sees what will be kept."""
    assert "which is the present one" in texts(opened(edition=editions[1].id, as_of="2026-05-10"))


@pytest.mark.parametrize("name", ["2020.1.1-0123456789ab", "..", "x" * 100])
def test_a_frozen_view_whose_edition_is_gone_shows_the_present_marked(editions: tuple[Edition, Edition], name: str) -> None:
    """The present figures, under a banner that says they are not the frozen ones; it stays while the reader clicks on."""
    app = opened(edition=name, as_of="2026-05-10")
    assert "**Not the frozen figures.**" in texts(app)
    assert "**16 meetings**" in texts(app)
    app.selectbox(key="filter_period").select("2018").run()
    assert "**Not the frozen figures.**" in texts(checked(app))
    assert editions[1].id in texts(app)


def test_a_frozen_view_whose_edition_is_damaged_shows_the_present_marked(editions: tuple[Edition, Edition]) -> None:
    """A file that cannot be read is no reason for an empty page."""
    before, _ = editions
    (before.path.parent / "2020.1.1-0123456789ab.duckdb").write_bytes(b"no database")
    page = texts(opened(edition="2020.1.1-0123456789ab"))
    assert "can no longer be read" in page
    assert "**16 meetings**" in page


def test_the_links_to_copy_are_those_of_the_view(editions: tuple[Edition, Edition]) -> None:
    """The plain link leaves edition and day out, the frozen one names both."""
    app = opened(EVENTS, year="2018", lang="id", **{"with": "xac"})
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert data["link"]["query"] == "year=2018&with=xac&lang=id"
    assert data["frozen"]["query"].startswith("year=2018&with=xac&as_of=20")
    assert data["frozen"]["query"].endswith(f"&edition={editions[1].id}&lang=id")
    assert data["link"]["label"] == "Salin tautan"
    assert data["language"] == "id"


@pytest.mark.parametrize("page", ["pages/explore/overview.py", EVENTS])
def test_an_embedded_page_is_the_page_alone(
    editions: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """No panel, no bar, no buttons; the filters in words, the source line, and a link to the full view."""
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _: True))
    app: AppTest = opened(page, year="2018")
    assert len(app.sidebar.children) == 0
    assert list(app.button) == []
    assert "In view: 2018" in texts(app)
    assert f"edition {editions[1].id}" in texts(app)
    full = [element.proto for element in app.get("link_button") if element.proto.label == "Open the full view"]
    assert [proto.url for proto in full] == ["/events?year=2018" if page == EVENTS else "/?year=2018"]
