"""Whether a document is in force."""

import datetime
from typing import Any

from sidang.language import Language


def validity(document: Any, as_of: datetime.date, language: Language) -> str:
    """Whether a document is in force on a day, as far as sources tell its span."""
    _ = language.text
    if document.valid_to_day and document.valid_to_day < as_of:
        return _("expired, valid to {day}", day=language.date(document.valid_to))
    if document.valid_from_day and document.valid_from_day > as_of:
        return _("not yet in force, valid from {day}", day=language.date(document.valid_from))
    if document.valid_to and document.valid_from:
        return _("in force, {span}", span=language.dates(document.valid_from, document.valid_to))
    if document.valid_to:
        return _("in force, valid to {day}", day=language.date(document.valid_to))
    if document.valid_from:
        return _("in force since {day}; no end is recorded", day=language.date(document.valid_from))
    return _("no span of validity is recorded")
