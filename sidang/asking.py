"""Whoever asks an edition for a view: a page of a session, or a request that needs none."""

import datetime
from typing import Protocol

from sidang.edition import Edition
from sidang.language import Language
from sidang.questions import Rows, Value
from sidang.view import View


class Asking(Protocol):
    """What pages (frame.Page) and requests (asked.Asked) have in common."""

    @property
    def edition(self) -> Edition:
        """The edition that answers."""

    @property
    def view(self) -> View:
        """What is asked for."""

    @property
    def language(self) -> Language:
        """The language of the answer."""

    @property
    def as_of(self) -> datetime.date:
        """The day from which it is seen."""

    def ask(self, question: str, **parameters: Value) -> Rows:
        """The rows that answer a question of queries/ for the view; further parameters by name."""
