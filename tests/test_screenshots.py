"""docs/pages.md shows every page."""

import re

from tests.examples import example, page_paths, registered
from tests.screenshots import DOCUMENT, PICTURES, name_of, question

MOST_BYTES = 3_000_000


def test_every_page_is_shown() -> None:
    """Each page that app.py registers has its question, its link, and a picture with words for those who do not see it."""
    document = DOCUMENT.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", document, re.MULTILINE) == [question(file) for file, _ in registered()]
    assert re.findall(r"\[`(.+?)`\]", document) == [example(path) for path in page_paths()]
    pictures = re.findall(r"^!\[(.{20,})\]\(pages/(.+)\)$", document, re.MULTILINE)
    assert [name for _, name in pictures] == [name_of(path) for path in page_paths()]


def test_every_picture_is_there_and_small() -> None:
    """No picture is missing, none is left over, together they stay small."""
    assert sorted(path.name for path in PICTURES.iterdir()) == sorted(map(name_of, page_paths()))
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST_BYTES
