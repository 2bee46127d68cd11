"""Charts whose marks lead into the view, and figures that are links, as pages draw them."""

from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import streamlit as st

from sidang import figure, filters
from sidang.chart import Bars
from sidang.frame import Page, has_routes, is_embedded
from sidang.links import address, counted
from sidang.picture import Shown
from sidang.view import View

Target = Callable[[list[str]], View | None]
PICTURE_KINDS = ("png", "svg")


def draw_shown(
    page: Page,
    name: str,
    shown: Shown,
    target: Target | None = None,
    *,
    view: View | None = None,
    record: str = "",
    is_minor: bool = False,
    is_static: bool = False,
    has_title: bool = True,
) -> None:
    """A chart with its title, what is said above and below it, and the ways to it as a picture.

    `target` gives the view to which a click leads by the codes of a mark (its customdata), None where no link can say it.
    The view decides what is drawn: under another one the chart has another key, so that the browser forgets what was
    selected. `view` is that of the picture where it is not the page's own; `record` the one that the picture shows.
    """
    if record:
        view = page.view.with_(record=record.lower())
    draw_head(shown, is_minor=is_minor, has_title=has_title)
    if isinstance(shown.chart, Bars) and target is None:
        figure.draw(told(page, shown), name)
    else:
        _draw_chart(page, name, shown, target, view, is_static=is_static)
    draw_foot(page, name, shown.below, view)


def draw_head(shown: Shown, *, is_minor: bool = False, has_title: bool = True) -> None:
    """The title of a chart and what is said above it."""
    if has_title and is_minor:
        st.markdown(f"**{shown.title}**")
    elif has_title:
        st.subheader(shown.title, anchor=False)
    if shown.above:
        st.caption(" ".join(shown.above))


def draw_foot(page: Page, name: str, below: Sequence[str], view: View | None = None) -> None:
    """What is said below a chart, and the ways to it as a picture."""
    if below:
        st.caption(" ".join(below))
    draw_ways_to_picture(page, name, view)


def told(page: Page, shown: Shown) -> bytes:
    """A chart of bars as the script takes it that draws it.

    Raises:
        TypeError: when it is no chart of bars.
    """
    if not isinstance(shown.chart, Bars):
        raise TypeError(f"'{shown.title}' is no chart of bars")
    return figure.told("bars", shown.chart.to_dict(), shown.alt, page.language.code)


def _draw_chart(page: Page, name: str, shown: Shown, target: Target | None, view: View | None, *, is_static: bool) -> None:
    key = f"{name}_{crc32(repr((page.key, view)).encode())}"
    options = {"displayModeBar": False, "scrollZoom": False, "staticPlot": is_static}
    if target is None:
        st.plotly_chart(shown.chart, theme=None, config=options, key=key, alt=shown.alt)
        return
    st.plotly_chart(
        shown.chart,
        theme=None,
        config=options,
        key=key,
        on_select=lambda: _clicked(key, target),
        selection_mode="points",
        alt=shown.alt,
    )


def draw_ways_to_picture(page: Page, name: str, view: View | None = None) -> None:
    """Links to a chart or the map as a picture, which the server draws; for print and for embedded pages there are none.

    Without a `view` the picture is that of the page's filters: a record or a year that the page shows besides is not in it.
    """
    if not has_routes() or is_embedded():
        return
    own = (view or page.view.without("record", "at")).with_(edition=page.view.edition, language=page.language.code)
    ways = " · ".join(f"[{kind.upper()}]({address(f'/pictures/{name}.{kind}', own)})" for kind in PICTURE_KINDS)
    said = page.language.text("As a picture: {ways}", ways=ways)
    with st.container(key=f"controls_picture_{name}_{crc32(repr(own).encode())}"):
        st.markdown(f":small[{said}]")


def _clicked(chart_key: str, target: Target) -> None:
    for point in st.session_state[chart_key].selection.points:
        codes = point.get("customdata")
        view = target([str(code) for code in codes]) if codes else None
        if view:
            filters.go(view)
            return


def linked(page: Page, number: int, view: View | None) -> str:
    """A number of a table that leads to the rows behind it (links.counted); nothing for none."""
    return counted(page.language, number, view) if number else ""


def table_of(heads: Mapping[str, bool], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, whose links the keyboard reaches; of each column whether it holds numbers, which stand right."""
    marks = ["--:" if is_number else "---" for is_number in heads.values()]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (list(heads), marks, *rows))
