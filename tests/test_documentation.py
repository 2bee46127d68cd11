"""The tables in the documents follow from the data, and the documents name what there is."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from sidang.api_document import addresses, fields
from sidang.documentation import API, NoMark, between_marks, codebook, coverage, document, grades, untranslated
from sidang.edition import Edition
from sidang.questions import ask
from sidang.series import missing
from sidang.view import KEYS
from tests.small import DATA, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_documents_are_up_to_the_data(real_edition: Edition) -> None:
    """`python -m sidang document` would change nothing."""
    assert coverage(real_edition) in README
    assert untranslated(real_edition) in README
    of_the_data = (DATA / "README.md").read_text(encoding="utf-8")
    assert grades(DATA) in of_the_data
    assert codebook(DATA) in of_the_data
    of_machines = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert addresses(API) in of_machines
    assert fields() in of_machines


def test_grades_are_counted(small: Path) -> None:
    """One official source, three of press on two hosts and one of reference in the small dataset."""
    found = grades(small).splitlines()[2:]
    assert [line.split(" | ")[:3] for line in found] == [
        ["| official", "1", "1"], ["| press", "2", "3"], ["| reference", "1", "1"], ["| mirror", "0", "0"],
    ]  # fmt: skip


def test_series_coverage(small_edition: Edition) -> None:
    """Numbers of meetings held: three of the League Summit, two of the Trade Council, whose third was cancelled."""
    rows = {row.body_id: row._asdict() for row in ask(small_edition, "series_coverage")}
    assert len(rows) == 6
    assert [rows["league-summit"][name] for name in ("meetings", "numbers", "highest", "known")] == [3, 3, 3, "1 2 3"]
    assert [rows["trade-council"][name] for name in ("meetings", "numbers", "highest")] == [2, 2, 2]
    assert [rows["ring-officials"][name] for name in ("meetings", "numbers", "highest")] == [2, 0, None]


def test_names_without_an_indonesian_form_are_listed(small_edition: Edition) -> None:
    """Each name that Indonesian pages mark, with its kind and key; a state has the name of its country."""
    assert [(row.kind, row.record_id) for row in ask(small_edition, "untranslated_names")] == [
        ("body", "arland-committee"), ("body", "ring-officials"), ("body", "ring-summit"), ("body", "trade-council"),
        ("meeting", "ring-officials-undated"), ("part of a document", "lantern-declaration-2018/2"),
        ("participant", "corland-administration"), ("participant", "league-secretariat"), ("place", "arville-xaa"),
        ("topic", "culture-officials-2/2"),
    ]  # fmt: skip
    assert "| place | `arville-xaa` | Arville |" in untranslated(small_edition)


@pytest.mark.parametrize(
    ("known", "highest", "gaps"),
    [("1 2 3", 3, ""), ("2 5 6 9", 9, "1, 3–4, 7–8"), ("40", 40, "1–39"), (None, None, "")],
)
def test_missing_numbers_are_joined_to_runs(known: str | None, highest: int | None, gaps: str) -> None:
    """Neighbouring gaps are one span."""
    assert missing(SimpleNamespace(known=known, highest=highest)) == gaps


def test_many_gaps_are_cut() -> None:
    """A series full of holes does not fill the page."""
    every_other = " ".join(str(number) for number in range(2, 62, 2))
    assert missing(SimpleNamespace(known=every_other, highest=60)).endswith(", 27, …")


def test_a_table_replaces_what_stood_between_its_marks() -> None:
    """The rest of the document stays; a document without the marks is refused and says which it lacks."""
    mark = "<!-- coverage: python -m sidang document -->"
    found = between_marks(f"a\n{mark}\nold\n{mark}\nz", "coverage", "new\n", Path("X.md"))
    assert found == f"a\n{mark}\n\nnew\n\n{mark}\nz"
    with pytest.raises(NoMark, match=r"X\.md.*holds it 1 times"):
        between_marks(mark, "coverage", "new", Path("X.md"))


def test_documents_are_rewritten_only_when_they_change(small: Path, small_edition: Edition, tmp_path: Path) -> None:
    """The second run finds nothing to do."""
    (tmp_path / "docs").mkdir()
    for name, path in (
        ("coverage untranslated", tmp_path / "README.md"),
        ("grades codebook", small / "README.md"),
        ("addresses fields", tmp_path / "docs" / "api.md"),
    ):
        marks = [f"<!-- {mark}: python -m sidang document -->\n" * 2 for mark in name.split()]
        path.write_text("".join(marks), encoding="utf-8")
    assert len(document(tmp_path, small, small_edition)) == 3
    assert document(tmp_path, small, small_edition) == []


def test_every_key_of_a_link_is_documented() -> None:
    """docs/links.md is the contract."""
    links = (ROOT / "docs" / "links.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", links, re.MULTILINE) == list(KEYS)


def test_every_command_page_and_library_is_documented() -> None:
    """Nothing is there that no document names."""
    main = (ROOT / "sidang" / "__main__.py").read_text(encoding="utf-8")
    commands = re.findall(r'add_parser\(\s*"(\w+)"', main)
    assert len(commands) == 7
    assert [command for command in commands if f"| `{command}` |" not in README] == []
    urls = re.findall(r'url_path="(\w+)"', (ROOT / "app.py").read_text(encoding="utf-8"))
    assert [url for url in urls if f"| `/{url}`" not in README] == []
    dependencies = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for file in ("requirements.txt", "requirements-dev.txt"):
        names = re.findall(r"^([\w-]+)==", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
        assert [name for name in names if name not in dependencies and "stubs" not in name and "types-" not in name] == []
