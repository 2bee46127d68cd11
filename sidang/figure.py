"""Figures of Overview and of records that a script of our own draws (figure.js): bars over years, the small map.

Streamlit gives a chart of plotly whose figure changed a new identity, so that the browser throws it away and makes another;
and plotly.js is 1.2 MB more for each first visit. A figure drawn here stays where it is. What it holds is told as
for plotly, so that pictures and briefs (plot.py) draw the same; docs/performance.md has the figures.
"""

import json
from pathlib import Path
from typing import Any

import streamlit as st

NAME = "sidang_figure"
MARKUP = '<div class="figure" role="img"><span class="hint" hidden></span></div>'
STYLE = """
.figure { position: relative; font-size: 13px; line-height: 1.35; container-type: inline-size; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; padding-bottom: 10px; }
.legend i { display: inline-block; width: 12px; height: 12px; margin-right: 6px; vertical-align: -1px;
  outline-offset: -1px; }
svg { display: block; overflow: visible; font-family: inherit; }
.bars { position: relative; }
.beside { position: absolute; }
.map { width: 100%; overflow: hidden; margin: 0 auto; }
text { pointer-events: none; }
.upright { transform-box: fill-box; transform-origin: center; transform: rotate(-90deg); }
.mark:hover { filter: brightness(1.12); }
.hint { position: absolute; z-index: 1; pointer-events: none; white-space: pre; padding: 2px 8px;
  transform: translateY(-50%); color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); font-size: 12px; }
.hint[hidden] { display: none; }
"""

_figure = st.components.v2.component(
    NAME, html=MARKUP, css=STYLE, js=(Path(__file__).parent / "figure.js").read_text(encoding="utf-8")
)


def told(kind: str, figure: dict[str, Any], alt: str, language: str) -> bytes:
    """A figure as the script takes it.

    Args:
        kind: "bars" for a chart.Bars as plotly has it, "map" for one of small_map.py.
        figure: the figure.
        alt: what it shows, in one sentence, for readers who do not see it.
        language: the code of the language in which numbers are written.
    """
    said = {"kind": kind, "alt": alt, "language": language.replace("_", "-"), "figure": figure}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def draw(figure: bytes, key: str) -> None:
    """Draw what `told` gave; under the same key the figure before it changes in its place."""
    _figure(data=figure, key=f"figure_{key}")
