"""Charts whose marks lead into the view, and figures that are links, as pages draw them."""

from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import plotly.graph_objects as go
import streamlit as st

from sidang import filters
from sidang.frame import Page
from sidang.links import counted
from sidang.view import View

Target = Callable[[list[str]], View | None]


def draw_chart(page: Page, name: str, figure: go.Figure, alt: str, target: Target) -> None:
    """A chart of which a click on a mark leads to another view.

    `target` gives the view by the codes of a mark (its customdata), None where no link can say it. The view decides what is
    drawn: under another one the chart has another key, so that the browser forgets what was selected.
    """
    chart_key = f"{name}_{crc32(page.key.encode())}"
    st.plotly_chart(
        figure,
        theme=None,
        config={"displayModeBar": False},
        key=chart_key,
        on_select=lambda: _clicked(chart_key, target),
        selection_mode="points",
        alt=alt,
    )


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
