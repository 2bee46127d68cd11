"""The codes that a link may name, taken from one edition."""

from functools import lru_cache

from sidang.edition import Edition
from sidang.language import languages
from sidang.questions import ask
from sidang.view import LISTED, Codes


@lru_cache(maxsize=8)
def codes_of(edition: Edition) -> Codes:
    """The codes that links may name in this edition: bodies, organizations, pillars and the like, years, languages.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    keys: dict[str, dict[str, str]] = {key: {} for key in LISTED.values()}
    for row in ask(edition, "link_codes"):
        keys.setdefault(row.key, {})[row.code] = row.present
    ((first, last),) = keys.pop("year").items()
    known = edition.data_until.year
    return Codes(
        listed=keys,
        years=(min(int(first or known), known - 1), max(int(last or known), known)),
        known_year=known,
        languages=languages(),
    )
