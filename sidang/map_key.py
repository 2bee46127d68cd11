"""What the marks of the map mean, and how wide the picture is: a small piece of script beside the map.

It shows the key in the colours of the theme, and tells the page the width of its column once, where that differs from what
the page has taken it for: only the browser knows how wide the map may be.
"""

from typing import Any

import streamlit as st

MARKUP = '<div class="key"></div>'
STYLE = """
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; font-size: 0.875rem; color: var(--st-text-color);
  min-height: 1.3rem; }
.key span { display: inline-flex; align-items: center; gap: 0.4rem; }
.key i { width: 0.8rem; height: 0.8rem; box-sizing: border-box; display: inline-block; border-radius: 50%; }
.key i.area { border: 0.25rem solid; background: none !important; }
.key i.land { border-radius: 2px; }
.key i.outline { border: 1px solid; background: none !important; }
.key i.line { height: 0.2rem; width: 1.2rem; border-radius: 0; }
"""
SCRIPT = """
export default function ({ parentElement, data, setStateValue }) {
  const key = parentElement.querySelector(".key");
  key.replaceChildren(...data.marks.map(({ kind, colour, label }) => {
    const item = document.createElement("span");
    const mark = document.createElement("i");
    mark.className = kind;
    mark.style.background = colour;
    mark.style.borderColor = colour;
    mark.setAttribute("aria-hidden", "true");
    item.append(mark, label);
    return item;
  }));
  const width = Math.max(data.least, Math.floor(key.clientWidth / data.step) * data.step);
  if (key.clientWidth > 0 && width !== data.width) setStateValue("width", width);
}
"""
USUAL_WIDTH, LEAST_WIDTH, STEP = 760, 240, 40
KEY = "map_key"
NARROW = 560

_map_key = st.components.v2.component("sidang_map_key", html=MARKUP, css=STYLE, js=SCRIPT)


def width_of_map() -> int:
    """The width of the map in pixels, as the browser told it, in steps; the usual one until it has."""
    state: Any = st.session_state.get(KEY)
    return int((state or {}).get("width") or USUAL_WIDTH)


def draw_key(marks: list[dict[str, str]], width: int) -> None:
    """The key: each mark with its kind (circle, area, land, outline, line), colour and label."""
    told = {"marks": marks, "width": width, "step": STEP, "least": LEAST_WIDTH}
    _map_key(data=told, key=KEY, on_width_change=_noted)


def _noted() -> None:
    """Streamlit keeps what a component tells only where somebody listens."""
