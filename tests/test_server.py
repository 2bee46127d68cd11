"""The ASGI application: routes, headers, the document, compressed files."""

import csv
import gc
import gzip
import io
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import brotli
import duckdb
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import config, file_util

from sidang import downloads
from sidang.boundaries import boundaries
from sidang.compressed import CompressedStatic, compress, compressed_dir
from sidang.document import PAGE_PATHS, Document
from sidang.edition import Edition
from sidang.headers import StrictHeaders, content_security_policy, inline_script_hashes
from sidang.server import healthz
from tests.machines import HOST
from tests.small import ROOT

FOREIGN = {"origin": "http://elsewhere.example"}


@pytest.fixture
def small_client(client: TestClient, small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The application on the small edition."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    return client


ARENAS = """
import ctypes, sys, threading
from sidang.server import limit_arenas
limit_arenas()
together = threading.Barrier(16)
def fill():
    kept = [bytes(2000) for _ in range(2000)]
    together.wait()
threads = [threading.Thread(target=fill) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library = ctypes.CDLL(None)
library.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(library.fopen(sys.argv[1].encode(), b"w"))
library.malloc_info(0, file)
library.fclose(file)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the C library is not that of GNU, which alone has arenas")
def test_threads_share_two_arenas(tmp_path: Path) -> None:
    """What threads free is found by others; sixteen of them would have an arena each. Somebody's own setting stands."""

    def heaps(environment: dict[str, str]) -> int:
        told = tmp_path / "heaps.xml"
        subprocess.run([sys.executable, "-c", ARENAS, str(told)], cwd=ROOT, env=os.environ | environment, check=True)
        return told.read_text().count("<heap nr=")

    assert heaps({}) == 2
    assert heaps({"MALLOC_ARENA_MAX": "12"}) > 2


def test_healthz_names_the_served_edition(small_client: TestClient, small_edition: Edition) -> None:
    """A probe learns edition, version and last known day."""
    answer = small_client.get("/healthz")
    assert answer.status_code == 200
    found = answer.json()
    assert (found["status"], found["edition"], found["version"]) == ("ok", small_edition.id, "1.0.0")
    assert found["data_until"] == "2026-05-10"


def test_healthz_says_when_there_is_no_edition(client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an edition a probe fails and learns what to do."""
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "python -m sidang build" in answer.json()["reason"]


def test_every_answer_is_strict(small_client: TestClient) -> None:
    """Pages, files and errors name this server as the only one, and nothing is sniffed or referred."""
    for path in ("/", "/events", "/healthz", "/download/meetings.csv", "/static/none.js", "/_stcore/health"):
        headers = small_client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path


def test_the_policy_names_the_scripts_that_stand_in_the_page(small_client: TestClient) -> None:
    """Each script inside the document that is sent is named by its hash, and no other is."""
    answer = small_client.get("/events?lang=id")
    hashes = inline_script_hashes(answer.text)
    policy = answer.headers["content-security-policy"]
    assert len(hashes) == 2
    assert set(re.findall(r"'sha256-[^']+'", policy)) == set(hashes)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    """The whole policy of a document without scripts: this server, what the page makes itself, styles in the page."""
    assert content_security_policy("<p>no script</p>").split("; ") == [
        "default-src 'self'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
    ]


def test_only_an_embedded_page_may_stand_in_a_foreign_frame(small_client: TestClient) -> None:
    """A page with `embed=true` may be shown by any other page, every other answer by this server's own alone."""
    embedded = small_client.get("/events?year=2018&embed=true").headers["content-security-policy"]
    assert "frame-ancestors *;" in embedded
    for path in ("/events?year=2018", "/?embed=false", "/healthz"):
        assert "frame-ancestors 'self';" in small_client.get(path).headers["content-security-policy"]


def test_the_frames_of_embedded_pages_can_be_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """SIDANG_FRAMED_BY names the origins whose pages may show an embedded page."""
    monkeypatch.setenv("SIDANG_FRAMED_BY", "https://intranet.example")
    strict = StrictHeaders(PlainTextResponse("a page"))
    policy = TestClient(strict).get("/?embed=true").headers["content-security-policy"]
    assert "frame-ancestors https://intranet.example;" in policy


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [("/", "en-GB", "en"), ("/", "id-ID,en;q=0.5", "id"), ("/events?lang=id", "en", "id"), ("/?lang=xx", "en", "en")],
)
def test_the_document_says_its_language(small_client: TestClient, path: str, accepted: str, language: str) -> None:
    """The link decides, then the browser; the title is the product's."""
    answer = small_client.get(path, headers={"accept-language": accepted})
    assert f'<html lang="{language}"' in answer.text
    assert "<title>Sidang</title>" in answer.text
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "accept-language" in answer.headers["vary"].lower()


def test_a_page_that_is_not_there_is_said_in_the_language_of_the_reader(small_client: TestClient) -> None:
    """An unknown path is a 404 with a sentence and a way back, never the first page under a foreign address."""
    answer = small_client.get("/<b>nopage</b>?lang=id")
    assert answer.status_code == 404
    assert "Tidak ada halaman /&lt;b&gt;nopage&lt;/b&gt;." in answer.text
    assert 'href="/?lang=id"' in answer.text
    assert answer.headers["content-length"] == str(len(answer.content))


def test_the_server_knows_the_pages_of_the_dashboard() -> None:
    """The paths that are answered with a page are those of sidang/navigation.py."""
    urls = re.findall(r'url_path="([\w-]+)"', (ROOT / "sidang" / "navigation.py").read_text(encoding="utf-8"))
    assert ("/", *(f"/{url}" for url in urls)) == PAGE_PATHS


def test_other_answers_pass_the_document_by() -> None:
    """Only HTML is rewritten."""
    page = HTMLResponse('<html lang="en"><title>Streamlit</title>')
    plain = HTMLResponse('<html lang="en">', media_type="text/plain")
    inner = Starlette(routes=[Route("/events", lambda _: page), Route("/plain", lambda _: plain)])
    client = TestClient(Document(inner))
    assert client.get("/plain?lang=id").text == '<html lang="en">'
    assert 'lang="id"' in client.get("/events?lang=id").text
    assert client.head("/events?lang=id").text == ""


def test_a_page_of_another_site_is_refused(small_client: TestClient) -> None:
    """A request or socket that a foreign page opens ends here, before Streamlit looks up this machine's address."""
    answer = small_client.get("/healthz", headers=FOREIGN)
    assert (answer.status_code, "own pages only" in answer.text) == (403, True)
    with pytest.raises(WebSocketDisconnect), small_client.websocket_connect("/_stcore/stream", headers=FOREIGN):
        pass
    assert small_client.get("/healthz", headers={"origin": HOST}).status_code == 200


def test_the_land_of_the_map_is_kept_by_browsers(small_client: TestClient) -> None:
    """Under its own name for a year, compressed where that is taken; under any other there is none."""
    land = boundaries()
    path = f"/boundaries/{land.digest}.json"
    answer = small_client.get(path, headers={"accept-encoding": "br"})
    assert (answer.status_code, answer.headers["content-encoding"]) == (200, "br")
    assert "immutable" in answer.headers["cache-control"]
    assert int(answer.headers["content-length"]) < len(land.content) / 2
    plain = small_client.get(path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert len(plain.json()["features"]) == len(land.features)
    assert small_client.get("/boundaries/0123456789abcdef.json").status_code == 404


def test_a_download_has_no_moment(small_client: TestClient) -> None:
    """The year of the map restricts no table; a file cannot say so and is refused."""
    answer = small_client.get("/download/meetings.csv?at=2018")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"key": "at", "value": "2018", "reason": "not_shown"}]


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a downloaded table."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_download_holds_the_rows_of_the_view(small_client: TestClient) -> None:
    """The link's keys narrow the file as they narrow the page, in the language of the link."""
    answer = small_client.get("/download/meetings.csv?year=2018&body=culture-council&lang=id&as_of=2026-05-10")
    header, *rows = rows_of(answer.content)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="sidang-meetings.csv"' in answer.headers["content-disposition"]
    assert header[:3] == ["Dari", "Pertemuan", "Tempat"]
    assert [row[-1] for row in rows] == ["culture-council-1", "culture-officials-1"]


def test_a_download_tells_the_standing_of_those_asked_for(small_client: TestClient) -> None:
    """Beside the role that a source gives stands what the participant was on that day, in the language of the link."""
    header, *rows = rows_of(small_client.get("/download/meetings.csv?with=xac&lang=en").content)
    beside = {row[-1]: row[header.index("Côrland")] for row in rows}
    assert beside == {
        "culture-officials-5": "as member · LOL: member",
        "ring-summit-2": "as observer · Ring Forum: observer, participant from 13 Oct 2021",
        "league-summit-3": "as observer · LOL: observer",
        "culture-officials-2": "as observer · LOL: observer",
        "league-summit-1": "as observer · LOL: observer",
    }
    header, *rows = rows_of(small_client.get("/download/meetings.csv?with=xac&lang=id&year=2021").content)
    assert rows[0][header.index("Korlandia")] == "sebagai pengamat · Forum Cincin: pengamat, peserta sejak 13 Okt 2021"


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("year=2021", 4),
        ("body=culture-council", 7),
        ("org=ring", 4),
        ("pillar=aec", 3),
        ("q=water", 1),
        ("org=league&pillar=ascc&year=2018-2021", 5),
    ],
)
def test_every_filter_narrows_a_download(small_client: TestClient, query: str, rows: int) -> None:
    """Each key of a link leaves as many rows as tests/fixtures/small/README.md counts, planned and cancelled ones too."""
    assert len(rows_of(small_client.get(f"/download/meetings.csv?{query}").content)) == 1 + rows


def serve_altered(folder: Path, edition: Edition, statement: str) -> None:
    """A folder of editions that serves a copy of one, altered by a statement."""
    path = folder / "editions" / edition.path.name
    path.parent.mkdir()
    shutil.copy(edition.path, path)
    with duckdb.connect(str(path)) as altered:
        altered.execute(statement)
    (folder / "current").write_text(f"{edition.id}\n")


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("aliases", "create or replace table aliases as select 1 as kind, '' as old_id, '' as new_id"),
        (
            "event_details",
            "create or replace table event_details as select * replace (0 as participant_rowids) from event_details",
        ),
    ],
)
def test_a_download_that_an_edition_cannot_answer(
    client: TestClient,
    small_edition: Edition,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    table: str,
    statement: str,
) -> None:
    """A table of another form: the answer is strict and names a number, not what the database said."""
    serve_altered(tmp_path, small_edition, statement)
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    answer = client.get("/download/meetings.csv")
    assert (answer.status_code, "Report number" in answer.text, table in answer.text) == (500, True, False)
    assert "content-security-policy" in answer.headers


def test_a_download_of_an_edition_of_an_earlier_version(
    client: TestClient, small_edition: Edition, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is said that the edition is outdated, and what to do."""
    serve_altered(tmp_path, small_edition, "drop table aliases")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    answer = client.get("/download/meetings.csv")
    assert answer.status_code == 503
    assert "made by an earlier version of the program" in answer.text
    assert "python -m sidang build" in answer.text


def test_a_download_of_an_edition_by_name(small_client: TestClient, small_edition: Edition) -> None:
    """A named edition answers; one that is gone is a 404 that lists those there are."""
    named = small_client.get(f"/download/meetings.csv?edition={small_edition.id}")
    assert len(rows_of(named.content)) == 1 + 17
    gone = small_client.get("/download/meetings.csv?edition=1.0.0-000000000000")
    assert (gone.status_code, small_edition.id in gone.text) == (404, True)


def test_a_download_with_a_wrong_link_is_refused(small_client: TestClient) -> None:
    """A file cannot show a notice: what is not understood is a 400 that names it."""
    answer = small_client.get("/download/meetings.csv?body=nobody&colour=red")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "title": "Bad Request",
        "status": 400,
        "detail": "This request was not understood.",
        "instance": "/download/meetings.csv",
        "errors": [
            {"key": "colour", "value": "red", "reason": "unknown_key"},
            {"key": "body", "value": "nobody", "reason": "unknown_value"},
        ],
    }


def test_a_download_that_a_browser_has_already_is_not_sent_again(small_client: TestClient) -> None:
    """The tag of an answer stands for edition, day, language and address."""
    path = "/download/meetings.csv?year=2018&lang=en&as_of=2026-05-10"
    tag = small_client.get(path).headers["etag"]
    again = small_client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    for other in (path.replace("lang=en", "lang=id"), path.replace("2018", "2019"), path.replace("05-10", "05-11")):
        assert small_client.get(other, headers={"if-none-match": tag}).status_code == 200


def test_a_download_without_an_edition_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No edition is a 404 with the way out, a damaged one a 503."""
    client = TestClient(Starlette(routes=[*downloads.routes, Route("/healthz", healthz)]))
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    assert client.get("/download/meetings.csv").status_code == 404
    (tmp_path / "current").write_text("1.0.0-gone\n")
    assert client.get("/download/meetings.csv").status_code == 503


@pytest.fixture(scope="module")
def compressed(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A server of compressed files only: what passes on is a 404."""
    output = tmp_path_factory.mktemp("var")
    assert compress(output, lambda _: None) == compressed_dir(output)
    return TestClient(CompressedStatic(Starlette(), directory=compressed_dir(output)))


def test_static_files_are_sent_compressed(compressed: TestClient) -> None:
    """Each browser gets the best form it takes; its content is that of the file, to be kept for a year."""
    path = next((Path(file_util.get_static_dir()) / "static" / "js").glob("index.*.js"))
    plain = path.read_bytes()
    for accepted, decode in (("gzip, br", brotli.decompress), ("gzip", gzip.decompress)):
        with compressed.stream("GET", f"/static/js/{path.name}", headers={"accept-encoding": accepted}) as answer:
            content = b"".join(answer.iter_raw())
        assert decode(content) == plain
        assert len(content) < len(plain) / 2
        assert "max-age=31536000" in answer.headers["cache-control"]
        assert "javascript" in answer.headers["content-type"]


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("/static/js/none.js", "br"),
        ("/static/../../current", "br"),
        ("/static/js/index.js", "br;q=0"),
        ("/static/%00.js", "br"),
        (f"/static/{'a' * 300}.js", "br"),
    ],
)
def test_what_is_not_compressed_passes_on(compressed: TestClient, path: str, accepted: str) -> None:
    """Unknown names, names outside the folder, names no file can have and browsers that refuse are left to Streamlit."""
    assert compressed.get(path, headers={"accept-encoding": accepted}).status_code == 404


def found_by(directory: Path, path: str, accepted: str) -> bool:
    """Whether a raw path, as a client may send it, is answered from the compressed files."""
    middleware = CompressedStatic(Starlette(), directory=directory)
    return middleware._find(path.removeprefix("/static/"), accepted) is not None


def test_no_file_outside_the_folder_is_sent(tmp_path: Path) -> None:
    """A path that leads out of the folder finds nothing, though there is a file."""
    directory = tmp_path / "static"
    directory.mkdir()
    (directory / "inside.js.br").write_bytes(b"x")
    (tmp_path / "outside.js.br").write_bytes(b"x")
    assert found_by(directory, "/static/inside.js", "br")
    assert not found_by(directory, "/static/../outside.js", "br")


def test_a_browser_that_refuses_an_encoding_does_not_get_it(tmp_path: Path) -> None:
    """Quality zero means no."""
    (tmp_path / "file.js.br").write_bytes(b"x")
    assert found_by(tmp_path, "/static/file.js", "gzip, br;q=0.5")
    assert not found_by(tmp_path, "/static/file.js", "gzip, br; q=0")


@pytest.mark.usefixtures("client")
def test_what_is_loaded_is_out_of_the_collectors_sight() -> None:
    """A running server has frozen what pages import, and Streamlit does not collect after each rerun."""
    assert gc.get_freeze_count() > 10_000
    assert config.get_option("runner.postScriptGC") is False


def test_files_are_compressed_once(compressed: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A second start finds the work done and says nothing."""
    told: list[str] = []
    output = next(path for path in tmp_path_factory.getbasetemp().iterdir() if (path / "static").is_dir())
    assert compress(output, told.append) == compressed_dir(output)
    assert told == []


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """The files then stay as they are, and that is said."""
    (tmp_path / "static").write_text("in the way")
    told: list[str] = []
    assert compress(tmp_path, told.append) is None
    assert any("stay uncompressed" in line for line in told)


def test_the_switches_a_closed_network_needs() -> None:
    """No usage statistics, no tracebacks or search links on screen, no deploy button."""
    switches = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert switches["browser"] == {"gatherUsageStats": False}
    assert switches["client"] == {
        "showErrorDetails": "none", "showErrorLinks": False, "toolbarMode": "minimal", "showSidebarNavigation": False,
    }  # fmt: skip
