"""The address of the server as a request knows it, for links that leave the dashboard: in mail, files and calendars."""

from starlette.requests import Request


def base_of(request: Request) -> str:
    """The server's own address, without a path: "https://sidang.example". Behind a proxy, as its headers name it."""
    return f"{request.url.scheme}://{request.url.netloc}"
