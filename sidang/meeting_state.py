"""What a single meeting is on a day, and what a reader must know before quoting it; rows are those of meeting.sql."""

import datetime
from typing import Any

from sidang.language import Language


def state(meeting: Any, as_of: datetime.date) -> str:
    """held, announced, upcoming, cancelled or postponed, seen from a day."""
    if meeting.status != "planned":
        return str(meeting.status)
    return "announced" if meeting.last_day and meeting.last_day < as_of else "upcoming"


def remarks_of(meeting: Any, language: Language) -> dict[str, list[str]]:
    """What is inferred or covers a whole series, by the fact that it concerns."""
    _ = language.text
    return {
        "dates": [_("dates are those of the whole series")] * (meeting.dates_cover == "series")
        + [_("date inferred")] * (meeting.dates_basis == "inferred"),
        "mode": [_("in person inferred")] * (meeting.mode_basis == "inferred"),
        "ordinal": [_("number inferred")] * (meeting.ordinal_basis == "inferred"),
    }
