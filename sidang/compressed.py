"""Streamlit's own scripts, styles and fonts, compressed once a version and sent compressed.

Streamlit leaves them uncompressed: 3 to 8 MB on a first visit instead of 1 to 2.5 (docs/performance.md). The files
carry a hash of their content in their names, so a browser keeps them for a year.
"""

import gzip
import logging
import mimetypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import streamlit
from starlette.datastructures import Headers
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

COMPRESSED = ("css", "js", "json", "svg", "wasm", "map")
ENCODINGS = {"br": ".br", "gzip": ".gz"}
SMALLEST = 512
YEAR = "public, immutable, max-age=31536000"
PREFIX = "/static/"

log = logging.getLogger("sidang")


def compressed_dir(output_dir: Path) -> Path:
    """Where the compressed files of the installed Streamlit lie."""
    return output_dir / "static" / streamlit.__version__


def compress(output_dir: Path, progress: Callable[[str], None]) -> Path | None:
    """Compress Streamlit's files unless that was done for this version; returns their folder.

    Returns None, and says why, when the folder cannot be written: the files are then sent as they are.
    """
    target = compressed_dir(output_dir)
    if target.is_dir():
        return target
    source = Path(file_util.get_static_dir()) / "static"
    working = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        working.mkdir(parents=True, exist_ok=True)
        progress(f"compressing the files of Streamlit {streamlit.__version__}, once")
        for path in sorted(source.rglob("*")):
            if path.is_file() and path.suffix[1:] in COMPRESSED and path.stat().st_size >= SMALLEST:
                _compress(path, working / path.relative_to(source))
        if not target.is_dir():
            os.replace(working, target)
    except OSError as error:
        progress(f"the files of Streamlit stay uncompressed: {error}")
        return None
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return target


def _compress(path: Path, target: Path) -> None:
    content = path.read_bytes()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.with_name(target.name + ".br").write_bytes(brotli.compress(content, quality=9))
    target.with_name(target.name + ".gz").write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


class CompressedStatic:
    """ASGI middleware: answers /static/ with the compressed file where the browser takes it."""

    def __init__(self, app: ASGIApp, directory: Path) -> None:
        self.app = app
        self.directory = directory

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the compressed files, or pass the request on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].startswith(PREFIX):
            found = self._find(scope["path"].removeprefix(PREFIX), Headers(scope=scope).get("accept-encoding", ""))
            if found:
                path, encoding, kind = found
                headers = {"content-encoding": encoding, "cache-control": YEAR, "vary": "accept-encoding"}
                await FileResponse(path, media_type=kind, headers=headers)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _find(self, name: str, accepted: str) -> tuple[Path, str, str] | None:
        accepts = {part.split(";")[0].strip() for part in accepted.split(",") if not part.replace(" ", "").endswith(";q=0")}
        for encoding, ending in ENCODINGS.items():
            if encoding in accepts and (path := self._inside(name + ending)):
                return path, encoding, mimetypes.guess_type(name)[0] or "application/octet-stream"
        return None

    def _inside(self, name: str) -> Path | None:
        try:
            path = (self.directory / name).resolve()
            return path if path.is_relative_to(self.directory.resolve()) and path.is_file() else None
        except (OSError, ValueError):  # no file can have such a name: too long, or with a zero byte
            return None
