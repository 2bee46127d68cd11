"""Every way by which something leaves a page leads to it: pictures, briefs, tables, calendars, feeds."""

import re
from typing import Any

import pytest
import streamlit as st

from sidang.edition import Edition
from tests.examples import RECORDS, registered
from tests.machines import asking
from tests.pages.reading import figures
from tests.pages.test_figures import opened

WAY = re.compile(r"(/(?:pictures|briefs|download|calendars|feeds)/[^)\s]+)")
VIEWS: dict[str, dict[str, str]] = {
    "all": {},
    "filtered": {"year": "2018-2023", "org": "asean", "with": "tls"},
    "Indonesian": {"lang": "id", "pillar": "ascc"},
}
SECTIONS = ("sources", "conflicts")
# Charts of which no picture of their own is offered: the small map leads to that of the large one, and the way of a
# participant is drawn once for wide and once for narrow screens.
TWICE = {"/timor-leste": 1}


def cases() -> list[Any]:
    """Every page with its record under several views, and the sections of the page of data."""
    found = [
        pytest.param(path, view | ({"id": RECORDS[path]} if path in RECORDS else {}), id=f"{path}-{name}")
        for _, path in registered()
        for name, view in VIEWS.items()
    ]
    return [*found, *(pytest.param("/data", {"section": name}, id=f"/data-{name}") for name in SECTIONS)]


@pytest.mark.parametrize(("path", "query"), cases())
def test_every_way_leads_there(
    path: str, query: dict[str, str], real_edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each address is answered, though the page shows a record besides; each chart has a picture, each page a brief."""
    monkeypatch.setenv("SIDANG_SERVER", "1")
    st.cache_data.clear()
    app = opened(path, query, real_edition, monkeypatch)
    texts = [element.value for element in (*app.markdown, *app.code)]
    texts += [button.proto.url for button in app.get("link_button")]
    ways = dict.fromkeys(way for text in texts for way in WAY.findall(text))
    with asking(real_edition) as client:
        refused = {way: answer.text[:200] for way in ways if (answer := client.get(way)).status_code != 200}
    assert refused == {}
    pictures = {way for way in ways if way.startswith("/pictures/") and ".png" in way}
    assert len(pictures) == len(app.get("plotly_chart")) + len(figures(app)) - TWICE.get(path, 0) + len(
        app.get("deck_gl_json_chart")
    )
    assert sum(way.startswith("/briefs/") for way in ways) == 2


def test_without_the_server_there_is_no_such_way(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under plain streamlit run no route answers, and none is offered."""
    monkeypatch.delenv("SIDANG_SERVER", raising=False)
    st.cache_data.clear()  # how it is served is the same for a process, and not asked again
    for path in ("/", "/events", "/membership", "/event"):
        app = opened(path, {"id": RECORDS[path]} if path in RECORDS else {}, real_edition, monkeypatch)
        assert not [element.value for element in app.markdown if WAY.search(element.value)], path
    st.cache_data.clear()
