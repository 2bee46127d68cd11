"""The filters of a view as questions take them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self


@dataclass(frozen=True)
class Wanted:
    """The filters of a view, as events_by_filter.sql takes them; `with_national` lets national coordination in uncalled."""

    year_from: int | None = None
    year_to: int | None = None
    bodies: tuple[str, ...] = ()
    is_without_sub_bodies: bool = False
    organizations: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    is_involvement_counted: bool = False
    levels: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    with_national: bool = False

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> Self:
        """The filters among the parameters of a question."""
        return cls(**{one.name: parameters[one.name] for one in fields(cls) if one.name != "with_national"})

    def without(self, *names: str) -> Self:
        """The same filters without some; years are one of them."""
        none: dict[str, Any] = dict.fromkeys(names, ())
        if "years" in none:
            del none["years"]
            none |= {"year_from": None, "year_to": None}
        return replace(self, **none)

    def with_every_national(self) -> Self:
        """The same filters for counts that take national coordination as if it were called in."""
        return replace(self, with_national=True)
