"""What the pages say in Markdown, as HTML of the plain pages: links lead to plain pages, no markup of the data acts."""

import urllib.parse
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from sidang.api_kinds import COMMON
from sidang.markdown import WORD_JOINER
from sidang.record import table

PLAIN = "/r"
KINDS = ("event", "body", "participant", "document")

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "heading", "lheading", "hr"])
LISTS = {False: Markup("<ul>\n{}</ul>"), True: Markup("<ol>\n{}</ol>")}


def html(text: str) -> Markup:
    """Tables and lists that are written as such."""
    return _rendered(_markdown.parse(_plain(text)))


def line(text: str) -> Markup:
    """Text within a paragraph, whatever it begins with."""
    return _rendered(_markdown.parseInline(_plain(text)))


def paragraph(text: str) -> Markup:
    """A paragraph; nothing for no text."""
    return Markup("<p>{}</p>").format(line(text)) if text else Markup("")


def listed(lines: Iterable[str], is_numbered: bool = False) -> Markup:
    """A list of lines, which need not begin with a mark of their own."""
    items = Markup("").join(Markup("<li>{}</li>\n").format(line(text.removeprefix("- "))) for text in lines)
    return LISTS[is_numbered].format(items)


def tabled(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> Markup:
    """A table whose heads and cells are Markdown; it scrolls by itself where the screen is narrow."""
    return Markup('<div class="wide">{}</div>').format(html(table(heads, lines)))


def plain_address(address: str) -> str:
    """The plain page of a record instead of its page: "/event?id=soc-com-19&lang=id" → "/r/event/soc-com-19?lang=id".

    Filters stay behind: they restrict nothing there.
    """
    parts = urllib.parse.urlsplit(address)
    kind, query = parts.path.removeprefix("/"), dict(urllib.parse.parse_qsl(parts.query))
    if parts.netloc or kind not in KINDS or "id" not in query:
        return address
    path = f"{PLAIN}/{kind}/{urllib.parse.quote(query['id'])}"
    kept = {key: value for key, value in query.items() if key in COMMON}
    return f"{path}?{urllib.parse.urlencode(kept, safe=',')}" if kept else path


def _plain(text: str) -> str:
    return text.replace(WORD_JOINER, "")


def _rendered(tokens: list[Token]) -> Markup:
    """Tokens as HTML: all text is escaped by the renderer, and markup of the data is no token."""
    for token in tokens:
        for part in token.children or ():
            if part.type == "link_open":
                part.attrs["href"] = plain_address(str(part.attrs["href"]))
    return Markup(_markdown.renderer.render(tokens, _markdown.options, {}).strip())  # noqa: S704
