"""`/feeds/changes.atom`: what changed between editions, of all meetings or of a view, as feed readers read it."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from starlette.testclient import TestClient

from sidang import feeds
from sidang.edition import Edition
from sidang.view import View
from tests.disk import written_by
from tests.machines import HOST, asking
from tests.test_history import three_editions

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition, Edition]:
    """Three editions, two of which change a meeting each."""
    return three_editions(tmp_path_factory.mktemp("line"))


@pytest.fixture
def client(line: tuple[Edition, Edition, Edition]) -> Iterator[TestClient]:
    """The application on the latest of them."""
    with asking(line[-1]) as client:
        yield client


def feed(client: TestClient, address: str) -> Any:
    """A feed as a reader reads it, once it holds what RFC 4287 asks for."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(answer.content)  # noqa: S314
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return found


def test_each_step_is_told(client: TestClient, line: tuple[Edition, Edition, Edition]) -> None:
    """The latest first: the last days of two meetings, with edition, time and link."""
    first, second, third = line
    found = feed(client, "/feeds/changes.atom?lang=en")
    assert [entry.title for entry in found.entries] == ["1st Ring Summit: changed", "1st SOC: changed"]
    assert [entry.id for entry in found.entries] == [
        f"tag:sidang,2026:{third.id}/ring-summit-1", f"tag:sidang,2026:{second.id}/culture-officials-1",
    ]  # fmt: skip
    assert "15–16 Jan 2018" in found.entries[1].content[0].value
    assert "15–17 Jan 2018" in found.entries[1].content[0].value
    assert f"From edition {first.id} to {second.id}." in found.entries[1].content[0].value
    assert found.entries[0].link == f"{HOST}/event?id=ring-summit-1&lang=en"
    assert found.feed.links[0].href == f"{HOST}/feeds/changes.atom?lang=en"
    assert found.entries[0].updated == third.built_at.isoformat(timespec="seconds") + "Z"


def test_a_view_has_its_own_feed(client: TestClient) -> None:
    """By body, by country and by pillar: only what is in it before or after; in Indonesian too."""
    titles = {
        query: [entry.title for entry in feed(client, f"/feeds/changes.atom?{query}&lang=en").entries]
        for query in ("body=culture-officials", "org=ring", "pillar=aec", "country=xaa")
    }
    assert titles == {
        "body=culture-officials": ["1st SOC: changed"],
        "org=ring": ["1st Ring Summit: changed"],
        "pillar=aec": [],
        "country=xaa": ["1st Ring Summit: changed", "1st SOC: changed"],
    }
    told = feed(client, "/feeds/changes.atom?body=culture-officials&lang=id")
    assert told.entries[0].title == "SOC ke-1: diubah"


def test_a_single_edition_has_no_changes(small_edition: Edition) -> None:
    """The feed is there to subscribe to, and empty."""
    with asking(small_edition) as client:
        assert feed(client, "/feeds/changes.atom").entries == []


def test_a_long_feed_says_that_there_is_more(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for one change the last entry leads to the page of editions."""
    monkeypatch.setattr(feeds, "MOST", 1)
    entries = feed(client, "/feeds/changes.atom?lang=en&as_of=2026-05-01").entries
    assert [entry.title for entry in entries] == [
        "1st Ring Summit: changed", "There are more changes; the page of editions lists all of them.",
    ]  # fmt: skip
    assert "section=editions" in entries[1].link


def test_an_edition_sees_what_led_to_it(client: TestClient, line: tuple[Edition, Edition, Edition]) -> None:
    """Frozen to the second edition there is one step."""
    found = feed(client, f"/feeds/changes.atom?edition={line[1].id}&lang=en")
    assert [entry.title for entry in found.entries] == ["1st SOC: changed"]


@pytest.mark.parametrize("key", ["colour=red", "sort=oldest", "id=soc", "at=2018"])
def test_what_changes_nothing_is_refused(client: TestClient, key: str) -> None:
    """With the key that is wrong."""
    answer = client.get(f"/feeds/changes.atom?{key}")
    assert answer.status_code == 400
    assert [error["key"] for error in answer.json()["errors"]] == [key.partition("=")[0]]


def test_the_address_follows_the_view_and_nothing_is_written(client: TestClient) -> None:
    """Filters and language, never a day or an edition: a subscription is to what comes."""
    view = View(bodies=("soc-com",), as_of="2020-01-01", edition="x", language="id", record="y")
    assert feeds.feed_address(view) == "/feeds/changes.atom?body=soc-com&lang=id"
    assert not written_by(lambda: client.get("/feeds/changes.atom?pillar=ascc"))
