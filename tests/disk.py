"""What a piece of code opens for writing, so that a test can say that nothing is written to disk."""

import os
import sys
from collections.abc import Callable
from typing import Any

_watching: list[list[str]] = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _watching:
        path, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & WRITING):
            for found in _watching:
                found.append(str(path))


sys.addaudithook(_heard)


def written_by(act: Callable[[], Any]) -> list[str]:
    """The files that are opened for writing while something is done, in any thread."""
    found: list[str] = []
    _watching.append(found)
    try:
        act()
    finally:
        _watching.remove(found)
    return found
