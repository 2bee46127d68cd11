"""Editions: immutable database files, one a state of the dataset, and the pointer that names the served one.

`<output>/editions/<version>-<hash>.duckdb` are the editions, `<output>/current` names the one that is served. A file is
never changed once it has its name, so that whoever has it open goes on reading, and old ones stay for frozen links.
"""

import datetime
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import duckdb
from cachetools import LRUCache

from sidang.schema import columns_in, schema_columns

EDITIONS_DIR = Path(__file__).resolve().parent.parent / "var"
EDITIONS = "editions"
POINTER = "current"
SUFFIX = ".duckdb"
HASH_SHOWN = 12
LONGEST_ID = 100
KEPT_CONNECTIONS = 8
KEPT_EDITIONS = 256
LACKING_SHOWN = 3
ABOUT = "select version, content_hash, built_at, data_until from edition order by version"
# One thread a question: it is asked of few rows, and readers ask at the same time.
LOCKED = {
    "threads": "1",
    "enable_external_access": "false",
    "allow_community_extensions": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_directory": "",
    "lock_configuration": "true",
}


class NoEdition(Exception):
    """There is no edition where one was asked for; says what to do."""


class DamagedEdition(Exception):
    """The edition that is to be served cannot be read; says what to do."""


class OutdatedEdition(DamagedEdition):
    """An edition was made by an earlier version of the program, so that the questions of this one do not fit it.

    Carries the name of the edition and what its file lacks, as tables or table and column.
    """

    def __init__(self, identifier: str, lacking: tuple[str, ...]) -> None:
        shown = ", ".join(lacking[:LACKING_SHOWN]) + (", ..." if len(lacking) > LACKING_SHOWN else "")
        super().__init__(
            f"The edition '{identifier}' was made by an earlier version of the program and cannot be shown by this one: "
            f"it has no {shown}. Build an edition of this version: python -m sidang build"
        )
        self.identifier = identifier
        self.lacking = lacking


@dataclass(frozen=True)
class Edition:
    """One published state of the dataset.

    `version` is that of the dataset, `content_hash` the SHA-256 of what is in it, `built_at` a time in UTC, `data_until`
    the last day about which sources were read.
    """

    version: str
    content_hash: str
    built_at: datetime.datetime
    data_until: datetime.date
    path: Path

    @property
    def id(self) -> str:
        """The name of the edition in links, file names and citations."""
        return edition_id(self.version, self.content_hash)


def edition_id(version: str, content_hash: str) -> str:
    """The name of an edition: version of the dataset, hyphen, beginning of its hash."""
    return f"{version}-{content_hash[:HASH_SHOWN]}"


def editions_dir() -> Path:
    """The folder of the editions: the environment variable SIDANG_VAR, else var/ of the project."""
    return Path(os.environ.get("SIDANG_VAR") or EDITIONS_DIR)


def edition_path(output_dir: Path, identifier: str) -> Path:
    """Where an edition of that name lies, whether or not it is there."""
    return output_dir / EDITIONS / f"{identifier}{SUFFIX}"


def current_edition(output_dir: Path) -> Edition:
    """The edition that is served now. Cheap: looks at the pointer each time and reads the edition only when it moved.

    Raises:
        NoEdition: when none was ever built there.
        DamagedEdition: when the pointer names a file that is missing or cannot be read as an edition.
        OutdatedEdition: when that edition was made by an earlier version of the program.
    """
    pointer = output_dir / POINTER
    try:
        stat = pointer.stat()
        seen = (stat.st_mtime_ns, stat.st_ino, stat.st_size)
        with _lock:
            kept = _pointers.get(pointer)
        if kept is not None and kept[0] == seen and kept[1].path.exists():
            return kept[1]
        identifier = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise NoEdition(f"There is no edition in '{output_dir}'. Build one: python -m sidang build") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedEdition(f"'{pointer}' cannot be read ({error}). {_rebuild()}") from error
    if not identifier or Path(identifier).name != identifier:
        raise DamagedEdition(f"'{pointer}' names no edition: '{identifier}'. {_rebuild()}")
    edition = read_edition(edition_path(output_dir, identifier))
    with _lock:
        _pointers[pointer] = (seen, edition)
    return edition


def find_edition(output_dir: Path, identifier: str) -> Edition:
    """An edition by its name, as a frozen link gives it.

    Raises:
        NoEdition: when there is none of that name.
        DamagedEdition: when its file cannot be read as an edition.
        OutdatedEdition: when it was made by an earlier version of the program.
    """
    path = edition_path(output_dir, identifier)
    if len(identifier) > LONGEST_ID or Path(identifier).name != identifier or not path.is_file():
        identifier = identifier[:LONGEST_ID]
        raise NoEdition(f"There is no edition '{identifier}' in '{output_dir}'. Those there are: {_names(output_dir)}.")
    return read_edition(path)


def editions(output_dir: Path) -> tuple[Edition, ...]:
    """All editions in a folder that can be shown, the newest first. Damaged and outdated ones are left out."""
    found = []
    for path in sorted((output_dir / EDITIONS).glob(f"*{SUFFIX}")):
        try:
            found.append(read_edition(path))
        except DamagedEdition:
            continue
    return tuple(sorted(found, key=lambda edition: (edition.built_at, edition.id), reverse=True))


def read_edition(path: Path) -> Edition:
    """What an edition says about itself. Cheap: a file is opened only when it was not yet seen as it is now.

    Raises:
        DamagedEdition: when the file is missing, cannot be read, or is not the edition that its name says.
        OutdatedEdition: when it lacks a table or column of queries/schema.sql.
    """
    try:
        stat = path.stat()
    except (OSError, ValueError) as error:
        raise DamagedEdition(f"The edition '{path.stem}' is missing: there is no file '{path}'. {_rebuild()}") from error
    seen = (path, stat.st_ino, stat.st_mtime_ns, stat.st_size)
    with _lock:
        read = _read.get(seen)
    if read is None:
        read = _read_file(path)
        with _lock:
            _read[seen] = read
    if isinstance(read, Edition):
        return read
    raise OutdatedEdition(path.stem, read)


def _read_file(path: Path) -> Edition | tuple[str, ...]:
    """The edition in a file, or what it lacks to be one of this version."""
    try:
        opened = _root(path).cursor()
        has = {(table, column) for table, columns in columns_in(opened).items() for column in columns}
        lacking = _lacking(has)
        rows = [] if lacking else opened.execute(ABOUT).fetchall()
    except duckdb.Error as error:
        _forget(path)
        first_line = str(error).splitlines()[0]
        raise DamagedEdition(f"The edition '{path.stem}' cannot be read: {first_line}. {_rebuild()}") from error
    if lacking:
        _forget(path)
        if "edition" in lacking:
            raise DamagedEdition(f"The edition '{path.stem}' cannot be read: '{path}' is no edition. {_rebuild()}")
        return lacking
    if len(rows) != 1 or edition_id(rows[0][0], rows[0][1]) != path.stem:
        _forget(path)
        raise DamagedEdition(f"'{path}' is not the edition that its name says. {_rebuild()}")
    version, content_hash, built_at, data_until = rows[0]
    return Edition(version, content_hash, built_at, data_until, path)


def _lacking(has: set[tuple[str, str]]) -> tuple[str, ...]:
    """What of the present schema a file lacks: whole tables by name, else table.column."""
    tables = {table for table, _ in has}
    missing = sorted(schema_columns() - has)
    return tuple(dict.fromkeys(f"{table}.{column}" if table in tables else table for table, column in missing))


def cursor(edition: Edition) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for one question to an edition; read-only, without access to files or network.

    Raises:
        DamagedEdition: when the file is missing or cannot be read.
    """
    try:
        return _root(edition.path).cursor()
    except duckdb.Error as error:
        first_line = str(error).splitlines()[0]
        raise DamagedEdition(f"The edition '{edition.id}' cannot be opened: {first_line}. {_rebuild()}") from error


_lock = threading.Lock()
_roots: OrderedDict[Path, tuple[tuple[int, int], duckdb.DuckDBPyConnection]] = OrderedDict()
_pointers: dict[Path, tuple[tuple[int, int, int], Edition]] = {}
_read: LRUCache[tuple[Path, int, int, int], Edition | tuple[str, ...]] = LRUCache(KEPT_EDITIONS)


def _root(path: Path) -> duckdb.DuckDBPyConnection:
    resolved = path.resolve()
    try:
        stat = resolved.stat()
    except OSError as error:
        raise duckdb.IOException(f"there is no file '{resolved}'") from error
    seen = (stat.st_ino, stat.st_mtime_ns)
    with _lock:
        if resolved in _roots and _roots[resolved][0] != seen:  # a damaged edition was built again under its name
            _roots.pop(resolved)[1].close()
        if resolved not in _roots:
            _roots[resolved] = seen, duckdb.connect(str(resolved), read_only=True, config=dict(LOCKED))
            while len(_roots) > KEPT_CONNECTIONS:
                _roots.popitem(last=False)
        _roots.move_to_end(resolved)
        return _roots[resolved][1]


def _forget(path: Path) -> None:
    with _lock:
        _, root = _roots.pop(path.resolve(), (None, None))
    if root is not None:
        root.close()


def _names(output_dir: Path) -> str:
    return ", ".join(path.stem for path in sorted((output_dir / EDITIONS).glob(f"*{SUFFIX}"))) or "none"


def _rebuild() -> str:
    return "Build it again: python -m sidang build"
