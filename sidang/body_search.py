"""Which body a reader means: by any name, alias, acronym or former id, in either language, with a slip of the pen."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from sidang.edition import Edition
from sidang.questions import ask
from sidang.text import fold

# How names are compared, the least score, and how far below the best a name may lie to be offered beside it.
SCORERS = ((OSA.normalized_similarity, 0.75, 0.06), (fuzz.WRatio, 88, 5))
MOST = 5


@dataclass(frozen=True)
class Meant:
    """What a typed name was taken for: the bodies that bear it, or else those that bear one near to it, nearest first."""

    typed: str
    bodies: tuple[str, ...]
    is_exact: bool


@lru_cache(maxsize=8)
def bodies_by_name(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The bodies that bear each name, alias or acronym of either language, by its folded form."""
    found: dict[str, tuple[str, ...]] = {}
    for row in ask(edition, "body_aliases"):
        name, body = fold(str(row.name)), str(row.body_id)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), body)))
    return found


def body_meant(edition: Edition, typed: str) -> Meant:
    """The bodies that a typed name means.

    First those that bear it; else those with a name that holds all its words; else those with a name that differs by a
    slip (a quarter of its letters at the most), and last those of which a part is near. None is a `Meant` without bodies.
    """
    names = bodies_by_name(edition)
    wanted = fold(typed)
    if wanted in names:
        return Meant(typed, names[wanted], is_exact=True)
    words = wanted.split()
    found = sorted((name for name in names if words and _holds(name, words)), key=len)
    for scorer, least, margin in SCORERS:
        if not found and wanted:
            near = process.extract(wanted, list(names), scorer=scorer, score_cutoff=least)
            found = [name for name, score, _ in near if score >= near[0][1] - margin]
    bodies = dict.fromkeys(body for name in found for body in names[name])
    return Meant(typed, tuple(bodies)[:MOST], is_exact=False)


def _holds(name: str, words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name.split()) for word in words)
