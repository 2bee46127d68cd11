"""What a run of a page says to the browser goes out together, so that the browser draws it once.

Streamlit sends each element as soon as it is made: the browser draws the page several times over, and on the server the
thread that sends and the one that makes the page take turns on one interpreter. Here the messages of a run wait for its end,
at most HELD_SECONDS: a page that takes longer is seen growing, as it would be without.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

HELD_SECONDS = 0.1


class _Held:
    """The messages of one run that wait; once they are released, further ones go out as they come."""

    def __init__(self, context: ScriptRunContext) -> None:
        self._context, self._send = context, context._enqueue
        self._waiting: deque[ForwardMsg] = deque()
        self._is_released = False
        self._lock = threading.RLock()

    def hold(self, message: ForwardMsg) -> None:
        """Keep a message back. As when it is sent, the run may end here: the reader has gone on, or the page has stopped."""
        with self._lock:
            if self._is_released:
                self._send(message)
            else:
                self._context.yield_check()
                self._waiting.append(message)

    def release(self) -> None:
        """Send what waits, and from now on each message at once."""
        with self._lock:
            self._is_released = True
            while self._waiting:
                self._send(self._waiting[0])
                self._waiting.popleft()


@contextmanager
def together() -> Iterator[None]:
    """Hold back what the page says within, in a session; without one nothing is done.

    However it ends, all that was said before is sent.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        yield
        return
    held, send = _Held(context), context._enqueue
    timer = threading.Timer(HELD_SECONDS, held.release)
    timer.daemon = True
    context._enqueue = held.hold
    timer.start()
    try:
        yield
        held.release()
    except BaseException:
        # In its own thread a run that was stopped is stopped again by each message.
        release = threading.Thread(target=held.release)
        release.start()
        release.join()
        raise
    finally:
        timer.cancel()
        context._enqueue = send
