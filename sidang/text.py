"""Text as it is compared: lower case, without accents and punctuation."""

import re
import unicodedata


def fold(text: str) -> str:
    """The form in which names and searches are compared: "Sosial-Budaya ASEAN (ASCC)" → "sosial budaya asean ascc"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", plain.replace("đ", "d")))
