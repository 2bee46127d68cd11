"""Text as it is compared."""

import pytest

from sidang.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sosial-Budaya ASEAN (ASCC)", "sosial budaya asean ascc"),
        ("Côrland", "corland"),
        ("Đà Nẵng", "da nang"),
        ("  19th   SOC-COM ", "19th soc com"),
        ("Türkiye", "turkiye"),
        ("", ""),
        ("—", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """Lower case, no accents, no punctuation, single spaces."""
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    """A folded text is its own folded form."""
    once = fold("ASEAN–Japan İstanbul ẞ Ǆ")
    assert fold(once) == once
