"""The ids of records: which one is meant by what a link calls it, and which are near to one that nobody has."""

from functools import lru_cache

from rapidfuzz import fuzz, process

from sidang.asking import Asking
from sidang.body_search import body_meant
from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.questions import ask
from sidang.view import LONGEST_ID

# The keys of a link whose codes name the records of a kind: former ids among them, names of participants too.
KEYS_OF_KINDS = {"body": "body", "participant": "with"}
MOST_NEAR = 5
# How ids are compared, the least score, and the fewest signs for which that says anything: as a whole, else a part of one.
SCORERS = ((fuzz.ratio, 60, 1), (fuzz.partial_ratio, 90, 4))


def present_id(asking: Asking, kind: str, called: str) -> str:
    """The id of a record by the one that a link gives, former ids included; whatever its case."""
    former = {row.old_id.lower(): row.new_id for row in asking.ask("former_ids") if row.kind == kind}
    return str(former.get(called.lower(), called.lower()))


@lru_cache(maxsize=16)
def ids_of(edition: Edition, kind: str) -> dict[str, str]:
    """The records of a kind: the present id by the code of a link, which is the id in lower case."""
    return {row.record_id.lower(): row.record_id for row in ask(edition, "record_ids", {"kind": kind})}


@lru_cache(maxsize=16)
def codes_of_kind(edition: Edition, kind: str) -> dict[str, str]:
    """All that a link may call a record of a kind, former ids among them: the present id by each code."""
    present = ids_of(edition, kind)
    if kind in KEYS_OF_KINDS:
        named = codes_of(edition).listed[KEYS_OF_KINDS[kind]]
    else:
        named = {row.old_id.lower(): row.new_id for row in ask(edition, "former_ids") if row.kind == kind}
    return dict(named) | present


def near_ids(edition: Edition, kind: str, called: str) -> tuple[str, ...]:
    """Ids of records of a kind that come near to what nobody is called, as links write them, the nearest first."""
    if len(called) > LONGEST_ID:
        return ()
    codes = codes_of_kind(edition, kind)
    wanted = called.lower()
    ids: list[str] = []
    for scorer, least, fewest in SCORERS:
        if not ids and len(wanted) >= fewest:
            found = process.extract(wanted, list(codes), scorer=scorer, score_cutoff=least, limit=3 * MOST_NEAR)
            ids = [codes[code] for code, _, _ in found]
    if kind == "body":
        ids += body_meant(edition, called.replace("-", " ")).bodies
    return tuple(dict.fromkeys(record_id.lower() for record_id in ids))[:MOST_NEAR]
