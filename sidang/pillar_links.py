"""Where the marks and figures of the page of pillars lead: views that hold exactly the meetings counted.

None where no link can say what a figure counts, as when involved pillars bring in meetings that other pillars lead.
"""

from collections.abc import Collection, Mapping

from sidang.view import View


def of_pillar(view: View, pillar: str) -> View | None:
    """The meetings in view that a pillar leads."""
    if view.pillars and view.is_involvement_counted and pillar not in view.pillars:
        return None
    return view.with_(pillars=(pillar,), is_involvement_counted=False)


def of_year(view: View | None, year: int | None) -> View | None:
    """The meetings in view of one year; those without a date have no link."""
    return view.with_(years=(year, year)) if view and year else None


def of_pillar_in_any_role(view: View, pillar: str) -> View | None:
    """The meetings in view that a pillar leads or of which a source names it as involved."""
    return None if view.pillars else view.with_(pillars=(pillar,), is_involvement_counted=True)


def of_level(view: View, level: str, pillar: str | None = None) -> View | None:
    """The meetings in view on one level, of all pillars or of one that leads."""
    led = of_pillar(view, pillar) if pillar else view
    return led.with_(levels=(level,)) if led else None


def of_organization(view: View, organization: str, pillar: str | None = None) -> View | None:
    """The meetings in view of one organization, of all pillars or of one that leads."""
    led = of_pillar(view, pillar) if pillar else view
    return led.with_(organizations=(organization,)) if led else None


def of_branch(view: View, organization: str, pillar: str, body: str, below: Mapping[str, Collection[str]]) -> View | None:
    """The meetings in view of a body and those below it, of the same organization and pillar.

    `below` are the bodies below each body, itself among them. Of a body above those that the view has chosen, only these
    are in view.
    """
    led = of_organization(view, organization, pillar)
    if not led:
        return None
    if not view.bodies or any(body in below[code] for code in view.bodies):
        return led.with_(bodies=(body,))
    return led.with_(bodies=tuple(code for code in view.bodies if code in below[body]))


def of_topic(view: View, topic: str) -> View | None:
    """The meetings in view that have a topic."""
    return view.with_(topics=(topic,)) if not view.topics or topic in view.topics else None


def of_involvement(view: View, body: str, pillar: str) -> View | None:
    """The meetings in view of one body of which a source names another pillar as involved."""
    if view.pillars and view.is_involvement_counted:
        return None
    return view.with_(bodies=(body,), is_without_sub_bodies=True, pillars=(pillar,), is_involvement_counted=True)


def of_presence(view: View, body: str, participants: Collection[str]) -> View | None:
    """The meetings in view of one body at which one of the participants is recorded."""
    if view.participants:
        return None
    return view.with_(bodies=(body,), is_without_sub_bodies=True, participants=tuple(participants))
