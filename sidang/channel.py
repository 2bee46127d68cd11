"""The websocket on which a page is sent: compressed with a wide window and little effort.

A page is about a hundred short messages, and what they repeat (the script of a figure, names of components) lies further
back than the four kilobytes that uvicorn lets the compressor see. With the widest window and little effort the same page is
smaller and takes half the processor time (docs/performance.md); a connection holds a quarter of a megabyte for it.
"""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

LEVEL = 2
CLIENT_WINDOW_BITS = 12  # what a browser sends is short


class Channel(WebSocketsSansIOProtocol):
    """uvicorn's websocket with a compressor of our settings; uncompressed where uvicorn is told so."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        if self.conn.available_extensions:
            self.conn.available_extensions = [
                ServerPerMessageDeflateFactory(
                    client_max_window_bits=CLIENT_WINDOW_BITS, compress_settings={"level": LEVEL, "memLevel": 8}
                )
            ]
