"""A browser's side of one Streamlit session, without the browser: websocket and protobuf only.

It sends what the browser would send (all widget states, the query as the server last set it) and reads until the script
has finished, so that the server does exactly the work of a real click.
"""

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from sidang.figure import NAME as FIGURE

LONGEST_MESSAGE = 1 << 28
PATIENCE_SECONDS = 60


class ScriptFailed(Exception):
    """The script under measurement stopped with an error, so that its figures would mean nothing."""


@dataclass
class Reader:
    """What a browser knows of one open page: its path and address, the ids of its widgets by key, its texts and how many
    elements of each kind it has.

    It makes the messages that the browser would send and reads those that come; nothing here knows of a connection.
    """

    page: str = ""
    query: str = ""
    widgets: dict[str, str] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    received_bytes: int = 0
    said: list[str] = field(default_factory=list)

    def asks(self) -> bytes:
        """The message that asks for the page with all that was chosen."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.context_info.timezone = "Asia/Jakarta"
        message.rerun_script.context_info.locale = "en"
        message.rerun_script.widget_states.widgets.extend(self.states.values())
        self.kinds.clear()
        self.said.clear()
        return bytes(message.SerializeToString())

    def moves(self, key: str, first: int, last: int) -> bytes:
        """The message of a slider of years that was moved."""
        state = WidgetState(id=self.widgets[key])
        state.double_array_value.data.extend([first, last])
        self.states[state.id] = state
        return self.asks()

    def hears(self, received: bytes | str) -> bool:
        """Take a message in; whether the page is complete with it.

        Raises:
            ScriptFailed: when the page stopped with an error.
        """
        content = received if isinstance(received, bytes) else received.encode()
        self.received_bytes += len(content)
        message = ForwardMsg()
        message.ParseFromString(content)
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "add_block":
            self.kinds[message.delta.add_block.WhichOneof("type") or "block"] += 1
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._note(message)
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise ScriptFailed("The script does not compile.")
            return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise ScriptFailed(f"{element.exception.type}: {element.exception.message}")
        if kind == "markdown":
            self.said.append(element.markdown.body)
        is_figure = kind == "bidi_component" and element.bidi_component.component_name.endswith(FIGURE)
        self.kinds[FIGURE if is_figure else str(kind)] += 1
        if kind == "slider":
            self.widgets[element.slider.id.rsplit("-", 1)[-1]] = element.slider.id


@dataclass
class Session:
    """One open page with its connection, of which each step waits until the page is complete."""

    connection: ClientConnection
    reader: Reader

    @property
    def query(self) -> str:
        """The address of the page."""
        return self.reader.query

    @property
    def charts(self) -> int:
        """How many charts the page has."""
        return sum(self.reader.kinds[kind] for kind in (FIGURE, "plotly_chart", "deck_gl_json_chart"))

    @property
    def kinds(self) -> Counter[str]:
        """How many elements and containers of each kind the page has."""
        return self.reader.kinds

    @property
    def received_bytes(self) -> int:
        """How much has come so far."""
        return self.reader.received_bytes

    @property
    def said(self) -> list[str]:
        """The texts of the page."""
        return self.reader.said

    def open(self) -> None:
        """Run the script for the first time, as the browser does after loading."""
        self._send(self.reader.asks())

    def choose_years(self, key: str, first: int, last: int) -> None:
        """Move a slider of years and wait until the page is complete again."""
        self._send(self.reader.moves(key, first, last))

    def _send(self, message: bytes) -> None:
        self.connection.send(message)
        while not self.reader.hears(self.connection.recv(timeout=PATIENCE_SECONDS)):
            pass


@contextlib.contextmanager
def session(port: int, page: str = "", query: str = "") -> Iterator[Session]:
    """Open a session on a page of a server of this machine, by the query of a link, and close it afterwards."""
    address = f"127.0.0.1:{port}"
    with connect(
        f"ws://{address}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(f"http://{address}"),
        max_size=LONGEST_MESSAGE,
    ) as connection:
        opened = Session(connection, Reader(page, query))
        opened.open()
        yield opened
