"""As Datasette builds it: the table with facets by year, pillar, body and city, filters in the address, its own server."""

import asyncio
import sqlite3
import sys
import tempfile
from pathlib import Path

import uvicorn
from datasette.app import Datasette

from benchmarks.peers.rows import meetings

FACETS = ("year", "pillar", "body", "city")


def main(port: int) -> None:
    """Write the meetings into an indexed file of SQLite and serve it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "meetings.db"
        with sqlite3.connect(path) as database:
            meetings().to_sql("meetings", database, index=False)
            for name in FACETS:
                database.execute(f"create index by_{name} on meetings ({name})")
        limits = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000, "default_page_size": 25}
        served = Datasette([str(path)], settings=limits)
        asyncio.run(served.refresh_schemas())
        uvicorn.run(served.app(), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]))
