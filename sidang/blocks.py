"""The words of a page as blocks of a document: paragraphs, lists and tables of runs of text, whatever prints them.

They are read from the HTML of the plain pages (plain_text.py), so that a brief says what the pages say. Links become
absolute.
"""

import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

# About so many letters stand beside each other on the page.
LETTERS, ROOM, SHORT, LONGEST_WORD, USUAL = 112, 2, 13, 18, 0.9


@dataclass(frozen=True)
class Run:
    """Text of one kind; `link` is where it leads, absolute."""

    text: str
    link: str = ""
    is_bold: bool = False
    is_italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a remark stands smaller and paler."""

    runs: Runs
    is_remark: bool = False


@dataclass(frozen=True)
class Items:
    """A list, numbered or not; `hidden` counts items that were left out, `more` says so."""

    items: tuple[Runs, ...]
    is_numbered: bool = False
    hidden: int = 0
    more: str = ""


@dataclass(frozen=True)
class Table:
    """A table with one line of heads; `hidden` counts rows that were left out, `more` says so."""

    heads: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    hidden: int = 0
    more: str = ""


Block = Paragraph | Items | Table


def blocks_of(html: str, base: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML; links without a host are led to `base`, those within the page are dropped."""
    reader = _Reader(base)
    reader.feed(html)
    reader.close()
    return tuple(reader.blocks)


def text_of(runs: Sequence[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def shares(table: Table) -> list[float]:
    """How the width of a table is shared among its columns: each holds its longest word, and longer texts get the rest."""
    columns = list(zip(table.heads, *table.rows, strict=True)) if table.rows else [(head,) for head in table.heads]
    least, wanted = [], []
    for cells in columns:
        texts = [text_of(cell) for cell in cells]
        longest_word = max((len(word) for text in texts for word in text.split()), default=1)
        least.append(min(longest_word, LONGEST_WORD) + ROOM)
        usual = sorted(map(len, texts))[int(len(texts) * USUAL)]
        # What is short stands on one line, what is long is given a little more the longer it is.
        natural = usual if usual <= SHORT else SHORT + (usual - SHORT) ** 0.75
        wanted.append(max(0.0, natural + ROOM - least[-1]))
    spare = max(0.0, LETTERS - sum(least))
    widths = [own + spare * want / (sum(wanted) or 1) for own, want in zip(least, wanted, strict=True)]
    return [width / sum(widths) for width in widths]


@dataclass
class _Reader(HTMLParser):
    base: str
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    style: Run = Run("")
    items: list[Runs] | None = None
    heads: list[Runs] = field(default_factory=list)
    rows: list[list[Runs]] = field(default_factory=list)
    is_remark: bool = False
    is_numbered: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            target = given.get("href") or ""
            within = target.startswith("#")
            self.style = replace(self.style, link="" if within else urllib.parse.urljoin(self.base + "/", target))
        elif tag in ("strong", "b"):
            self.style = replace(self.style, is_bold=True)
        elif tag in ("em", "i"):
            self.style = replace(self.style, is_italic=True)
        elif tag == "br":
            self.runs.append(Run(" "))
        elif tag in ("ul", "ol"):
            self._end_paragraph()
            self.items, self.is_numbered = [], tag == "ol"
        elif tag == "p" and self.items is None:
            self._end_paragraph()
            self.is_remark = given.get("class") == "remark"
        elif tag == "table":
            self._end_paragraph()
            self.heads, self.rows = [], []
        elif tag == "tr":
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.style = replace(self.style, link="")
        elif tag in ("strong", "b"):
            self.style = replace(self.style, is_bold=False)
        elif tag in ("em", "i"):
            self.style = replace(self.style, is_italic=False)
        elif tag == "li" and self.items is not None:
            self.items.append(self._taken())
        elif tag in ("ul", "ol") and self.items is not None:
            self.blocks.append(Items(tuple(self.items), self.is_numbered))
            self.items = None
        elif tag == "p" and self.items is None:
            self._end_paragraph()
        elif tag == "th":
            self.heads.append(self._taken())
        elif tag == "td":
            self.rows[-1].append(self._taken())
        elif tag == "table":
            rows = tuple(tuple(row) for row in self.rows if row)
            self.blocks.append(Table(tuple(self.heads), rows))

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text:
            if self.runs and data:
                self.runs.append(Run(" "))
            return
        before = " " if data[0].isspace() and self.runs else ""
        after = " " if data[-1].isspace() else ""
        self.runs.append(replace(self.style, text=before + text + after))

    def close(self) -> None:
        super().close()
        self._end_paragraph()

    def _taken(self) -> Runs:
        runs, self.runs = self.runs, []
        while runs and not runs[-1].text.strip():
            runs.pop()
        if runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
        return tuple(runs)

    def _end_paragraph(self) -> None:
        runs = self._taken()
        if runs:
            self.blocks.append(Paragraph(runs, self.is_remark))
        self.is_remark = False
