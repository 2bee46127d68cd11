"""Costs, their medians, and the ratio of two of them that were measured in turn."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Seconds of wall clock and of processor that one piece of work took."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Compared:
    """Two pieces of work, measured in turn: medians of each, and the median and range of the ratios of neighbours."""

    first: Cost
    second: Cost
    cpu_ratio: float
    lowest: float
    highest: float
    repetitions: int


def in_turn(works: Mapping[str, Callable[[], Cost]], repetitions: int) -> dict[str, list[Cost]]:
    """Do each piece of work once a round, the order turned around every other round, so that drift hits all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for number in range(repetitions):
        for name in list(works)[:: 1 if number % 2 == 0 else -1]:
            costs[name].append(works[name]())
    return costs


def median(costs: Sequence[Cost]) -> Cost:
    """The median of wall and of processor time, each for itself."""
    return Cost(statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs))


def compared(first: Sequence[Cost], second: Sequence[Cost]) -> Compared:
    """How much more the first takes than the second, round by round."""
    ratios = [one.cpu / other.cpu for one, other in zip(first, second, strict=True)]
    return Compared(median(first), median(second), statistics.median(ratios), min(ratios), max(ratios), len(ratios))
