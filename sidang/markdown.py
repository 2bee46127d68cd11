"""Text of the data inside a line of Markdown: shown as it is written, whatever signs are in it."""

import re

MARKS = re.compile(r"([\\`*_\[\]<>|~$&])")
# What Streamlit finds in the finished text, where a backslash is gone: names of emoji and icons, addresses, arrows, dashes.
FOUND_LATE = re.compile(r"(:(?=\S)|@(?=\S)|\bwww(?=\.)|[-<>~](?=[-=>]))")
WORD_JOINER = "\u2060"


def literal(text: str) -> str:
    """A text on one line, with every sign that would act as markup made harmless; not for the beginning of a line."""
    return MARKS.sub(r"\\\1", FOUND_LATE.sub(rf"\1{WORD_JOINER}", " ".join(text.split())))
