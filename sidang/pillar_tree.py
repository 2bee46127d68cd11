"""Organization, pillar, body, sub-body: who held how many of the meetings in view, as a picture and as a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from sidang import pillar_links
from sidang.branch_chart import Branch, branches
from sidang.charted_years import known_line
from sidang.clicks import draw_shown, linked, table_of
from sidang.frame import KEPT_PARTS, Page
from sidang.markdown import literal
from sidang.names import organization_name
from sidang.options import INDENT, body_name, pillar_names, short_name
from sidang.picture import Shown
from sidang.pillars import TABLE_PIXELS
from sidang.questions import Rows, one
from sidang.theme import mixed
from sidang.view import View

HEIGHT = 760
LIGHTER = 0.86
Below = Mapping[str, frozenset[str]]


def bodies_below(page: Page) -> Below:
    """The bodies below each body, itself among them."""
    return {row.body_id: frozenset(row.sub_body_ids.split()) for row in page.ask("bodies")}


def fields_of(page: Page, rows: Rows) -> list[Branch]:
    """The fields of the picture, each before those within it; what is larger stands higher."""
    return list(_organizations(page, rows))


def _organizations(page: Page, rows: Rows) -> Iterator[Branch]:
    names, start = pillar_names(page.edition, page.language), 0
    sizes: dict[str, int] = defaultdict(int)
    led: dict[tuple[str, str], int] = defaultdict(int)
    titles = {}
    children: dict[tuple[str, str, str | None], list[Any]] = defaultdict(list)
    for row in rows:
        children[row.organization_id, row.pillar_id, row.branch_of].append(row)
        titles[row.organization_id] = organization_name(row, page.language)
        if row.branch_of is None:
            sizes[row.organization_id] += row.meetings
            led[row.organization_id, row.pillar_id] += row.meetings
    for organization in sorted(sizes, key=lambda code: -sizes[code]):
        title, size = titles[organization], sizes[organization]
        yield Branch((organization,), title, 0, start, size, page.theme.muted, _hover(page, title, size))
        within = start
        for pillar in sorted((code for own, code in led if own == organization), key=lambda code: -led[organization, code]):
            size = led[organization, pillar]
            hover = _hover(page, f"{titles[organization]} · {names[pillar]}", size)
            yield Branch((organization, pillar), names[pillar], 1, within, size, page.theme.pillars[pillar], hover)
            yield from _bodies(page, children, (organization, pillar, None), 2, within)
            within += size
        start += sizes[organization]


def _bodies(
    page: Page,
    children: Mapping[tuple[str, str, str | None], list[Any]],
    of: tuple[str, str, str | None],
    depth: int,
    start: int,
) -> Iterator[Branch]:
    organization, pillar, _above = of
    for row in children.get(of, ()):
        colour = mixed(page.theme.pillars[pillar], page.theme.paper, LIGHTER ** (depth - 1))
        hover = _hover(page, page.language.name(row), row.meetings)
        codes = (organization, pillar, row.body_id)
        yield Branch(codes, short_name(row, page.language), depth, start, row.meetings, colour, hover)
        yield from _bodies(page, children, (organization, pillar, row.body_id), depth + 1, start)
        start += row.meetings


def _hover(page: Page, name: str, meetings: int) -> str:
    return f"{name}: {page.language.number(meetings)}"


def target(view: View, codes: Sequence[str], below: Below) -> View | None:
    """The view of the meetings that a field counts."""
    if len(codes) < 3:
        return pillar_links.of_organization(view, *codes)
    organization, pillar, body = codes
    return pillar_links.of_branch(view, organization, pillar, body, below)


def hierarchy(page: Page) -> Shown | None:
    """Organizations, pillars, bodies and sub-bodies, sized by meetings; None where no meeting is in view."""
    _, rows = page.language.text, page.ask("meetings_by_branch")
    if not rows:
        return None
    titles = [_("Organization"), _("Pillar"), _("Body"), _("Sub-body")]
    said = _(
        "Height is the number of meetings. Right of a field stand its bodies and their sub-bodies; where nothing "
        "stands, the meetings are the body's own. A body whose pillar differs from that of the body above stands under "
        "its own pillar."
    )
    return Shown(
        _("From organization to sub-body"),
        branches(fields_of(page, rows), titles, page.theme, HEIGHT),
        (said,),
        (known_line(page, _("Organization, pillar and body"), one(page.ask("known_fields")).meetings),),
        _("Fields from organization to sub-body, sized by meetings; the table below gives each figure with a link."),
    )


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _hierarchy(_page: Page, key: str) -> Shown | None:
    return hierarchy(_page)


def draw_hierarchy(page: Page, key: str) -> None:
    """The picture of organizations, pillars, bodies and sub-bodies, and the table whose figures lead to the meetings."""
    shown = _hierarchy(page, key)
    if shown is None:
        return
    below = bodies_below(page)
    draw_shown(page, "hierarchy", shown, lambda codes: target(page.view, codes, below))
    st.caption(page.language.text("A click leads to the meetings of a field."))
    draw_branch_table(page, key)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_branch_table(_page: Page, key: str) -> None:
    """The branches as a table: each figure a link."""
    _, below = _page.language.text, bodies_below(_page)
    rows = {row.body_id: row for row in _page.ask("meetings_by_branch")}
    lines = []
    for field in fields_of(_page, tuple(rows.values())):
        is_body = field.depth > 1
        row = rows[field.codes[2]] if is_body else None
        name = literal(body_name(row, _page.language) if row else field.name)
        own = _page.language.number(row.own) if row and row.own != field.meetings and row.own else ""
        lines.append(
            [INDENT * field.depth + name, linked(_page, field.meetings, target(_page.view, field.codes, below)), own]
        )
    with st.container(height=TABLE_PIXELS):
        st.markdown(table_of({_("Branch"): False, _("Meetings"): True, _("of them its own"): True}, lines))
