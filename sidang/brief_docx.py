"""A brief as a Word document: headings of Word's own styles, tables with repeated heads.

The same brief gives the same bytes.
"""

import datetime
import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from sidang import qr
from sidang.blocks import Block, Items, Paragraph, Runs, Table, shares
from sidang.brief import FITS, Brief, cut
from sidang.brief_pdf import fitted
from sidang.document import TITLE
from sidang.language import Language
from sidang.picture import bare_png
from sidang.theme import LIGHT

# Fonts that Word has, and LibreOffice in others of the same widths.
FONT, HEADING_FONT = "Arial", "Times New Roman"
SIZE, SMALL, FOOT = 9.0, 8.0, 7.0
WIDTH, MARGIN, CODE_WIDTH = 17.4, 1.8, 2.4
PICTURE_WIDTH, SHARPNESS = 760.0, 3.0
# Nobody can be asked how many pages Word makes of it. Its fonts run wider than those of the PDF: so many fits further.
WIDER = 1
EARLIEST = (1980, 1, 1, 0, 0, 0)


def word(brief: Brief) -> bytes:
    """The brief as a document for Word and LibreOffice."""
    language = Language(brief.language)
    picture = bare_png(brief.shown, PICTURE_WIDTH, SHARPNESS, LIGHT) if brief.shown else None
    fit, _ = fitted(brief)
    brief = cut(brief, min(fit + WIDER, len(FITS) - 1), language)
    document = _begun(brief, language)
    for block in brief.answer:
        _draw(document, block, size=10)
    if picture and brief.shown:
        document.add_heading(brief.shown.title, 2)
        for remark in brief.shown.above:
            _remark(document, remark)
        document.add_picture(io.BytesIO(picture[0]), width=Cm(WIDTH))
        _describe(document, brief.shown.alt)
        _remark(document, " ".join(brief.shown.below))
    for section in brief.sections:
        document.add_heading(section.heading, 2)
        for block in section.blocks:
            _draw(document, block)
    found = document.add_paragraph()
    found.add_run(language.text("The same figures, with all rows and sources:") + " ").font.size = Pt(SMALL)
    _link(found, brief.address, brief.address, SMALL)
    return _fixed(document)


def _begun(brief: Brief, language: Language) -> Document:
    """A document with its styles, its title beside the code of its address, its foot and its properties."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(MARGIN)
    page.top_margin, page.bottom_margin = Cm(1.5), Cm(1.6)
    _style(document, "Normal", FONT, SIZE, LIGHT.ink)
    for name, size in (("Heading 1", 17), ("Heading 2", 11.5)):
        _style(document, name, HEADING_FONT, size, LIGHT.ink)
        document.styles[name].paragraph_format.space_before = Pt(0 if size > 12 else 8)
        document.styles[name].paragraph_format.space_after = Pt(3)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(4)
    _set_language(normal.element, brief.language)
    head = document.add_table(1, 2)
    head.alignment = WD_TABLE_ALIGNMENT.LEFT
    head.autofit = False
    for column, width in enumerate((WIDTH - CODE_WIDTH, CODE_WIDTH)):
        head.columns[column].width = head.cell(0, column).width = Cm(width)
    title, code = head.cell(0, 0), head.cell(0, 1)
    _small(title.paragraphs[0], language.text("{product} · Brief", product=TITLE))
    title.add_paragraph(brief.title, style="Heading 1")
    if brief.subtitle:
        _small(title.add_paragraph(), brief.subtitle, SIZE)
    code.paragraphs[0].add_run().add_picture(io.BytesIO(qr.png(brief.address)), width=Cm(CODE_WIDTH - 0.2))
    _describe(document, language.text("QR code of the address at the end"))
    _small(page.footer.paragraphs[0], brief.foot, FOOT)
    about = document.core_properties
    day = datetime.datetime.fromisoformat(brief.day)
    about.title, about.author, about.last_modified_by, about.language = brief.title, TITLE, TITLE, brief.language
    about.created = about.modified = day
    about.comments, about.revision = brief.address, 1
    return document


def _draw(document: Document, block: Block, size: float = SIZE) -> None:
    if isinstance(block, Paragraph):
        if block.is_remark:
            written = document.add_paragraph()
            _write(written, block.runs, SMALL, LIGHT.muted)
        else:
            _write(document.add_paragraph(), block.runs, size)
    elif isinstance(block, Items):
        for number, item in enumerate(block.items, 1):
            written = document.add_paragraph()
            written.paragraph_format.left_indent, written.paragraph_format.first_line_indent = Cm(0.7), Cm(-0.7)
            written.paragraph_format.space_after = Pt(1)
            written.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))
            written.add_run(f"{number}.\t" if block.is_numbered else "–\t").font.size = Pt(SMALL)
            _write(written, item, SMALL)
        _remark(document, block.more)
    else:
        _draw_table(document, block)
        _remark(document, block.more)


def _draw_table(document: Document, block: Table) -> None:
    table = document.add_table(1 + len(block.rows), len(block.heads))
    table.style = "Table Grid"
    table.autofit = False
    for at, share in enumerate(shares(block)):
        table.columns[at].width = Cm(WIDTH * share)
    for row, cells in zip(table.rows, (block.heads, *block.rows), strict=True):
        is_head = cells is block.heads
        if is_head:
            _mark(row._tr.get_or_add_trPr(), "w:tblHeader")
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        for at, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = table.columns[at].width
            _fill(cell, runs, is_head)
    _thin(table)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(4)


def _fill(cell: _Cell, runs: Runs, is_head: bool) -> None:
    written = cell.paragraphs[0]
    written.paragraph_format.space_after = Pt(0)
    _write(written, runs, SMALL, is_bold=is_head)


def _write(written: Written, runs: Runs, size: float, colour: str = LIGHT.ink, is_bold: bool = False) -> None:
    for run in runs:
        if run.link:
            _link(written, run.text, run.link, size, run.is_bold or is_bold)
            continue
        added = written.add_run(run.text)
        added.bold, added.italic = run.is_bold or is_bold, run.is_italic
        added.font.size, added.font.color.rgb = Pt(size), RGBColor.from_string(colour[1:].upper())


def _link(written: Written, text: str, address: str, size: float, is_bold: bool = False) -> None:
    """A link in a paragraph; Word keeps its address beside the text."""
    relation = written.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    holder = OxmlElement("w:hyperlink")
    holder.set(qn("r:id"), relation)
    run = written.add_run(text)
    run.bold = is_bold
    run.font.size, run.font.color.rgb = Pt(size), RGBColor.from_string(LIGHT.accent[1:].upper())
    holder.append(run._r)
    written._p.append(holder)


def _remark(document: Document, text: str) -> None:
    if text:
        _small(document.add_paragraph(), text, SMALL)


def _small(written: Written, text: str, size: float = SMALL) -> None:
    added = written.add_run(text)
    added.font.size, added.font.color.rgb = Pt(size), RGBColor.from_string(LIGHT.muted[1:].upper())


def _style(document: Document, name: str, font: str, size: float, colour: str) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size = font, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour[1:].upper())
    properties = style.element.get_or_add_rPr()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        properties.rFonts.set(qn(kind), font)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        properties.rFonts.attrib.pop(qn(theme), None)


def _set_language(element: Any, language: str) -> None:
    properties = element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), {"id": "id-ID"}.get(language, "en-GB"))
    properties.append(spoken)


def _describe(document: Document, alt: str) -> None:
    """Give the picture that was added last its text for readers who do not see it."""
    described = document.element.body.findall(f".//{qn('wp:docPr')}")[-1]
    described.set("descr", alt)


def _mark(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))


def _thin(table: Any) -> None:
    """Lines between the rows alone."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        is_drawn = side in ("bottom", "insideH")
        line.set(qn("w:val"), "single" if is_drawn else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), LIGHT.line[1:].upper())
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _fixed(document: Document) -> bytes:
    """The document's file with the same order and times whenever it is written."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            kept.writestr(zipfile.ZipInfo(name, EARLIEST), given.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
