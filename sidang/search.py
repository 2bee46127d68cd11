"""What a search is looked up as: words and phrases in the folded form of the meetings' texts."""

from sidang.edition import Edition
from sidang.text import fold


def sought(edition: Edition, search: str) -> tuple[str, ...]:
    """The words and phrases of a search, each once, in the order given, as filtered_events.sql takes them."""
    return tuple(dict.fromkeys(_sought(token) for token in search.split() if fold(token)))


def _sought(token: str) -> str:
    """A word or hyphenated name as it is looked up: its parts side by side, a number whole ("soc com 1" finds no 19th)."""
    text = fold(token)
    return f"{text} " if text[-1].isdigit() else text
