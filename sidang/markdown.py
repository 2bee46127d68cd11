"""Text of the data inside a line of Markdown: shown as it is written, whatever signs are in it; and back to plain text."""

import re

from markdown_it import MarkdownIt

MARKS = re.compile(r"([\\`*_\[\]<>|~$&])")
# What Streamlit finds in the finished text, where a backslash is gone: names of emoji and icons, addresses, arrows, dashes.
FOUND_LATE = re.compile(r"(:(?=\S)|@(?=\S)|\bwww(?=\.)|[-<>~](?=[-=>]))")
WORD_JOINER = "\u2060"

_markdown = MarkdownIt("commonmark", {"html": False})


def literal(text: str) -> str:
    """A text on one line, with every sign that would act as markup made harmless; not for the beginning of a line."""
    return MARKS.sub(r"\\\1", FOUND_LATE.sub(rf"\1{WORD_JOINER}", " ".join(text.split())))


def plain_text(markdown: str) -> str:
    """A line of Markdown as plain text: links are their words."""
    found = []
    for token in _markdown.parseInline(markdown.replace(WORD_JOINER, "")):
        for part in token.children or ():
            found.append(" " if part.type in ("softbreak", "hardbreak") else part.content)
    return re.sub(r"\s+", " ", "".join(found)).strip()
