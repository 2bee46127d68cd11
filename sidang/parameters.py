"""The parameters of queries/events_by_filter.sql for a view."""

import datetime

from sidang.edition import Edition
from sidang.questions import Value
from sidang.search import sought
from sidang.view import LISTED, View


def parameters_of(edition: Edition, view: View, as_of: datetime.date) -> dict[str, Value]:
    """The parameters of events_by_filter.sql for a view of an edition, seen from a day."""
    first, last = view.years or (None, None)
    return {
        "year_from": first,
        "year_to": last,
        **{name: getattr(view, name) for name in LISTED},
        "is_without_sub_bodies": view.is_without_sub_bodies,
        "is_involvement_counted": view.is_involvement_counted,
        "search": sought(edition, view.search),
        "as_of": as_of,
    }
