"""The routes of the whole dataset: an edition as CSV, as Parquet and as its DuckDB file, each under the edition's name."""

import logging
import re
import uuid

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from sidang.compressed import YEAR
from sidang.edition import DamagedEdition, Edition, NoEdition, editions_dir, find_edition
from sidang.packages import NoPackage, package
from sidang.questions import QuestionFailed

ENDINGS = {"csv": ".zip", "parquet": "-parquet.zip", "duckdb": ".duckdb"}
KINDS = {ending: kind for kind, ending in ENDINGS.items()}
NAME = r"sidang-([\w.-]+?)(-parquet\.zip|\.zip|\.duckdb)"

log = logging.getLogger("sidang")


def address(edition: Edition, kind: str) -> str:
    """Where an edition is taken from, as csv, parquet or duckdb."""
    return f"/download/{file_name(edition, kind)}"


def file_name(edition: Edition, kind: str) -> str:
    """What the file is called."""
    return f"sidang-{edition.id}{ENDINGS[kind]}"


def size(edition: Edition, kind: str) -> int:
    """How many bytes it has.

    Raises:
        NoPackage, QuestionFailed: when there is none.
    """
    return edition.path.stat().st_size if kind == "duckdb" else len(package(edition, kind))


def whole(request: Request) -> Response:
    """An edition as a file that browsers keep: 304 where they have it, 404 for an edition that is gone or not packed.

    A damaged or outdated edition is a 503. One that cannot be packed is a 500 with a number under which the log says why.
    """
    name = request.path_params["name"]
    match = re.fullmatch(NAME, name, re.ASCII)
    if match is None:
        return PlainTextResponse("There is no such file. Open the page /data again.\n", status_code=404)
    identifier, ending = match.groups()
    try:
        return _sent(find_edition(editions_dir(), identifier), KINDS[ending], name, request.headers.get("if-none-match"))
    except (NoEdition, NoPackage) as error:
        return PlainTextResponse(f"{error}\n", status_code=404)
    except DamagedEdition as error:
        return PlainTextResponse(f"{error}\n", status_code=503)
    except QuestionFailed:
        number = uuid.uuid4().hex[:8]
        log.exception("a download failed (%s)", number)
        text = f"The edition {identifier[:100]} cannot be packed just now. Report number: {number}.\n"
        return PlainTextResponse(text, status_code=500)


def _sent(edition: Edition, kind: str, name: str, has: str | None) -> Response:
    headers = {"etag": f'"{edition.content_hash[:16]}-{kind}"', "cache-control": YEAR}
    if has == headers["etag"]:
        return Response(status_code=304, headers=headers)
    if kind == "duckdb":
        # Streamlit would compress the whole file anew for each reader, and the browser could not tell how far it is.
        plain = headers | {"content-encoding": "identity"}
        return FileResponse(edition.path, filename=name, media_type="application/octet-stream", headers=plain)
    attachment = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(package(edition, kind), media_type="application/zip", headers=headers | attachment)


ROUTE = Route("/download/{name:path}", whole)
