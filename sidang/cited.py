"""What stands behind facts: the pages that support them, those that say otherwise, and the conflicts between them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sidang.questions import Rows


@dataclass(frozen=True)
class Support:
    """What stands behind one fact: rows of citations_of_records.sql and of claims_of_records.sql."""

    supporting: tuple[Any, ...]
    contradicting: tuple[Any, ...]
    claims: tuple[Any, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether a page says otherwise or a conflict is recorded."""
        return bool(self.contradicting or self.claims)


class Cited:
    """The citations and conflicts of the records that a page shows, their pages numbered in the order given."""

    def __init__(self, citations: Rows, claims: Rows) -> None:
        self.citations, self.claims = citations, claims
        self.pages: dict[str, Any] = {}
        for row in citations:
            self.pages.setdefault(row.source_id, row)
        self._numbers = {source_id: number for number, source_id in enumerate(self.pages, 1)}

    def only(self, *records: str) -> "Cited":
        """What stands behind some of the records; pages keep their place, not their numbers."""
        return self._of(lambda record: record in records)

    def without(self, records: Iterable[str]) -> "Cited":
        """What stands behind the other records."""
        left_out = frozenset(records)
        return self._of(lambda record: record not in left_out)

    def _of(self, is_meant: Callable[[str], bool]) -> "Cited":
        return Cited(
            tuple(row for row in self.citations if is_meant(row.record)),
            tuple(row for row in self.claims if is_meant(row.record)),
        )

    @property
    def contradicting(self) -> tuple[Any, ...]:
        """The citations of pages that say otherwise of any of the records."""
        return tuple(row for row in self.citations if row.stance == "contradicts")

    def number(self, source_id: str) -> int:
        """The number under which a page is listed."""
        return self._numbers[source_id]

    def behind(self, record: str, *fields: str) -> Support:
        """What stands behind fields of a record ("events:soc-com-19"); without fields, behind all of it.

        A page that is cited for the record as a whole supports each field of which it does not say otherwise.
        """
        own = [row for row in self.citations if row.record == record and (not fields or row.field in ("", *fields))]
        against = tuple(row for row in own if row.stance == "contradicts")
        otherwise = {row.source_id for row in against}
        named = {row.source_id for row in own if row.stance == "supports" and row.field in fields}
        supporting = _distinct(
            row for row in own if row.stance == "supports" and (row.source_id not in otherwise or row.source_id in named)
        )
        claims = tuple(
            row for row in self.claims if row.record == record and (not fields or row.field in fields or not row.field)
        )
        return Support(supporting, against, claims)

    def marks(self, record: str) -> str:
        """The numbers of the pages behind a record, as they stand in a line of a list: "1, 3"."""
        numbers = sorted(self.number(row.source_id) for row in self.behind(record).supporting)
        return ", ".join(str(number) for number in numbers)


def _distinct(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({row.source_id: row for row in rows}.values())
