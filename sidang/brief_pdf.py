"""A brief as PDF: set by Typst in this process, tagged as PDF/UA-1 asks, fonts embedded.

The same brief gives the same bytes.
"""

import datetime
import json
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from sidang import qr
from sidang.blocks import Block, Items, Paragraph, Runs, shares
from sidang.brief import FITS, Brief, cut
from sidang.canvas import BODY, FONT_FOLDERS, HEADING
from sidang.document import TITLE
from sidang.language import Language
from sidang.picture import bare
from sidang.theme import LIGHT

TEMPLATE = Path(__file__).resolve().parent / "templates" / "brief.typ"
MOST_PAGES = 2
PICTURE_WIDTH = 760.0
STANDARD: Any = "ua-1"

FONTS: Any = {"font_paths": list(map(str, FONT_FOLDERS)), "ignore_system_fonts": True}

# Setting a page keeps a core busy: one brief at a time leaves the other to the readers.
_lock = Lock()


def pdf(brief: Brief) -> bytes:
    """The brief on at most two pages: with less and less of its tables and sources until it fits."""
    _, told = fitted(brief)
    day = datetime.datetime.fromisoformat(brief.day).replace(tzinfo=datetime.UTC)
    with _lock:
        made: Any = typst.compile(
            TEMPLATE.read_bytes(), format="pdf", sys_inputs=told, pdf_standards=STANDARD, timestamp=day, **FONTS
        )
    return bytes(made)


def fitted(brief: Brief) -> tuple[int, dict[str, str]]:
    """The first fit (brief.FITS) of which two pages hold the brief, and what the template is told of it."""
    language, drawn = Language(brief.language), _picture(brief)
    for fit in range(len(FITS)):
        told = {"brief": json.dumps(_told(cut(brief, fit, language), drawn, language), ensure_ascii=False)}
        with _lock:
            found = typst.query(TEMPLATE.read_bytes(), "<pages>", field="value", one=True, sys_inputs=told, **FONTS)
        if int(json.loads(found)) <= MOST_PAGES:
            break
    return fit, told


def _picture(brief: Brief) -> dict[str, Any] | None:
    if brief.shown is None:
        return None
    content, _ = bare(brief.shown, PICTURE_WIDTH, LIGHT)
    return {
        "title": brief.shown.title,
        "above": " ".join(brief.shown.above),
        "below": " ".join(brief.shown.below),
        "svg": content.decode(),
        "alt": brief.shown.alt,
    }


def _told(brief: Brief, drawn: dict[str, Any] | None, language: Language) -> dict[str, Any]:
    _ = language.text
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "product": _("{product} · Brief", product=TITLE),
        "author": TITLE,
        "keywords": [TITLE],
        "description": brief.subtitle or brief.title,
        "language": brief.language,
        "answer": list(map(_block, brief.answer)),
        "picture": drawn,
        "sections": [
            {"heading": section.heading, "blocks": list(map(_block, section.blocks))} for section in brief.sections
        ],
        "found_at": _("The same figures, with all rows and sources:"),
        "address": brief.address,
        "code": qr.svg(brief.address),
        "code_alt": _("QR code of the address at the end"),
        "foot": brief.foot,
        "body_font": BODY,
        "heading_font": HEADING,
        "ink": LIGHT.ink,
        "muted": LIGHT.muted,
        "line": LIGHT.line,
        "accent": LIGHT.accent,
    }


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "link": run.link, "bold": run.is_bold, "italic": run.is_italic} for run in runs]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "runs": _runs(block.runs), "remark": block.is_remark}
    if isinstance(block, Items):
        items = list(map(_runs, block.items))
        return {"kind": "items", "items": items, "numbered": block.is_numbered, "more": block.more}
    return {
        "kind": "table",
        "heads": list(map(_runs, block.heads)),
        # A cell stands in an object of its own: the template flattens the rows, and must not flatten the cells.
        "rows": [[{"runs": _runs(cell)} for cell in row] for row in block.rows],
        "shares": shares(block),
        "more": block.more,
    }
