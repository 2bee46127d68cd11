"""Meetings as columns of numbers, and how they are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

import numpy as np

Numbers = np.ndarray[Any, np.dtype[Any]]
Rows = slice | Numbers


def named(ids: Sequence[str], counts: Numbers) -> dict[str, int]:
    """The counts that are not zero, by id."""
    filled = np.flatnonzero(counts)
    return dict(zip([ids[number] for number in filled.tolist()], counts[filled].tolist(), strict=True))


@dataclass(frozen=True, eq=False)
class Listed:
    """A list of numbers for each of some meetings: the entries one after the other, and where each list begins."""

    entries: Numbers
    begins: Numbers

    @classmethod
    def of(cls, entries: Numbers, sizes: Numbers) -> Self:
        """From the lengths of the lists."""
        begins = np.zeros(len(sizes) + 1, np.int64)
        np.cumsum(sizes, out=begins[1:])
        return cls(entries, begins)

    def within(self, rows: Rows) -> Numbers:
        """The entries of some meetings."""
        if isinstance(rows, slice):
            return self.entries[self.begins[rows.start] : self.begins[rows.stop]]
        begins = self.begins[rows]
        sizes = self.begins[rows + 1] - begins
        shifts = begins - np.cumsum(sizes) + sizes
        places: Numbers = np.repeat(shifts, sizes) + np.arange(sizes.sum())
        return self.entries[places]

    def holds(self, span: slice, wanted: Numbers) -> Numbers:
        """Whether the list of each meeting of a span has an entry that is wanted (by number)."""
        found = np.zeros(span.stop - span.start, bool)
        begins = self.begins[span.start : span.stop + 1]
        hits = np.flatnonzero(wanted[self.entries[begins[0] : begins[-1]]]) + begins[0]
        found[np.searchsorted(begins, hits, side="right") - 1] = True
        return found


@dataclass(frozen=True, eq=False)
class Meetings:
    """The meetings of one state, those of the latest year first, those without a date last: columns and lists by name.

    Those of whole years are a span of rows. How many of them have which number is known beforehand: the sums up to the end
    of each year are added up once, so that no count of a view of years alone looks at a meeting.
    """

    state: str
    columns: Mapping[str, Numbers]
    lists: Mapping[str, Listed]
    sums: dict[str, Numbers] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.columns["number"])

    def span(self, first: int | None, last: int | None) -> slice:
        """The rows of the years from first to last, of all meetings where neither is given."""
        if first is None and last is None:
            return slice(0, len(self))
        begin = 0 if last is None else int(np.searchsorted(self._ages, -last, side="left"))
        end = np.searchsorted(self._ages, -max(first or 1, 1), side="right")
        return slice(begin, max(begin, int(end)))

    @cached_property
    def _ages(self) -> Numbers:
        return -self.columns["year"]

    @cached_property
    def _ends(self) -> Numbers:
        """The rows at which a year ends, after that of none."""
        return np.concatenate([[0], np.flatnonzero(np.diff(self.columns["year"])) + 1, [len(self)]])

    def count(self, name: str, rows: Rows, size: int) -> Numbers:
        """How many of some meetings have each number up to a size in a column or list; a span has to be one of years."""
        if isinstance(rows, slice):
            if name not in self.sums:
                self.sums[name] = self._sums(name, size)
            before, until = np.searchsorted(self._ends, [rows.start, rows.stop])
            counts: Numbers = self.sums[name][until] - self.sums[name][before]
            return counts
        return np.bincount(self._values(name, rows), minlength=size)

    def _values(self, name: str, rows: Rows) -> Numbers:
        return self.lists[name].within(rows) if name in self.lists else self.columns[name][rows]

    def _sums(self, name: str, size: int) -> Numbers:
        years = np.diff(self._ends)
        if name in self.lists:
            years = np.diff(self.lists[name].begins[self._ends])
        values = self._values(name, slice(0, len(self)))
        cells = np.bincount(np.repeat(np.arange(len(years)) * size, years) + values, minlength=len(years) * size)
        sums = np.zeros((len(years) + 1, size), np.int32)
        np.cumsum(cells.reshape(len(years), size), axis=0, out=sums[1:])
        return sums

    def size(self, rows: Rows) -> int:
        """How many meetings some rows are."""
        return rows.stop - rows.start if isinstance(rows, slice) else len(rows)

    def listed(self, rows: Rows) -> Numbers:
        """The numbers of the rows."""
        return np.arange(rows.start, rows.stop) if isinstance(rows, slice) else rows

    def first_rows(self, rows: Rows, most: int) -> Numbers:
        """Rows among which are so many latest meetings: those of the years of the first ones."""
        if self.size(rows) <= most:
            return self.listed(rows)
        last = (rows.start if isinstance(rows, slice) else 0) + most - 1
        year = self.columns["year"][last if isinstance(rows, slice) else rows[last]]
        end = int(np.searchsorted(self._ages, -year, side="right"))
        if isinstance(rows, slice):
            return np.arange(rows.start, min(rows.stop, end))
        return rows[: np.searchsorted(rows, end)]

    @cached_property
    def numbered(self) -> Numbers:
        """The rows of meetings with a number and a year, body by body, by number and year."""
        body, ordinal, year = (self.columns[name] for name in ("body", "ordinal", "year"))
        rows = np.flatnonzero((ordinal > 0) & (year > 0))
        return rows[np.lexsort((year[rows], ordinal[rows], body[rows]))].astype(np.int32)
