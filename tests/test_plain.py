"""`/r/`: plain pages of records: valid, without script, linked, in both languages, with data for search engines."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from justhtml import JustHTML
from starlette.testclient import TestClient

from sidang.build import build
from sidang.edition import Edition
from sidang.language import Language, languages, own_name
from sidang.plain import TEMPLATES
from sidang.plain_text import KINDS, html, line, listed, plain_address
from sidang.record_ids import ids_of
from tests.machines import HOST, altered, asking
from tests.pages.test_languages import (
    REASONS,
    names_in_indonesian,
    phrases_of,
    titles_in_english,
    unexplained,
    words_of_cldr,
    words_of_the_catalogue,
)
from tests.small import edit

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> \"'><b>[in](javascript:alert(3)) ![i](http://e.example) &amp; "
    "</script>"
)
DATA = "application/ld+json"
REAL = {
    "event": ("soc-com-19", "asean-summit-47", "wg-cop-6", "cica-ministerial-6"),
    "body": ("soc-com", "asean-summit", "cica"),
    "participant": ("tls", "idn", "aichr-delegation"),
    "document": ("culture-of-prevention-2017",),
}


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        yield client


def page(client: TestClient, address: str) -> JustHTML:
    """A page as a strict parser reads it: the first fault in it fails the test."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return JustHTML(answer.text, strict=True, sanitize=False)


def attribute(node: Any, name: str) -> str:
    """An attribute of an element; empty where it has none of that name."""
    return str((node.attrs or {}).get(name) or "")


def data_of(parsed: JustHTML) -> dict[str, Any]:
    """The data for search engines."""
    (script,) = parsed.query("script")
    assert script.attrs == {"type": DATA}
    found: dict[str, Any] = json.loads("".join(child.data for child in script.children or ()))
    return found


def every_record(edition: Edition) -> list[str]:
    """The addresses of all records of an edition that have a page."""
    return [f"/r/{kind}/{code}" for kind in KINDS for code in ids_of(edition, kind)]


def test_every_page_is_valid_and_needs_nothing(client: TestClient, small_edition: Edition) -> None:
    """All records and lists in both languages: faultless HTML5, one heading, no script, frame, form or file to load."""
    for address in ["/r/", *(f"/r/{kind}/" for kind in KINDS), *every_record(small_edition)]:
        for code in languages():
            parsed = page(client, f"{address}?lang={code}&as_of=2026-05-10")
            assert len(parsed.query("h1")) == 1
            assert attribute(parsed.query("html")[0], "lang") == code
            loaded = parsed.query("img, iframe, object, embed, form, script[src], link[rel=stylesheet], audio, video")
            assert loaded == [], address
            kinds = {attribute(script, "type") for script in parsed.query("script")}
            assert kinds <= {DATA}
            assert [
                node for node in parsed.query("*") if any(name.startswith(("on", "style")) for name in node.attrs or ())
            ] == []


def test_real_pages_are_valid(real_edition: Edition) -> None:
    """Records with many sources, disputes and names, and the longest list."""
    addresses = [f"/r/{kind}/{code}" for kind, codes in REAL.items() for code in codes]
    with asking(real_edition) as client:
        lists = ("/r/", *(f"/r/{kind}/" for kind in KINDS))
        for address in [*addresses, *lists]:
            for code in languages():
                page(client, f"{address}?lang={code}")


def test_nothing_of_a_page_may_run_or_load(client: TestClient) -> None:
    """The policy allows the style sheet of the page by its hash and nothing else; data for search engines are no script."""
    headers = client.get("/r/event/league-summit-1").headers
    policy = headers["content-security-policy"]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        policy,
    )
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_a_page_tells_the_facts_with_their_sources(client: TestClient) -> None:
    """What the page of the record tells: facts, who took part with which standing, neighbours, both sides of a dispute."""
    parsed = page(client, "/r/event/culture-officials-2?lang=en")
    facts = [[cell.to_text() for cell in row.query("td")] for row in parsed.query("section")[0].query("tbody tr")]
    assert ["Date", "10 Feb 2019", "1, 2, 3 official"] in facts
    assert ["Mode", "In person (in person inferred)", "1, 2, 3 official"] in facts
    assert ["Lead pillar", "Socio-Cultural", "1 official"] in [[*row[:2], row[2]] for row in facts]
    text = parsed.to_text()
    for said in ("as observer", "agenda: Culture of prevention", "Previous: 1st SOC", "League calendar", "Retrieved"):
        assert said in text, said
    disputed = page(client, "/r/event/league-summit-2?lang=en")
    assert disputed.query("#disputed")[0].query("li")[1].to_text() == "2019-10: Daily · press"
    assert {attribute(link, "href") for link in disputed.query("td a")} >= {"#sources", "#disputed"}
    body = page(client, "/r/body/culture-council?lang=en").to_text()
    for said in ("Council of Arts", "5 with those of the bodies below it", "Senior Officials on Culture", "2nd CC"):
        assert said in body, said
    who = page(client, "/r/participant/xac?lang=en").to_text()
    for said in (
        "4 meetings",
        "since 26 Oct 2025" if "since 26 Oct 2025" in who else "26 Oct 2025",
        "LOL: observer",
        "LOL, member: First day: says otherwise (2025-10-27): Daily · press",
        "absent",
    ):
        assert said in who, said
    assert "Oil" in page(client, "/r/document/lantern-declaration-2018?lang=en").to_text()


def test_a_page_leads_to_the_full_one_and_to_the_data(client: TestClient, small_edition: Edition) -> None:
    """Day, edition and language go along."""
    query = f"as_of=2020-01-01&edition={small_edition.id}&lang=id"
    parsed = page(client, f"/r/event/league-summit-1?{query}")
    links = {attribute(link, "href") for link in parsed.query("a[href]")}
    assert f"/event?as_of=2020-01-01&id=league-summit-1&edition={small_edition.id}&lang=id" in links
    assert f"/r/body/league-summit?{query}" in links
    (machine,) = parsed.query('link[type="application/json"]')
    assert client.get(attribute(machine, "href")).json()["record"]["event_id"] == "league-summit-1"
    assert attribute(parsed.query('meta[name="robots"]')[0], "content") == "noindex"
    assert page(client, "/r/event/league-summit-1").query('meta[name="robots"]') == []


def test_every_record_is_found_by_following_links(client: TestClient, small_edition: Edition) -> None:
    """From /r/ to every record, national coordination too; no link below /r/ is broken, nor any anchor."""
    seen: set[str] = set()
    waiting = ["/r/"]
    while waiting:
        address = waiting.pop()
        parsed = page(client, address)
        seen.add(urlsplit(address).path)
        anchors = {attribute(node, "id") for node in parsed.query("[id]")}
        for link in parsed.query("a[href]"):
            target = attribute(link, "href")
            if target.startswith("#"):
                assert target[1:] in anchors, (address, target)
            elif target.startswith("/r/") and "lang=" not in target:
                path = urlsplit(target).path
                if path not in seen and target not in waiting:
                    waiting.append(target)
    assert set(every_record(small_edition)) - seen == set()


def test_a_long_list_has_pages(real_edition: Edition) -> None:
    """Each meeting once, 500 a page, by following "next"; a filter narrows the list, and its pages."""
    with asking(real_edition) as client:
        found: list[str] = []
        address = "/r/event/?lang=en"
        while address:
            parsed = page(client, address)
            found += [attribute(link, "href") for link in parsed.query("tbody a")]
            after = parsed.query('a[rel="next"]')
            address = urljoin(address, attribute(after[0], "href")) if after else ""
        total = client.get("/api/v1/events?limit=1").json()["total"]
        assert len(found) == len(set(found)) == total > 1000
        narrowed = page(client, "/r/event/?body=soc-com&lang=en")
        assert len(narrowed.query("tbody a")) == client.get("/api/v1/events?body=soc-com").json()["total"]
        assert narrowed.query(".answer")[0].to_text().startswith("11 meetings held")


def test_the_language_is_that_of_the_link_or_the_browser(client: TestClient) -> None:
    """The other language is a link away; canonical and alternates are whole addresses of this page."""
    parsed = JustHTML(client.get("/r/body/culture-council", headers={"accept-language": "id-ID"}).text, sanitize=False)
    assert parsed.query("h1")[0].to_text() == "Dewan Kebudayaan"
    address = f"{HOST}/r/body/culture-council"
    assert attribute(parsed.query('link[rel="canonical"]')[0], "href") == f"{address}?lang=id"
    alternates = {attribute(link, "hreflang"): attribute(link, "href") for link in parsed.query("link[hreflang]")}
    assert alternates == {"en": f"{address}?lang=en", "id": f"{address}?lang=id", "x-default": address}
    (other,) = parsed.query("a[hreflang]")
    assert (other.to_text(), attribute(other, "href")) == (own_name("en"), "/r/body/culture-council?lang=en")
    assert page(client, attribute(other, "href")).query("h1")[0].to_text() == "Culture Council"


def test_search_engines_learn_what_is_known_of_a_meeting(client: TestClient) -> None:
    """Name, days, status, mode, place, the body that met and its series, with whole addresses."""
    data = data_of(page(client, "/r/event/league-summit-1?lang=en"))
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"{HOST}/r/event/league-summit-1",
        "url": f"{HOST}/r/event/league-summit-1",
        "identifier": "league-summit-1",
        "name": "1st League Summit",
        "description": "Held: 10 May 2018, Arville. 3 participants are recorded. It adopted 1 document.",
        "startDate": "2018-05-10",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Grand Hall",
            "address": {"@type": "PostalAddress", "addressLocality": "Arville", "addressCountry": "Arland"},
        },
        "organizer": {
            "@type": "Organization",
            "@id": f"{HOST}/r/body/league-summit",
            "url": f"{HOST}/r/body/league-summit",
            "name": "League Summit",
            "parentOrganization": {"@type": "Organization", "name": "League of Lands"},
        },
        "superEvent": {"@type": "EventSeries", "name": "League Summit", "url": f"{HOST}/r/body/league-summit"},
    }


def test_search_engines_learn_nothing_that_is_not_known(client: TestClient) -> None:
    """A truncated day stays truncated; what is inferred, not known or unconfirmed is left out."""

    def told(event_id: str, day: str = "2026-05-10") -> dict[str, Any]:
        return data_of(page(client, f"/r/event/{event_id}?lang=en&as_of={day}"))

    month = told("league-summit-2")
    assert (month["startDate"], "eventAttendanceMode" in month, "endDate" in month) == ("2019-11", False, False)
    online = told("league-summit-3")
    assert online["location"] == {"@type": "VirtualLocation"}
    assert (online["startDate"], online["endDate"]) == ("2020-11-12", "2020-11-13")
    assert "eventStatus" not in told("culture-officials-4")
    assert told("culture-officials-4", "2025-11-30")["eventStatus"] == "https://schema.org/EventScheduled"
    cancelled = told("trade-council-3")
    assert (cancelled["eventStatus"], "location" in cancelled) == ("https://schema.org/EventCancelled", False)
    undated = told("ring-officials-undated")
    assert {"startDate", "location", "superEvent"} & set(undated) == set()
    hybrid = told("trade-council-2")["location"]
    assert [place["@type"] for place in hybrid] == ["Place", "VirtualLocation"]
    only_country = told("trade-council-1")["location"]
    assert (only_country["name"], only_country["address"]) == (
        "Borland", {"@type": "PostalAddress", "addressCountry": "Borland"},
    )  # fmt: skip


def test_search_engines_learn_of_bodies(client: TestClient) -> None:
    """A body as an organization with its acronym and year; nothing of participants and documents."""
    body = data_of(page(client, "/r/body/culture-council?lang=en"))
    assert (body["@type"], body["name"], body["alternateName"], body["foundingDate"]) == (
        "Organization", "Culture Council", "CC", "2009",
    )  # fmt: skip
    assert page(client, "/r/participant/xac").query("script") == []


def test_no_markup_of_the_data_acts(small: Path, small_edition: Edition, tmp_path: Path) -> None:
    """A record whose every text is hostile: it is shown as it is written, in page, title, list and data."""
    text = HOSTILE.replace("'", "''")
    changes = {
        "events": ("name", "name_indonesian", "venue", "note"),
        "bodies": ("name", "name_indonesian", "acronym", "acronym_indonesian"),
        "participants": ("name", "name_indonesian"),
        "countries": ("name", "name_indonesian"),
        "event_details": ("place_name", "place_name_indonesian"),
        "organizations": ("name", "name_indonesian", "acronym"),
        "event_topics": ("topic", "topic_indonesian"),
        "documents": ("name", "name_indonesian", "note"),
        "document_parts": ("name",),
        "conflicts": ("summary", "summary_indonesian", "reason", "reason_indonesian"),
        "statuses": ("basis",),
        "participations": ("representative_title",),
        "milestones": ("summary", "summary_indonesian"),
    }
    replaced = {table: ", ".join(f"{name} = '{text}'" for name in names) for table, names in changes.items()}
    statements = [f"update {table} set {names}" for table, names in replaced.items()]
    quoted = HOSTILE.replace('"', '""')
    edit(small, "sources.csv", "League calendar,League,", f'"{quoted}","{quoted}",')
    hostile = altered(build(small, tmp_path / "var"), tmp_path / "altered", *statements)
    with asking(hostile) as client:
        for code in languages():
            for address in [*every_record(small_edition), *(f"/r/{kind}/" for kind in KINDS)]:
                parsed = page(client, f"{address}?lang={code}")
                assert parsed.query("img, b, iframe") == [], address
                assert [script for script in parsed.query("script") if attribute(script, "type") != DATA] == []
                for link in parsed.query("a[href]"):
                    assert attribute(link, "href").startswith(("/", "#", "https://", "http://")), (address, link.attrs)
        parsed = page(client, "/r/event/ring-officials-undated?lang=en")
        assert data_of(parsed)["name"] == HOSTILE
        assert parsed.query("h1")[0].to_text() == " ".join(HOSTILE.split())
        assert parsed.query("title")[0].to_text() == f"{HOSTILE} · Sidang"


def test_text_keeps_its_signs() -> None:
    """A line may begin with anything; a link of the pages leads to the plain page, any other stays."""
    assert line("# 1. *x* <b>") == "# 1. <em>x</em> &lt;b&gt;"
    assert listed(["- a & b", "2019. c"]) == "<ul>\n<li>a &amp; b</li>\n<li>2019. c</li>\n</ul>"
    assert html("[x](javascript:alert(1))") == "<p>[x](javascript:alert(1))</p>"
    assert (
        line("[x](/event?body=a&as_of=2020-01-01&id=b-1&lang=id)")
        == '<a href="/r/event/b-1?as_of=2020-01-01&amp;lang=id">x</a>'
    )
    for address in ("/events?id=a", "/event", "https://e.example/event?id=a", "#sources"):
        assert plain_address(address) == address


def test_a_former_id_leads_to_the_present_page(client: TestClient) -> None:
    """301 with the query, for capitals and other names of a participant, too; lists end in a slash."""
    for called, present in (
        ("event/league-summit-001", "event/league-summit-1"), ("body/soc-old", "body/culture-officials"),
        ("participant/XAC", "participant/xac"), ("participant/pantai-timur", "participant/xac"), ("event", "event/"),
    ):  # fmt: skip
        answer = client.get(f"/r/{called}?lang=id")
        assert (answer.status_code, answer.headers["location"]) == (301, f"/r/{present}?lang=id")


def test_what_is_not_there_is_said_in_the_language_of_the_reader(client: TestClient) -> None:
    """404 with pages that come near; no kind of record of that name; nothing for robots."""
    answer = client.get("/r/event/league-summit-11?lang=id")
    parsed = JustHTML(answer.text, strict=True, sanitize=False)
    assert (answer.status_code, parsed.query("h1")[0].to_text()) == (
        404,
        Language("id").text("There is nothing at this address."),
    )
    assert attribute(parsed.query("main a")[0], "href") == "/r/event/league-summit-1?lang=id"
    assert attribute(parsed.query('meta[name="robots"]')[0], "content") == "noindex"
    for address in ("/r/place/arville-xaa", "/r/place/", "/r/event/a/b", "/r/event/x?edition=1.0.0-000000000000"):
        answer = client.get(address)
        assert answer.status_code == 404
        JustHTML(answer.text, strict=True, sanitize=False)
    assert client.post("/r/event/league-summit-1").status_code == 405


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("event/league-summit-1?colour=%3Cb%3E&year=2018", "colour=<b>"),
        ("event/league-summit-1?year=2018", "year=2018"),
        ("event/?offset=-1", "offset=-1"),
        ("event/?limit=5", "limit=5"),
        ("body/?sort=place", "sort=place"),
        ("?body=ring-summit", "body=ring-summit"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_reason(client: TestClient, address: str, said: str) -> None:
    """400, a page that names the key."""
    answer = client.get(f"/r/{address}")
    parsed = JustHTML(answer.text, strict=True, sanitize=False)
    assert answer.status_code == 400
    assert said in [node.to_text() for node in parsed.query("li code")]


def test_a_page_that_a_browser_has_already_is_not_sent_again(client: TestClient) -> None:
    """By edition, day, language and address."""
    address = "/r/event/league-summit-1?as_of=2026-05-10&lang=en"
    tag = client.get(address).headers["etag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    assert client.get(address.replace("=en", "=id"), headers={"if-none-match": tag}).status_code == 200


def test_templates_hold_no_words() -> None:
    """Each text comes from the catalogue: between tags and expressions nothing is left to read."""
    for template in sorted(TEMPLATES.glob("*.html")):
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r"[^\W\d_]{2,}", text) == [], template.name


def test_no_english_stays_on_an_indonesian_page(small_edition: Edition, real_edition: Edition) -> None:
    """Every word is one of the catalogue, of an Indonesian or marked name, or of CLDR; the name in English stands apart."""
    words = {*REASONS, *words_of_cldr(), *words_of_the_catalogue(), "CC", "BY"}
    for edition in (small_edition, real_edition):
        addresses = every_record(small_edition) if edition is small_edition else [
            f"/r/{kind}/{code}" for kind, codes in REAL.items() for code in codes
        ]  # fmt: skip
        phrases, titles = phrases_of(names_in_indonesian(edition)), titles_in_english(edition)
        with asking(edition) as client:
            for address in ["/r/", *addresses]:
                main = page(client, f"{address}?lang=id").query("main")[0]
                shown = [node for node in main.query("h1, h2, p, li, td, th") if not node.query("p, li")]
                said = [re.sub(rf"{HOST}\S+", " ", node.to_text()) for node in shown]
                texts = [text for text in said if not set(text.split(" · ")) <= titles]
                left = {text: found for text in texts if (found := unexplained(text, phrases, words | {edition.id}))}
                assert left == {}, address
