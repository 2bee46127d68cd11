"""The codes that a link may name, taken from one edition."""

from functools import lru_cache

from sidang.edition import Edition
from sidang.language import languages
from sidang.questions import ask
from sidang.view import Codes

PILLAR_ORDER = ("apsc", "aec", "ascc", "cross", "none")


@lru_cache(maxsize=8)
def codes_of(edition: Edition) -> Codes:
    """The codes that links may name in this edition: bodies, organizations, pillars, years, languages.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    kinds: dict[str, dict[str, str]] = {}
    for row in ask(edition, "link_codes"):
        kinds.setdefault(row.kind, {})[row.code] = row.present
    ((first, last),) = kinds["year"].items()
    known = edition.data_until.year
    return Codes(
        bodies=frozenset(kinds["body"]),
        aliases=kinds.get("former_body", {}),
        organizations=frozenset(kinds["organization"]),
        pillars=tuple(code for code in PILLAR_ORDER if code in kinds["pillar"]),
        years=(min(int(first or known), known - 1), max(int(last or known), known)),
        known_year=known,
        languages=languages(),
    )
