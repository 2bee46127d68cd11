"""An address as a QR code, as SVG and PNG."""

import io

import segno

BORDER = 2


def svg(address: str) -> str:
    """The code as SVG of its own size."""
    return segno.make(address, error="m", micro=False).svg_inline(border=BORDER, dark="#0d151d", scale=4)


def png(address: str) -> bytes:
    """The code as PNG."""
    written = io.BytesIO()
    segno.make(address, error="m", micro=False).save(written, kind="png", border=BORDER, dark="#0d151d", scale=8)
    return written.getvalue()
