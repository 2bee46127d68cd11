"""Everything that a reader of a page can see or hear, gathered from what Streamlit sends to the browser.

All text fields of all messages are read, except those that are named here as not for reading: so an element that no page
has used before is read at once, or fails until somebody has decided which of its fields are read.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from google.protobuf.message import Message
from streamlit import dataframe_util
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import parse_tree_from_messages

from sidang import figure
from tests import examples
from tests.small import ROOT

APP = examples.APP
# Fields by message and name, or by name alone: ids, codes, addresses, formats.
NOT_READ = {
    "*.hash", "*.icon", "*.id", "*.tag", "*.type", "BidiComponent.component_name", "BidiComponent.css_content",
    "BidiComponent.html_content", "BidiComponent.js_content", "Code.code_text",
    "Code.language", "Heading.anchor", "AppPage.page_script_hash", "AppPage.url_pathname",
    "DeckGlJsonChart.tooltip", "DownloadButton.url", "ForwardMsgMetadata.active_script_hash", "LinkButton.url",
    "Navigation.page_script_hash", "PageConfig.favicon",
    "DateInput.format", "PandasStyler.styles", "PandasStyler.uuid", "PageLink.page", "PageLink.page_script_hash",
    "PageLink.query_string", "Slider.format", "TextInput.autocomplete",
}  # fmt: skip
# Keys within JSON: how a chart, a map or a column looks, not what it says.
NOT_READ_IN_JSON = {
    "@@type", "address", "align", "alignment", "anchor", "axref", "ayref", "barmode", "baseline", "characterSet",
    "country_id", "customdata", "dash", "family", "format",
    "autorange", "insidetextanchor", "overlaying", "side", "symbol", "textposition", "tickmode",
    "categoryorder", "dtickrange", "hoverformat", "legendgroup", "mode", "pages", "positionFormat", "tickformatstops",
    "constrain", "fill", "scaleanchor",
    "fillmode", "fontFamily", "hoverinfo", "hovermode", "id", "itemclick", "itemdoubleclick", "key", "kind", "language",
    "lineWidthUnits", "mapStyle", "orientation", "query", "radiusUnits", "rangemode", "shape", "tickformat", "traceorder",
    "type", "updateTriggers", "xanchor", "xaxis", "xref", "yanchor", "yaxis", "yref",
    "accent", "border", "ink", "land", "ocean",
}  # fmt: skip
EXPRESSION, ADDRESS = "@@=", "/boundaries/"  # how deck.gl takes a value from a row, and where it loads land
LINK = "/events?"  # where a cell leads
JSON = ("{", '["', "[{", "[[", "[]")  # no link of a text begins so
TABLES = {"ArrowData.data", "PandasStyler.display_values"}
TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")  # where a link in a text leads
LINKED_NUMBER = re.compile(r"\[([\d.,]+)\]\(/[^)\s]*\)")
SMALL = re.compile(r"^:small\[(.*)\]$", re.DOTALL)
STYLE_SHEET = re.compile(r"<style>.*</style>\s*", re.DOTALL)


def without_links(text: str) -> str:
    """A text with its linked numbers as numbers alone; tests/pages/test_figures.py follows where they lead."""
    return LINKED_NUMBER.sub(r"\1", text)


def registered_pages() -> list[str]:
    """The files of the pages that app.py registers, in its order."""
    return [file for file, _ in examples.registered()]


def texts_of_page(page: str, link: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All texts of a page opened by a link, each once; an exception on the page fails the test."""
    sent: list[Message] = []

    def recording(messages: list[Any]) -> Any:
        sent[:] = messages
        return parse_tree_from_messages(messages)

    with monkeypatch.context() as patch:
        patch.setattr("streamlit.testing.v1.local_script_runner.parse_tree_from_messages", recording)
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.query_params.update(link)
        app.run()
        if page != registered_pages()[0]:
            app.switch_page(page)
            app.query_params.clear()
            app.query_params.update(link)
            app.run()
    assert [box.value for box in app.exception] == []
    return list(dict.fromkeys(text for message in sent for text in texts_in(message) if text.strip()))


def texts_in(message: Message) -> Iterator[str]:
    """The texts of one message, those within its parts, its JSON and its tables among them."""
    for field, value in message.ListFields():
        name = f"{message.DESCRIPTOR.name}.{field.name}"
        if {name, f"*.{field.name}"} & NOT_READ:
            continue
        is_map = bool(field.message_type and field.message_type.GetOptions().map_entry)
        for part in value.values() if is_map else value if field.is_repeated else [value]:
            if isinstance(part, Message):
                yield from texts_in(part)
            elif name == "BidiComponent.bytes":
                yield from texts_in_json(json.loads(part))
            elif isinstance(part, bytes):
                assert name in TABLES, f"Decide how '{name}' is read."
                yield from texts_in_table(dataframe_util.convert_arrow_bytes_to_pandas_df(part))
            elif isinstance(part, str) and part.startswith(JSON):
                yield from texts_in_json(json.loads(part))
            elif isinstance(part, str):
                yield TARGET.sub("]", SMALL.sub(r"\1", STYLE_SHEET.sub("", part)))


def figures(app: AppTest) -> list[dict[str, Any]]:
    """The figures of a page that sidang/figure.py draws, as its script takes them."""
    drawn = [element.proto for element in app.get("bidi_component") if element.proto.component_name == figure.NAME]
    return [json.loads(proto.bytes) for proto in drawn]


def texts_in_table(table: pd.DataFrame) -> Iterator[str]:
    """Names of the columns and cells that hold text, not those that hold a link."""
    yield from map(str, table.columns)
    for column in table.columns:
        yield from (cell for cell in table[column].unique() if isinstance(cell, str) and not cell.startswith(LINK))


def texts_in_json(value: Any) -> Iterator[str]:
    """The texts of a specification, whatever its form."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, dict) or not (key in NOT_READ_IN_JSON or key.lower().endswith(("color", "colour"))):
                yield from texts_in_json(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in_json(part)
    elif isinstance(value, str) and not value.startswith((EXPRESSION, ADDRESS)):
        yield value


def page_files() -> list[str]:
    """The files in pages/."""
    return sorted(str(path.relative_to(ROOT)) for path in Path(ROOT / "pages").glob("*/*.py"))
