"""Fixtures that every test may use."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sidang.build import build
from sidang.edition import Edition
from tests.small import DATA, copy_small


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small dataset that a test may break."""
    return copy_small(tmp_path / "data")


@pytest.fixture(scope="session")
def client() -> TestClient:
    """The application as a browser reaches it; which edition it serves, a test says by `SIDANG_VAR`."""
    from tests.machines import running

    return running()


@pytest.fixture(scope="session", autouse=True)
def stopped() -> Iterator[None]:
    """Stop the application at the end, where a test started it; tests that start none do not import it."""
    yield
    if "tests.machines" in sys.modules:
        from tests.machines import stop

        stop()


@pytest.fixture(scope="session")
def small_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition of the small dataset; never changed."""
    folder = tmp_path_factory.mktemp("small")
    return build(copy_small(folder / "data"), folder / "var")


@pytest.fixture(scope="session")
def real_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition of data/; never changed."""
    return build(DATA, tmp_path_factory.mktemp("real") / "var")
