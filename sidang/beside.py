"""Beside a meeting in a table: as what those whom the view asks for took part, and which standing they had on that day."""

import datetime
from collections.abc import Mapping
from itertools import groupby

from sidang.edition import Edition
from sidang.language import Language
from sidang.names import organization_name
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.status_words import standing_at_meeting
from sidang.view import View
from sidang.words import role_words

MOST = 5

Beside = Mapping[str, Mapping[str, str]]


def standings_beside(edition: Edition, view: View, as_of: datetime.date, language: Language) -> Beside:
    """For each participant of the filter, by its name, what stands beside a meeting, by the meeting's id.

    "as guest · ASEAN: observer": the role that a source gives, and the standing derived from dated statuses; the two may
    differ. Empty where the view asks for nobody; of more than MOST participants the first ones.
    """
    found: dict[str, dict[str, str]] = {}
    roles = role_words(language)
    parameters = parameters_of(edition, view, as_of)
    for participant in view.participants[:MOST]:
        (who,) = ask(edition, "participant", {"participant_id": participant})
        rows = ask(edition, "meetings_of_participant", parameters | {"participant_id": participant})
        own: dict[str, str] = {}
        for event_id, taken in groupby(rows, key=lambda row: row.event_id):
            together = list(taken)
            played = ", ".join(dict.fromkeys(roles[row.role] for row in together))
            standing = standing_at_meeting(language, together)
            own[event_id] = f"{played} · {organization_name(together[0], language)}: {standing}" if standing else played
        found[language.name(who)] = own
    return found
