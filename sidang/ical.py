"""Calendars as of RFC 5545: lines of properties, folded, escaped, with the line ends that it asks for."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 75
END = "\r\n"
# Signs with a meaning are escaped; what no text holds is a blank.
WRITTEN = dict.fromkeys(range(32), " ") | {ord(sign): f"\\{sign}" for sign in "\\;,"} | {ord("\n"): "\\n"}


@dataclass(frozen=True)
class Property:
    """A property with its value as it stands in the file, already escaped where it is text."""

    name: str
    value: str


def escaped(value: str) -> str:
    """A text as a value."""
    return value.replace("\r\n", "\n").translate(WRITTEN)


def escaped_list(values: Iterable[str]) -> str:
    """A list of texts as a value."""
    return ",".join(map(escaped, values))


def day(value: datetime.date) -> str:
    """A day as a value of DATE."""
    return f"{value:%Y%m%d}"


def moment(value: datetime.datetime) -> str:
    """A time in UTC as a value of DATE-TIME."""
    return f"{value:%Y%m%dT%H%M%SZ}"


def component(name: str, properties: Iterable[Property]) -> Iterator[str]:
    """The lines of a component."""
    yield line("BEGIN", name)
    for found in properties:
        yield line(found.name, found.value)
    yield line("END", name)


def line(name: str, value: str) -> str:
    """A line, folded so that none is longer than 75 octets and no sign is cut in two."""
    whole = f"{name}:{value}"
    if len(whole) <= LONGEST and whole.isascii():
        return whole + END
    if whole.isascii():
        rest = range(LONGEST, len(whole), LONGEST - 1)  # the blank with which a folded line begins counts
        return f"{END} ".join([whole[:LONGEST], *(whole[at : at + LONGEST - 1] for at in rest)]) + END
    parts, begin, size = [], 0, 0
    for at, sign in enumerate(whole):
        wide = len(sign.encode())
        if size + wide > LONGEST:
            parts.append(whole[begin:at])
            begin, size = at, 1
        size += wide
    parts.append(whole[begin:])
    return f"{END} ".join(parts) + END
