"""The route of the maps' land: one file a version, kept by browsers for a year."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sidang.boundaries import boundaries
from sidang.compressed import YEAR

MEDIA_TYPE = "application/geo+json"


def boundaries_file(request: Request) -> Response:
    """The land whose digest the address names, compressed where the browser takes that; 404 for any other."""
    land = boundaries()
    if request.path_params["digest"] != land.digest:
        return PlainTextResponse("There is no such map. Open the page again.\n", status_code=404)
    headers = {"cache-control": YEAR, "vary": "accept-encoding"}
    if "br" in request.headers.get("accept-encoding", ""):
        return Response(land.compressed, media_type=MEDIA_TYPE, headers=headers | {"content-encoding": "br"})
    return Response(land.content, media_type=MEDIA_TYPE, headers=headers)
