"""Tables on pages: as high as their rows up to a screen of them, and whole on paper."""

from collections.abc import Mapping
from typing import Any, cast
from zlib import crc32

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from sidang import printed
from sidang.language import Language

ROW_PIXELS = 30
HEADER_PIXELS = 35
MOST_PIXELS = 560


def draw_table(
    table: pd.DataFrame | Styler, alt: str, columns: Mapping[str, Any], language: Language, **choosing: Any
) -> None:
    """A table for reading, on the screen and on paper; not for functions that are kept by `st.cache_data`.

    Args:
        table: the rows.
        alt: what the table is, in words that no other table of the page has.
        columns: how columns are shown, by their name.
        language: the language of the page.
        choosing: `key`, `selection_mode` and `on_select`, where a row or a cell can be chosen; `most_pixels`, its height.
    """
    with st.container(key=f"table_{name_of(alt)}", gap=None):  # by its key the browser keeps it, and the focus within
        draw_on_screen(table, alt, columns, **choosing)
        printed.draw_table(_rows(table), name_of(alt), language)


def draw_on_screen(
    table: pd.DataFrame | Styler, alt: str, columns: Mapping[str, Any], most_pixels: int = MOST_PIXELS, **choosing: Any
) -> Any:
    """The table of the screen alone; a page that keeps it drawn adds the one of the paper itself.

    What it gives back is the selection, where rows or cells can be chosen.
    """
    with st.container(key=f"screen_{name_of(alt)}"):
        return st.dataframe(
            table,
            hide_index=True,
            height=min(most_pixels, ROW_PIXELS * len(_rows(table)) + HEADER_PIXELS + 2),
            row_height=ROW_PIXELS,
            column_config=dict(columns),
            alt=alt,
            **choosing,
        )


def _rows(table: pd.DataFrame | Styler) -> pd.DataFrame:
    return table if isinstance(table, pd.DataFrame) else cast("Any", table).data


def name_of(alt: str) -> str:
    """A name for the keys of a table's containers."""
    return f"{crc32(alt.encode()):08x}"
