"""Servers under measurement: started as users start them, on 127.0.0.1 only, stopped by their own process id."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120
QUIET_SECONDS = 0.3


class ServerFailed(Exception):
    """A server did not start; says which and what it printed."""


@dataclass(frozen=True)
class Server:
    """A running server: its port and its process with all that it started."""

    port: int
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Processor time spent so far by the server, user and system."""
        family = [self.process, *self.process.children(recursive=True)]
        times = [one.cpu_times() for one in family]
        return float(sum(one.user + one.system for one in times))

    def memory_megabytes(self) -> float:
        """Memory that the server holds just now."""
        family = [self.process, *self.process.children(recursive=True)]
        return float(sum(one.memory_info().rss for one in family)) / 2**20

    def settle(self) -> None:
        """Wait until the server spends no more processor time, so that late work counts where it belongs."""
        before = -1.0
        while (now := self.cpu_seconds()) != before:
            before = now
            time.sleep(QUIET_SECONDS)


@contextlib.contextmanager
def serving(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[Server]:
    """Start a server with `{port}` in its arguments filled in, wait until it answers, and stop it afterwards.

    Raises:
        ServerFailed: when it ends, or does not answer within two minutes.
    """
    port = free_port()
    command = [sys.executable, "-m", *(argument.format(port=port) for argument in arguments)]
    # What it prints goes to a file: a pipe that nobody reads fills up, and the server stands still.
    with (
        tempfile.TemporaryFile("w+") as printed,
        subprocess.Popen(
            command, cwd=ROOT, env=os.environ | dict(environment), stdout=printed, stderr=subprocess.STDOUT, text=True
        ) as started,
    ):
        try:
            _wait(started, printed, port, " ".join(command[2:]))
            yield Server(port, psutil.Process(started.pid))
        finally:
            started.terminate()
            started.wait()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(started: subprocess.Popen[str], printed: IO[str], port: int, name: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if started.poll() is not None:
            printed.seek(0)
            raise ServerFailed(f"'{name}' ended with {started.returncode}: {printed.read()[-2000:]}")
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            # A peer that knows no such path answers all the same.
            with contextlib.suppress(urllib.error.HTTPError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
            return
        time.sleep(0.1)
    raise ServerFailed(f"'{name}' did not answer within {START_SECONDS} seconds.")
