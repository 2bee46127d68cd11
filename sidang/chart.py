"""A chart as plotly.js takes it: a figure of plotly that nobody checks and nobody copies on its way to the browser.

Plotly's own figures check each value and are copied whole when they are shown; that costs several times what the page does.
The tests check every chart against plotly's own rules instead.
"""

from typing import Any

import plotly.graph_objects as go


class Chart(go.Figure):  # type: ignore[misc]
    """Traces and layout as they are; for anything but showing them make a `go.Figure` of `to_dict()`."""

    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        object.__setattr__(self, "_told", {"data": data, "layout": layout})

    def to_dict(self) -> dict[str, Any]:
        """What is shown, not a copy of it."""
        told: dict[str, Any] = self._told
        return told

    def to_plotly_json(self) -> dict[str, Any]:
        """The same."""
        return self.to_dict()

    def __reduce__(self) -> tuple[type["Chart"], tuple[Any, Any]]:
        """How it is kept (st.cache_data)."""
        return type(self), (self._told["data"], self._told["layout"])


class Bars(Chart):
    """Upright bars over years, stacked by colour: what a page draws by a script of its own (figure.py)."""
