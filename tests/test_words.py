"""The words for codes: every code that an edition may hold has one, in both languages."""

import re
from collections.abc import Callable

import pytest

from sidang import words
from sidang.change_words import field_names
from sidang.edition import Edition
from sidang.facts import by_id, facts_of
from sidang.language import Language
from sidang.questions import ask
from sidang.schema import schema_statement

CODES: dict[tuple[str, str], Callable[[Language], dict[str, str]]] = {
    ("events", "status"): words.status_words,
    ("events", "mode"): words.mode_words,
    ("events", "ordinal_basis"): words.basis_words,
    ("events", "name_indonesian_basis"): words.basis_words,
    ("events", "dates_basis"): words.basis_words,
    ("events", "mode_basis"): words.basis_words,
    ("events", "dates_cover"): words.cover_words,
    ("bodies", "level"): words.level_words,
    ("participations", "role"): words.role_words,
    ("participations", "representation"): words.representation_words,
    ("participations", "attendance"): words.attendance_words,
    ("event_documents", "relation"): words.relation_words,
    ("event_topics", "kind"): words.topic_words,
    ("event_links", "kind"): words.link_words,
}


def codes_of(table: str, column: str) -> set[str]:
    """The closed list of a column, as the schema has it."""
    (body,) = re.findall(rf"create table {table} \((.*?)\n\);", schema_statement(), re.DOTALL)
    (listed,) = re.findall(rf"check \(\s*{column} in \((.*?)\)", body, re.DOTALL)
    return set(re.findall(r"'(\w+)'", listed))


@pytest.mark.parametrize(("table", "column"), CODES)
def test_every_code_has_a_word(table: str, column: str) -> None:
    """No code is without a word, and the words of one list differ from each other."""
    for language in (Language("en"), Language("id")):
        named = CODES[table, column](language)
        codes = codes_of(table, column)
        assert len(codes) > 1
        assert codes <= named.keys()
        assert len({named[code] for code in codes}) == len(codes)


def test_every_field_of_a_meeting_has_a_name(small_edition: Edition) -> None:
    """What may change is named; sources and contradictions are counted instead."""
    meetings = by_id(ask(small_edition, "event_facts"))
    fields = facts_of(meetings["league-summit-1"], meetings, lambda _, record_id: record_id)
    assert [*field_names(Language("id")), "sources", "contradictions"] == list(fields)
