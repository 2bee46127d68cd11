"""The build of an edition against the least that could be done: DuckDB reading the same CSV files into a new file.

`python -m benchmarks.loads build|bare DATA OUTPUT` does it once in a fresh process and prints wall and processor seconds
of the work itself, without the start of Python.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from benchmarks.figures import Cost
from sidang.build import build
from sidang.dataset import load_descriptor
from sidang.staging import literal, quoted

ROOT = Path(__file__).resolve().parent.parent


def load_bare(data_dir: Path, output_dir: Path) -> None:
    """Read every file as text into a table: no types, no keys, no checks, no derived tables."""
    with duckdb.connect(str(output_dir / "bare.duckdb")) as database:
        for table in load_descriptor(data_dir).tables:
            file = literal(str(data_dir / table.file))
            database.execute(f"create table {quoted(table.name)} as select * from read_csv({file}, all_varchar = true)")


def measured(kind: str, data_dir: Path) -> Cost:
    """What one load of a dataset costs in a process of its own."""
    with tempfile.TemporaryDirectory() as output:
        ended = subprocess.run(
            [sys.executable, "-m", "benchmarks.loads", kind, str(data_dir), output],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    wall, cpu = json.loads(ended.stdout.splitlines()[-1])
    return Cost(wall, cpu)


def main(kind: str, data_dir: Path, output_dir: Path) -> None:
    """Load once and print what it cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    if kind == "build":
        build(data_dir, output_dir)
    else:
        load_bare(data_dir, output_dir)
    print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
