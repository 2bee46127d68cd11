"""The common frame of the pages of single records: names, facts with what stands behind each, sources, how to cite."""

import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sidang.citation_words import full_citation, short_citation
from sidang.cited import Cited, Support
from sidang.dates import today
from sidang.evidence import claimed_value, draw_conflicts, source_line
from sidang.frame import Page
from sidang.language import Language, languages, own_name
from sidang.links import record_address
from sidang.markdown import literal
from sidang.view import View
from sidang.words import field_names, grade_words

ANCHOR, DISPUTED = "sources", "disputed"
# Heads and lines of a table, as Markdown.
Lines = tuple[Sequence[str], Sequence[Sequence[str]]]


@dataclass(frozen=True)
class Fact:
    """One fact of a record: what is told, its value as Markdown, the record it stands in and its fields.

    A fact that is not known stands in no record.
    """

    label: str
    value: str
    record: str = ""
    fields: tuple[str, ...] = ()


def fact(page: Page, label: str, value: str | None, record: str, *fields: str) -> Fact:
    """A fact that may be missing: then it is said not to be known, and no page is named for it."""
    return Fact(label, value, record, fields) if value else Fact(label, page.language.text("not known"))


def link(page: Page, kind: str, record_id: str, text: str) -> str:
    """A link to the page of a record, as Markdown."""
    return f"[{literal(text)}]({record_address(kind, record_id, page.view)})"


def other_names(row: Any, language: Language) -> str:
    """The name of a record in the other languages of the dashboard, as Markdown; empty where it has none."""
    names = {Language(code).name(row) for code in languages()} - {language.name(row)}
    return " · ".join(literal(name) for name in sorted(names))


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table as Markdown; heads and cells are Markdown already."""
    rule = "|".join(" --- " for _ in heads)
    rows = [" | ".join(cell.replace("|", "\\|") for cell in line) for line in lines]
    return "\n".join([f"| {' | '.join(heads)} |", f"|{rule}|", *(f"| {row} |" for row in rows)])


def marks(numbers: str) -> str:
    """The numbers of the pages behind a line, leading to their list; a dash where there is none."""
    return f"[{numbers}](#{ANCHOR})" if numbers else "–"


def draw_facts(page: Page, facts: Sequence[Fact], evidence: Cited) -> None:
    """The facts as a table: each with the numbers of the pages behind it, the best grade, and whether it is disputed.

    The numbers lead to the list of sources, "disputed" to what says otherwise.
    """
    st.markdown(table(*facts_in_table(page, facts, evidence)))


def facts_in_table(page: Page, facts: Sequence[Fact], evidence: Cited) -> Lines:
    """The facts as heads and lines of a table, each with what stands behind it, as Markdown."""
    _ = page.language.text
    lines = [(fact.label, fact.value, _behind(evidence.behind(fact.record, *fact.fields), page, evidence)) for fact in facts]
    return (_("Fact"), _("Value"), _("Sources")), lines


def _behind(support: Support, page: Page, evidence: Cited) -> str:
    language = page.language
    if not support.supporting and not support.is_disputed:
        return "–"
    numbers = sorted(evidence.number(row.source_id) for row in support.supporting)
    grades = grade_words(language)
    best = next((grades[row.grade] for row in support.supporting), "")
    said = marks(", ".join(map(str, numbers))) + (f" {best}" if best else "")
    disputed = language.text("disputed")
    return f"{said} · [{disputed}](#{DISPUTED})" if support.is_disputed else said


def draw_disputes(page: Page, evidence: Cited) -> None:
    """All that sources say against each other about the record: the conflicts, and other pages that say otherwise."""
    against = said_otherwise(page.language, evidence)
    if not against and not evidence.claims:
        return
    st.subheader(page.language.text("Disputed between sources"), anchor=DISPUTED)
    draw_conflicts(page, evidence.claims)
    st.markdown("\n".join(f"- {line}" for line in against))


def said_otherwise(language: Language, evidence: Cited) -> list[str]:
    """What pages say otherwise that no conflict tells already, as Markdown."""
    _ = language.text
    facts, whole = field_names(language), _("the record")
    told = {row.source_id for row in evidence.claims if row.source_id}
    against = [row for row in evidence.contradicting if row.source_id not in told]
    return [
        _(
            "{fact}: says otherwise ({value}): {source}",
            fact=facts.get(row.field, whole),
            value=claimed_value(row, language),
            source=source_line(row, language),
        )
        for row in against
    ]


def draw_source_list(page: Page, evidence: Cited) -> None:
    """The numbered list of all pages that the record's facts rest on, or that contradict one."""
    _ = page.language.text
    st.subheader(_("Sources"), anchor=ANCHOR)
    lines = [f"{number}. {page_line(row, page.language)}" for number, row in enumerate(evidence.pages.values(), 1)]
    if len(lines) == 1:
        lines.append("- " + _("No second source is known."))
    if not lines:
        lines.append(_("No page is named."))
    st.markdown("\n".join(lines))
    st.caption(_("Edition {edition}.", edition=page.edition.id))


def page_line(row: Any, language: Language) -> str:
    """A page in one line, with the day on which it was last checked."""
    _ = language.text
    checked = _("last checked {day}", day=language.date(row.accessed)) if row.accessed else _("day of checking not known")
    return f"{source_line(row, language)} · {checked}"


def draw_citation(page: Page, kind: str, record_id: str, titles: Callable[[Language], str]) -> None:
    """How to cite the record, in full and in short, in each language."""
    _ = page.language.text
    link = address_of_record(kind, record_id)
    with st.expander(_("Cite")):
        for code in languages():
            language = Language(code)
            st.markdown(f"**{own_name(code)}**")
            for form in (full_citation, short_citation):
                text = form(language, titles(language), page.edition.id, today(), link)
                st.code(text, language=None, wrap_lines=True)


def address_of_record(kind: str, record_id: str) -> str:
    """The one address of a record, with the host under which the reader sees the page."""
    seen = urllib.parse.urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" * bool(seen.netloc) + record_address(kind, record_id, View())


def draw_unknown(page: Page, register: str, called: str | None, said: str) -> None:
    """No such record: what was asked for, and the register where records are found."""
    if called:
        st.warning(said)
    st.page_link(register, label=page.language.text("Choose one from the register"), icon=":material/list:")
