"""Text of the data inside Markdown: shown as it is written, whatever signs are in it."""

import re

MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&=^-])")
# Found by Streamlit in the finished text, where a backslash is gone: :names: of emoji and icons, addresses of sites and mail.
FOUND_LATE = re.compile(r"(:(?=\S)|@(?=\S)|\bwww(?=\.))")
WORD_JOINER = "\u2060"


def literal(text: str) -> str:
    """A text on one line for Markdown, with every sign that would act as markup made harmless."""
    return FOUND_LATE.sub(rf"\1{WORD_JOINER}", MARKS.sub(r"\\\1", " ".join(text.split())))
