"""Many readers at once: each opens a page, then changes a filter every so many seconds, as browsers would.

All of them live in one process of their own, whose processor time is told, so that nobody takes the generator's limit for
the server's. A change has taken as long as it took until the page was complete.
"""

import asyncio
import itertools
import json
import random
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from benchmarks.reruns import SLIDER
from benchmarks.servers import ROOT, Server
from benchmarks.session import LONGEST_MESSAGE, Reader

EVERY_SECONDS = 10.0
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Load:
    """What so many readers met: seconds of the median change and of the slowest twentieth, changes, failures, and costs.

    `generator_cpu` and `server_cpu` are shares of one core; `idle_megabytes` is memory a session that does nothing.
    """

    users: int
    median: float
    p95: float
    slowest: float
    changes: int
    failures: int
    generator_cpu: float
    server_cpu: float = 0.0
    idle_megabytes: float = 0.0


def loaded(server: Server, users: int, seconds: float, page: str = "", slider: str = SLIDER) -> Load:
    """Put so many readers on a server for a while; they are in a process of their own."""
    before = server.memory_megabytes()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.users", str(server.port), str(users), str(seconds), slider, page],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as started:  # fmt: skip
        assert started.stdout is not None  # noqa: S101
        assert started.stdin is not None  # noqa: S101
        started.stdout.readline()  # all are open
        server.settle()
        idle = (server.memory_megabytes() - before) / users
        cpu, begun = server.cpu_seconds(), time.monotonic()
        started.stdin.write("go\n")
        started.stdin.flush()
        told = json.loads(started.stdout.readline())
        share = (server.cpu_seconds() - cpu) / (time.monotonic() - begun)
    return Load(**told | {"server_cpu": share, "idle_megabytes": idle})


async def main(port: int, users: int, seconds: float, slider: str, page: str) -> None:
    """Open the pages of all readers, wait for the word, let them read, and print what they met."""
    years = list(itertools.combinations_with_replacement(range(1968, 2026), 2))
    random.Random(users).shuffle(years)
    spans = itertools.cycle(years)
    taken: list[float] = []
    failed = 0
    opened = asyncio.Semaphore(8)
    go = asyncio.Event()
    ready = itertools.count(1)
    all_ready = asyncio.Event()

    async def read(number: int) -> None:
        nonlocal failed
        address = f"127.0.0.1:{port}"
        reader = Reader(page)
        try:
            async with opened:
                connection = await connect(
                    f"ws://{address}/_stcore/stream", subprotocols=[Subprotocol("streamlit")],
                    origin=Origin(f"http://{address}"), max_size=LONGEST_MESSAGE, ping_interval=None,
                )  # fmt: skip
                await _exchange(connection, reader, reader.asks())
            if next(ready) == users:
                all_ready.set()
            await go.wait()
            end = time.monotonic() + seconds
            await asyncio.sleep(random.uniform(0, EVERY_SECONDS))
            while time.monotonic() < end:
                begun = time.monotonic()
                await asyncio.wait_for(_exchange(connection, reader, reader.moves(slider, *next(spans))), PATIENCE_SECONDS)
                taken.append(time.monotonic() - begun)
                await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - begun)))
            await connection.close()
        except Exception:  # noqa: BLE001
            failed += 1
            if not go.is_set() and next(ready) == users:
                all_ready.set()

    tasks = [asyncio.create_task(read(number)) for number in range(users)]
    await all_ready.wait()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    cpu, begun = time.process_time(), time.monotonic()
    go.set()
    await asyncio.gather(*tasks)
    share = (time.process_time() - cpu) / (time.monotonic() - begun)
    taken.sort()
    at = min(len(taken) - 1, int(len(taken) * 0.95))
    median, p95, slowest = (statistics.median(taken), taken[at], taken[-1]) if taken else (0.0, 0.0, 0.0)
    print(json.dumps(asdict(Load(users, median, p95, slowest, len(taken), failed, share))), flush=True)


async def _exchange(connection: object, reader: Reader, message: bytes) -> None:
    """Send a message and read until the page is complete."""
    await connection.send(message)  # type: ignore[attr-defined]
    while not reader.hears(await connection.recv()):  # type: ignore[attr-defined]
        pass


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4], sys.argv[5]))
