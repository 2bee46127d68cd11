"""The HTML document around the pages: its language and its title, before any script has run, and where the server is.

Streamlit's document says `lang="en"` and "Streamlit" whatever is shown; screen readers and search go by it. Nor does it
know whether /events is a page or a server in a folder, and asks there first, in vain, on every deep link.
"""

import html
import re
import urllib.parse
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sidang.language import Language, language_of

TITLE = "Sidang"
PAGE_PATHS = (
    "/", "/venues", "/pillars", "/membership", "/timor-leste", "/events", "/bodies", "/participants", "/documents", "/data",
    "/event", "/body", "/participant", "/document",
)  # fmt: skip
NO_DOCUMENTS = (
    "/static/", "/app/static/", "/boundaries/", "/media/", "/_stcore/", "/component/",
    "/download/", "/api/", "/r/", "/calendars/", "/feeds/", "/pictures/", "/briefs/",
)  # fmt: skip
PLAIN = "font-family: sans-serif; margin: 10vh auto; max-width: 36rem; padding: 0 1rem"
BASE_SCRIPT = "<script>window.__streamlit = {BACKEND_BASE_URL: window.location.origin}</script>"


class Document:
    """ASGI middleware: rewrites language and title in HTML answers, in the language of the link or the browser."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold an HTML answer until it is complete, then send it rewritten; pass everything else on."""
        is_page = scope["type"] == "http" and not scope["path"].startswith(NO_DOCUMENTS)
        if not is_page or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def rewriting(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if not _is_document(message):
                    await send(message)
            elif message["type"] != "http.response.body" or not _is_document(start):
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    is_known = scope["path"] in PAGE_PATHS
                    language = _language(scope)
                    content = rewritten(bytes(body), language) if is_known else not_found(scope["path"], language)
                    start["status"] = start["status"] if is_known else HTTPStatus.NOT_FOUND
                    headers = MutableHeaders(raw=start["headers"])
                    if scope["method"] == "GET":
                        headers["content-length"] = str(len(content))
                    for name in ("etag", "last-modified"):
                        if name in headers:
                            del headers[name]
                    headers.add_vary_header("accept-language")
                    await send(start)
                    await send({"type": "http.response.body", "body": content if scope["method"] == "GET" else b""})

        await self.app(_unconditional(scope), receive, rewriting)


def rewritten(document: bytes, language: str) -> bytes:
    """An HTML document with another language and title."""
    document = re.sub(rb'<html lang="[^"]*"', f'<html lang="{language}"'.encode(), document, count=1)
    title = f"<title>{TITLE}</title>\n    {BASE_SCRIPT}".encode()
    return re.sub(rb"<title>[^<]*</title>", lambda _: title, document, count=1)


def not_found(path: str, language: str) -> bytes:
    """A document that says there is no such page, and where the dashboard begins."""
    _ = Language(language).text
    sentence = html.escape(_("There is no page {path}.", path=path))
    link = f'<a href="/?lang={language}">{html.escape(_("Overview"))}</a>'
    page = f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>{TITLE}</title><body style="{PLAIN}">'
    return f"{page}<h1>{TITLE}</h1><p>{sentence}</p><p>{link}</p></body></html>".encode()


def _is_document(start: Message) -> bool:
    headers = Headers(raw=start.get("headers", []))
    return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers


def _unconditional(scope: Scope) -> Scope:
    dropped = (b"if-none-match", b"if-modified-since", b"accept-encoding", b"range")
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in dropped]}


def _language(scope: Scope) -> str:
    query = urllib.parse.parse_qs(scope.get("query_string", b"").decode("latin-1"))
    accepted = Headers(scope=scope).get("accept-language", "")
    return language_of(query.get("lang", [None])[-1], accepted).code
