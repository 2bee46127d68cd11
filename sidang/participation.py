"""Who took part, where a view asks for it: what is recorded, and of how many meetings that is known at all."""

from sidang.frame import Page
from sidang.parameters import parameters_of
from sidang.questions import ask, one


def recorded_sentence(page: Page) -> str | None:
    """Where the view asks who took part: at how many meetings that is recorded, and of how many participants are known."""
    if not page.view.participants:
        return None
    language = page.language
    recorded = one(page.ask("view_figures")).meetings
    rest = page.view.without("participants")
    every = one(ask(page.edition, "view_figures", parameters_of(page.edition, rest, page.as_of)))
    return language.count(
        "Recorded as taking part at {n}; participants are known for {known} of the {all} meetings "
        "that pass the other filters.",
        "Recorded as taking part at {n}; participants are known for {known} of the {all} meetings "
        "that pass the other filters.",
        recorded,
        known=language.number(every.with_participants),
        all=language.number(every.meetings),
    )
