"""The form of the files in queries/: header and body say the same, and the SQL can move to another engine."""

import re
from pathlib import Path

import pytest

from sidang.query_files import SHARED, question
from sidang.staging import QUERIES, statement_of
from tests.small import ROOT

QUESTIONS = [path for path in sorted(QUERIES.glob("*.sql")) if path.stem != "schema"]
FILES = sorted(path for path in QUERIES.rglob("*.sql") if path.stem != "schema")
FORBIDDEN = ("group by all", "any_value", "current_date", "current_timestamp", "now()", "today()")


def ids(path: Path) -> str:
    """The name of a file as pytest shows it."""
    return str(path.relative_to(QUERIES))


def header_of(path: Path) -> str:
    """The comment lines at the top of a query file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[: next(number for number, line in enumerate(lines) if not line.startswith("--"))])


def end_of(statement: str) -> str:
    """The last clause of a statement, without what stands in parentheses."""
    outer = statement
    while (inner := re.sub(r"\([^()]*\)", "", outer)) != outer:
        outer = inner
    return re.split(r"\b(?:select|from|where|having|qualify|group by)\b", outer)[-1]


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_the_header_begins_with_the_question(path: Path) -> None:
    """The first line is the question that the file answers."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.fullmatch(r"-- [A-Z].+\?", first)


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_the_header_says_what_is_asked_for_and_what_comes_back(path: Path) -> None:
    """Parameters, grain and what counts are named; a check names severity and remedy instead of what counts."""
    said = re.findall(r"^-- ([A-Z]\w+):", header_of(path), re.MULTILINE)
    is_check = path.parent.name == "checks"
    assert said == ["Parameters", "Grain", *(["Severity", "Remedy"] if is_check else ["Counts"])]


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_every_parameter_is_in_the_header(path: Path) -> None:
    """Each $name of the statement is explained, each $name of the header is used."""
    header, statement = header_of(path), statement_of(path)
    used = set(re.findall(r"\$(\w+)", statement))
    explained = set(re.findall(r"\$(\w+)", header.split("Grain:")[0]))
    shared = [name for name in SHARED if path.stem != name and re.search(rf"\b{name}\b", statement)]
    assert shared == re.findall(r"those of (\w+)\.sql", header)
    inherited = set(question(shared[0]).parameters) if shared else set()
    assert used - inherited <= explained <= used
    if not used and not shared:
        assert "-- Parameters: none" in header


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_the_order_of_rows_is_said(path: Path) -> None:
    """A statement ends in `order by`, so that the same question has the same answer row by row."""
    assert re.search(r"\border by\b", end_of(statement_of(path)))


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_a_file_is_one_reading_statement(path: Path) -> None:
    """One select, without a semicolon, that changes nothing."""
    statement = statement_of(path)
    assert statement.lstrip().startswith(("select", "with"))
    assert ";" not in statement
    assert re.findall(r"\b(?:insert|update|delete|create|drop|copy|attach|pragma|install|load)\b", statement) == []


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_no_construct_ties_the_query_to_an_engine_or_a_day(path: Path) -> None:
    """Nothing that other engines lack where it costs nothing, and never today's date."""
    statement = re.sub(r"\s+", " ", statement_of(path).lower())
    assert [words for words in FORBIDDEN if words in statement] == []


@pytest.mark.parametrize("path", QUESTIONS, ids=ids)
def test_every_question_has_a_test(path: Path) -> None:
    """The stem of each question stands in a test module."""
    tests = "\n".join(test.read_text(encoding="utf-8") for test in sorted((ROOT / "tests").rglob("test_*.py")))
    assert f'"{path.stem}"' in tests


@pytest.mark.parametrize("path", sorted((QUERIES / "build").glob("*.sql")), ids=ids)
def test_every_derivation_has_a_test(path: Path) -> None:
    """What the build derives is tested by the stem of its query."""
    tests = (ROOT / "tests" / "test_build.py").read_text(encoding="utf-8")
    assert re.search(rf"def test_(?:[a-z]+_)*{path.stem}(?:_|\(|$)", tests, re.MULTILINE)
