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
from sidang.links import address, record_address
from sidang.markdown import literal
from sidang.view import View
from sidang.words import grade_words

ANCHOR, DISPUTED = "sources", "disputed"


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


def cited(page: Page, records: Iterable[str]) -> Cited:
    """What stands behind the records that a page shows, each named as its table, a colon and its id, its own first."""
    asked = tuple(dict.fromkeys(records))
    citations = page.ask("citations_of_records", records=asked)
    in_order = sorted(citations, key=lambda row: asked.index(row.record))
    return Cited(tuple(in_order), page.ask("claims_of_records", records=asked))


def present_id(page: Page, kind: str, called: str) -> str:
    """The id of a record by the one that a link gives, former ids included; whatever its case."""
    former = {row.old_id.lower(): row.new_id for row in page.ask("former_ids") if row.kind == kind}
    return str(former.get(called.lower(), called.lower()))


def link(page: Page, kind: str, record_id: str, text: str) -> str:
    """A link to the page of a record, as Markdown."""
    return f"[{literal(text)}]({record_address(kind, record_id, page.view)})"


def counted(page: Page, number: int, view: View) -> str:
    """A number of meetings held in a view, as a link to the list of them."""
    text = page.language.number(number)
    return f"[{text}]({address('/events', view.elsewhere)})" if number else text


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
    _ = page.language.text
    lines = [(fact.label, fact.value, _behind(evidence.behind(fact.record, *fact.fields), page, evidence)) for fact in facts]
    st.markdown(table((_("Fact"), _("Value"), _("Sources")), lines))


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
    language, _ = page.language, page.language.text
    facts, whole = field_names(language), _("the record")
    told = {row.source_id for row in evidence.claims if row.source_id}
    against = [row for row in evidence.contradicting if row.source_id not in told]
    if not against and not evidence.claims:
        return
    st.subheader(_("Disputed between sources"), anchor=DISPUTED)
    draw_conflicts(page, evidence.claims)
    lines = [
        "- "
        + _(
            "{fact}: says otherwise ({value}): {source}",
            fact=facts.get(row.field, whole),
            value=claimed_value(row, language),
            source=source_line(row, language),
        )
        for row in against
    ]
    st.markdown("\n".join(lines))


def field_names(language: Language) -> dict[str, str]:
    """What the fields of records are called where a page says otherwise of one."""
    _ = language.text
    return {
        "start_date": _("First day"),
        "end_date": _("Last day"),
        "place_id": _("Place"),
        "mode": _("Mode"),
        "ordinal": _("Number"),
        "status": _("Status"),
        "body_id": _("Body"),
        "role": _("Role"),
        "participant_id": _("Participant"),
        "representative": _("Represented by"),
        "adopted_date": _("Adopted"),
        "valid_from": _("Valid from"),
        "parent_body_id": _("Part of"),
        "name_indonesian": _("Indonesian name"),
        "until_date": _("Last day"),
    }


def draw_source_list(page: Page, evidence: Cited) -> None:
    """The numbered list of all pages that the record's facts rest on, or that contradict one."""
    language, _ = page.language, page.language.text
    st.subheader(_("Sources"), anchor=ANCHOR)
    lines = []
    for number, row in enumerate(evidence.pages.values(), 1):
        checked = (
            _("last checked {day}", day=language.date(row.accessed)) if row.accessed else _("day of checking not known")
        )
        lines.append(f"{number}. {source_line(row, language)} · {checked}")
    if len(lines) == 1:
        lines.append("- " + _("No second source is known."))
    st.markdown("\n".join(lines))
    st.caption(_("Edition {edition}.", edition=page.edition.id))


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
