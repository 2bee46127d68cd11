"""The ASGI application: the pages, the routes beside them, and what every answer carries.

`python -m sidang serve` runs it under uvicorn. It imports what the pages need before the first request and then freezes
those objects for the garbage collector: a rerun would otherwise pay for looking through all of them (docs/performance.md).
"""

import contextlib
import ctypes
import gc
import logging
import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from sidang import api, briefs, calendars, downloads, feeds, pictures, plain
from sidang.bounds import Bounds
from sidang.compressed import CompressedStatic, compressed_dir
from sidang.document import Document
from sidang.edition import DamagedEdition, NoEdition, current_edition, editions_dir
from sidang.headers import StrictHeaders
from sidang.language import language_of
from sidang.map_files import boundaries_file
from sidang.warm import warm
from sidang.whole_downloads import ROUTE

ROOT = Path(__file__).resolve().parent.parent
PAGE_MODULES = (
    "plotly.graph_objects",
    "plotly.io",
    "pandas",
    "sidang.body_page",
    "sidang.briefs",
    "sidang.calendars",
    "sidang.downloads",
    "sidang.feeds",
    "sidang.document_page",
    "sidang.event_page",
    "sidang.data_downloads",
    "sidang.frame",
    "sidang.registers",
    "sidang.overview",
    "sidang.meetings",
    "sidang.membership",
    "sidang.participant_page",
    "sidang.pictures",
    "sidang.pillar_topics",
    "sidang.pillar_tree",
    "sidang.venues",
)

# A rerun makes thousands of objects, nearly all of which go when it ends; by itself Python looks for garbage among them
# after every 700.
COLLECTED_AFTER = (50_000, 20, 20)
M_ARENA_MAX = -8
EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"]

log = logging.getLogger("sidang")


def healthz(_: Request) -> Response:
    """Which edition is served: 200 with edition, version and last known day, or 503 with what is wrong."""
    try:
        edition = current_edition(editions_dir())
    except (NoEdition, DamagedEdition) as error:
        return JSONResponse({"status": "no edition", "reason": str(error)}, status_code=503)
    return JSONResponse(
        {
            "status": "ok",
            "edition": edition.id,
            "version": edition.version,
            "data_until": edition.data_until.isoformat(),
            "built_at": edition.built_at.isoformat(timespec="seconds") + "Z",
        }
    )


def limit_arenas() -> None:
    """Let all threads take memory from the same two arenas, unless MALLOC_ARENA_MAX says otherwise.

    The C library of GNU makes eight a core for programs with threads; what is freed in one stays there, so that a server of
    many threads grows for hours. On systems with another C library nothing is done.
    """
    if "MALLOC_ARENA_MAX" not in os.environ:
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Import what pages import, read what the first asks, then take it all out of the garbage collector's sight."""
    limit_arenas()
    for module in PAGE_MODULES:
        import_module(module)
    warm()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)
    yield
    gc.unfreeze()


def report(error: Exception) -> bool:
    """Log what stopped a page, and say so on it in plain words; True keeps Streamlit's own box away."""
    number = uuid.uuid4().hex[:8]
    log.error("a page failed (%s)", number, exc_info=error)
    language = language_of(st.query_params.get("lang"), st.context.locale)
    st.error(
        language.text(
            "This page cannot be shown just now. Try again, or give whoever runs this dashboard the report number {number}.",
            number=number,
        )
    )
    return True


os.environ["SIDANG_SERVER"] = "1"
config.set_option("runner.postScriptGC", False)
# Streamlit takes a folder named pages for its older kind of pages until st.navigation has run once; a deep link as the
# server's first request would open under a box that says "Page not found".
PagesManager.uses_pages_directory = False

app = st.App(
    ROOT / "app.py",
    lifespan=lifespan,
    on_script_error=report,
    routes=[
        Route("/healthz", healthz),
        *downloads.routes,
        ROUTE,
        Route("/boundaries/{digest}.json", boundaries_file),
        *briefs.routes,
        *calendars.routes,
        *feeds.routes,
        *pictures.routes,
        *api.routes,
        Route("/api/{rest:path}", api.unknown_path, methods=EVERY_METHOD),
        Route("/api", api.unknown_path, methods=EVERY_METHOD),
        *plain.routes,
        Route("/r/{rest:path}", plain.unknown_path, methods=EVERY_METHOD),
    ],
    middleware=[
        Middleware(Bounds),
        Middleware(StrictHeaders),
        Middleware(CompressedStatic, directory=compressed_dir(editions_dir())),
        Middleware(Document),
    ],
)
