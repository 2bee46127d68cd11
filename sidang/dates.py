"""Dates truncated to what a source says: 2024, 2024-10 or 2024-10-09. A truncated date stands for all its days."""

import calendar
import datetime
import re

WESTERN_INDONESIA = datetime.timezone(datetime.timedelta(hours=7))
TRUNCATED_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def today(now: datetime.datetime | None = None) -> datetime.date:
    """Today at UTC+7, the day from which a view without `as_of` is seen; the day there at another moment if given."""
    return (now or datetime.datetime.now(datetime.UTC)).astimezone(WESTERN_INDONESIA).date()


def first_day(text: str) -> datetime.date:
    """The first of the days that a truncated date stands for.

    Raises:
        ValueError: when the text is not a truncated date or names a day that no calendar has.
    """
    year, month, day = _parts(text)
    return datetime.date(year, month or 1, day or 1)


def last_day(text: str) -> datetime.date:
    """The last of the days that a truncated date stands for.

    Raises:
        ValueError: when the text is not a truncated date or names a day that no calendar has.
    """
    year, month, day = _parts(text)
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def is_date(text: str) -> bool:
    """Whether the text is a truncated date whose month and day exist in the calendar."""
    try:
        _parts(text)
    except ValueError:
        return False
    return True


def _parts(text: str) -> tuple[int, int | None, int | None]:
    if not re.fullmatch(TRUNCATED_DATE, text, re.ASCII) or text.endswith("\n"):
        raise ValueError(f"'{text}' is not a date: write 2024, 2024-10 or 2024-10-09.")
    year, *rest = (int(part) for part in text.split("-"))
    month, day = [*rest, None, None][:2]
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueError(f"'{text}' is not in the calendar: {error}.") from error
    return year, month, day
