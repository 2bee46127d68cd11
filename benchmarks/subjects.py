"""What is measured: how its servers start, and the data that they serve."""

import sys

from benchmarks.servers import ROOT

DATA = ROOT / "data"
OWN = ("sidang", "serve", "--port", "{port}")
STOCK = ("streamlit", "run", "app.py", "--server.port", "{port}", "--server.address", "127.0.0.1")
CONSTANT = (
    "uvicorn", "benchmarks.constant_server:app", "--port", "{port}", "--log-level", "warning",
    "--ws", "sidang.channel:Channel",
)  # fmt: skip


def tell(message: str) -> None:
    """Say what is going on."""
    print(message, file=sys.stderr, flush=True)
