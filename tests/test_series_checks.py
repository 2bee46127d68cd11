"""The record of which meetings were held against their sources one by one (docs/checks)."""

import csv
from pathlib import Path

import pytest

from tests.small import DATA, ROOT

CHECKS = ROOT / "docs" / "checks"
BODIES = {
    "summits": {"asean-summit", "asean-informal-summit"},
    "aem": {"aem"},
    "amm": {"amm", "amm-retreat"},
    "ascc-council": {"ascc-council"},
    "soc-com": {"soc-com"},
    "wg-cop": {"wg-cop"},
    "cica": set(),
}
RESULTS = {"confirmed", "corrected", "source only", "not found"}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bodies_of(series: str) -> set[str]:
    """The bodies whose meetings a record covers; that of CICA covers every body of the organization."""
    of_cica = {row["body_id"] for row in rows(DATA / "bodies.csv") if row["organization_id"] == "cica"}
    return BODIES[series] or of_cica


@pytest.mark.parametrize("series", BODIES)
def test_no_meeting_of_a_checked_series_is_left_out(series: str) -> None:
    """Every meeting of the series stands in its record once."""
    checked = [row["event_id"] for row in rows(CHECKS / f"{series}.csv")]
    wanted = {row["event_id"] for row in rows(DATA / "events.csv") if row["body_id"] in bodies_of(series)}
    assert (sorted(wanted - set(checked)), len(checked)) == ([], len(set(checked)))


@pytest.mark.parametrize("series", BODIES)
def test_a_check_names_its_result_and_pages_of_the_dataset(series: str) -> None:
    """The result is one of four, every page named is a source, and a confirmed or corrected meeting names one."""
    sources = {row["source_id"] for row in rows(DATA / "sources.csv")}
    wrong = []
    for row in rows(CHECKS / f"{series}.csv"):
        named = [page for column in ("checked_against", "second_page") for page in row[column].replace(";", " ").split()]
        if row["result"] not in RESULTS or not named or set(named) - sources:
            wrong.append(row)
    assert wrong == []
