"""The parameters of queries/filtered_events.sql for a view."""

import datetime

from sidang.edition import Edition
from sidang.questions import Value
from sidang.search import sought
from sidang.view import View


def parameters_of(edition: Edition, view: View, as_of: datetime.date) -> dict[str, Value]:
    """The parameters of filtered_events.sql for a view of an edition, seen from a day."""
    first, last = view.years or (None, None)
    return {
        "year_from": first,
        "year_to": last,
        "bodies": view.bodies,
        "organizations": view.organizations,
        "pillars": view.pillars,
        "search": sought(edition, view.search),
        "as_of": as_of,
    }
