"""The application as a program reaches it, over one edition, and editions altered by a statement."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
from starlette.testclient import TestClient

from sidang.edition import Edition
from sidang.server import app

HOST = "http://sidang.example"


@cache
def running() -> TestClient:
    """The application as a program reaches it, started once: Streamlit cannot be started twice in a process.

    It follows no redirect by itself. The fixture `stopped` of conftest.py stops it.
    """
    client = TestClient(app, base_url=HOST, follow_redirects=False)
    client.__enter__()
    return client


def stop() -> None:
    """Stop the application where a test started it."""
    if running.cache_info().currsize:
        running().__exit__()


@contextmanager
def asking(edition: Edition) -> Iterator[TestClient]:
    """The application on an edition."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIDANG_VAR", str(edition.path.parent.parent))
        yield running()


def altered(edition: Edition, folder: Path, *statements: str) -> Edition:
    """A copy of an edition that is altered by statements and served from a folder."""
    path = folder / "editions" / edition.path.name
    path.parent.mkdir(parents=True)
    shutil.copy(edition.path, path)
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement)
    (folder / "current").write_text(f"{edition.id}\n")
    return Edition(edition.version, edition.content_hash, edition.built_at, edition.data_until, path)


def walked(client: TestClient, address: str) -> Iterator[dict[str, Any]]:
    """The answers of all pages of a list, one after the other."""
    following: str | None = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        yield answer.json()
        following = answer.json()["next"]
