"""How much one client may ask: its messages at a bounded pace, none too long; the others wait for nobody."""

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from benchmarks.servers import Server, serving
from benchmarks.session import session
from sidang import bounds
from sidang.bounds import Bounds
from sidang.build import build
from tests.small import copy_small

OWN = ("sidang", "serve", "--port", "{port}")


async def taken(messages: list[Message], kind: str = "websocket") -> tuple[list[Message], list[Message], float]:
    """What the application behind the middleware takes of some messages, what is sent, and how long that takes."""
    found: list[Message] = []
    sent: list[Message] = []
    left = iter(messages)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            found.append(message)
            if message["type"] == "websocket.disconnect":
                return

    async def receive() -> Message:
        return next(left, {"type": "websocket.disconnect"})

    async def send(message: Message) -> None:
        sent.append(message)

    begun = time.monotonic()
    await Bounds(application)({"type": kind}, receive, send)
    return found, sent, time.monotonic() - begun


def run(messages: list[Message]) -> tuple[list[Message], list[Message], float]:
    """The same in a loop of its own: that of the browser tests may be running in this thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(taken(messages))).result()


def test_a_flood_is_taken_at_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 30 messages 10 pass at once and the others twenty a second: about a second; every one arrives, in order."""
    monkeypatch.setattr(bounds, "AT_ONCE", 10.0)
    monkeypatch.setattr(bounds, "A_SECOND", 20.0)
    messages: list[Message] = [{"type": "websocket.receive", "bytes": bytes([number])} for number in range(30)]
    found, _, seconds = run(messages)
    assert found[:-1] == messages
    assert 0.8 < seconds < 5
    _, _, at_once = run(messages[:10])
    assert at_once < 0.5


def test_too_long_a_message_ends_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is as long as allowed passes; one sign more closes, and is not handed on."""
    monkeypatch.setattr(bounds, "LONGEST", 8)
    fits: Message = {"type": "websocket.receive", "bytes": b"12345678"}
    found, sent, _ = run([fits, {"type": "websocket.receive", "bytes": b"123456789"}, fits])
    assert found == [fits, {"type": "websocket.disconnect", "code": 1009}]
    assert [(message["type"], message["code"]) for message in sent] == [("websocket.close", 1009)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the small data."""
    folder = tmp_path_factory.mktemp("bounds")
    build(copy_small(folder / "data"), folder / "var")
    with serving(OWN, {"SIDANG_VAR": str(folder / "var")}) as running:
        yield running


def rerun(query: str) -> bytes:
    """The message by which a browser asks for a page."""
    message = BackMsg()
    message.rerun_script.query_string = query
    return bytes(message.SerializeToString())


def opened(server: Server) -> Any:
    """A bare connection, as a client that keeps to no rule would open it."""
    address = f"127.0.0.1:{server.port}"
    return connect(
        f"ws://{address}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], origin=Origin(f"http://{address}"),
        max_size=None,
    )  # fmt: skip


def read_all(connection: Any) -> None:
    """Take whatever comes until the connection ends."""
    while True:
        connection.recv(timeout=20)


def test_others_are_served_beside_a_flood(server: Server) -> None:
    """One client sends a thousand requests and reads nothing; another opens its page meanwhile, and memory stays bounded."""
    with session(server.port, "events", "year=2018&lang=en") as first:
        assert any("**3 meetings**" in said for said in first.said)
    before = server.memory_megabytes()
    with opened(server) as flooding:
        for number in range(1000):
            flooding.send(rerun(f"year={2018 + number % 3}"))
        with session(server.port, "events", "year=2018&lang=en") as other:
            assert any("**3 meetings**" in said for said in other.said)
        assert server.memory_megabytes() - before < 150


def test_a_link_of_a_megabyte_harms_nobody(server: Server) -> None:
    """It closes its own connection; a long one within bounds is told what was not understood."""
    with opened(server) as sending:
        sending.send(rerun("q=" + "x" * 2**20))
        with pytest.raises(ConnectionClosed):
            read_all(sending)
    with session(server.port, "events", "lang=en&q=" + "x" * 20_000) as other:
        assert other.said


def test_pages_are_compressed_with_the_widest_window(server: Server) -> None:
    """What a page repeats lies further back than the four kilobytes that uvicorn's own setting would see."""
    with opened(server) as connection:
        (deflate,) = connection.protocol.extensions
        assert (deflate.remote_max_window_bits, deflate.local_max_window_bits) == (15, 12)
        connection.send(rerun("year=2018&lang=en"))
        assert connection.recv(timeout=20)


def test_workers_share_nothing_that_a_link_does_not_say(tmp_path: Path) -> None:
    """Of two workers one is killed while six read: each finds its page again by its link, with the same words."""
    build(copy_small(tmp_path / "data"), tmp_path / "var")
    queries = [f"year={first}-{last}&lang=en" for first in (2018, 2019) for last in (2019, 2020, 2021)]
    with serving((*OWN, "--workers", "2"), {"SIDANG_VAR": str(tmp_path / "var")}) as running:
        said: dict[str, list[str]] = {}
        readers = []
        for query in queries:
            reader = session(running.port, "events", query)
            said[query] = list(reader.__enter__().said)
            readers.append(reader)
        assert all(said.values())
        assert len({repr(texts) for texts in said.values()}) > 1
        workers = [child for child in running.process.children() if child.num_threads() > 1]
        workers[0].kill()
        workers[0].wait(30)
        for query in queries:
            with session(running.port, "events", query) as again:
                assert again.said == said[query]
        for reader in readers:
            reader.__exit__(None, None, None)
