"""How much one client may ask of the server: so many messages a second, none longer than a page can need.

What comes faster waits its turn, so that a client that floods slows itself alone: as long as nobody takes its messages, the
connection takes no further ones from it. What a link may hold is bounded by the view (view.py) and by uvicorn.
"""

import asyncio
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A hand on a slider sends about ten messages a second; a page that opens a handful at once.
A_SECOND, AT_ONCE = 15.0, 60.0
LONGEST = 512 * 1024
TOO_LONG = 1009


class Bounds:
    """ASGI middleware: takes the messages of each websocket at a bounded pace, and closes one that sends too long a one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no websocket; hold the others to the pace."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        left, seen = AT_ONCE, time.monotonic()

        async def paced() -> Message:
            nonlocal left, seen
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if len(message.get("bytes") or message.get("text") or b"") > LONGEST:
                await send({"type": "websocket.close", "code": TOO_LONG, "reason": "This message is too long."})
                return {"type": "websocket.disconnect", "code": TOO_LONG}
            now = time.monotonic()
            left = min(AT_ONCE, left + (now - seen) * A_SECOND) - 1
            seen = now
            if left < 0:
                await asyncio.sleep(-left / A_SECOND)
            return message

        await self.app(scope, paced, send)
