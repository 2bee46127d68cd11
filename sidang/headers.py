"""What every answer carries so that a page can load nothing from elsewhere, and who may ask at all.

The policy names this server alone. Streamlit's document holds one script of its own inside the page; its hash is
computed from the installed file, so that an upgrade cannot silently widen the policy. An embedded page (`?embed=true`) may
stand in the frame of any other, since nobody logs in here and nothing can be changed; SIDANG_FRAMED_BY names the origins
where only some may.
"""

import base64
import hashlib
import os
import re
import urllib.parse
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from sidang.document import rewritten
from sidang.language import ENGLISH

FRAMED_BY = "SIDANG_FRAMED_BY"
ANYBODY = "*"
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def inline_script_hashes(html: str) -> list[str]:
    """The hashes of the scripts written inside a document, as a content security policy names them."""
    digests = [hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(html)]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy(html: str, framed_by: str = "'self'") -> str:
    """The policy: this server only, in frames of those named alone; styles may stand in the page.

    Pictures, workers and the script of a component may be made by the page: Streamlit loads such a script as a blob.
    """
    scripts = " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *inline_script_hashes(html)])
    parts = {
        "default-src": "'self'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-ancestors": framed_by,
        "base-uri": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


class StrictHeaders:
    """ASGI middleware: strict headers on every answer that has none of its own; requests of other sites' pages are refused.

    Streamlit would look up this machine's outside address to judge a foreign origin, a request that must not happen.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        html = rewritten((Path(file_util.get_static_dir()) / "index.html").read_bytes(), ENGLISH).decode()
        self.headers = {
            "content-security-policy": content_security_policy(html),
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }
        embedded = content_security_policy(html, os.environ.get(FRAMED_BY) or ANYBODY)
        self.embedded_headers = self.headers | {"content-security-policy": embedded}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the answer, or refuse a request from another site."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        if is_foreign(Headers(scope=scope)):
            if scope["type"] == "websocket":
                await receive()
                await send({"type": "websocket.close", "code": 1008})
            else:
                text = "This server answers its own pages only. Open the address itself.\n"
                await PlainTextResponse(text, status_code=403, headers=self.headers)(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await self.app(scope, receive, send)
            return

        own = self.embedded_headers if is_embedded(scope) else self.headers

        async def adding(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in own.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, adding)


def is_embedded(scope: Scope) -> bool:
    """Whether a page is asked for to stand in the frame of another page: `?embed=true`."""
    query = urllib.parse.parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return bool(query.get("embed", [""])[-1].lower() == "true")


def is_foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another site makes this request."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
