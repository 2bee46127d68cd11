"""What stands behind a status: the acts, the pages with their grade, and the sides of a conflict."""

from typing import Any

import streamlit as st

from sidang.frame import Page
from sidang.language import Language
from sidang.markdown import literal
from sidang.questions import Rows
from sidang.standing import last_day_before, step
from sidang.words import grade_words


def draw_evidence(page: Page, participant_id: str, organization_id: str) -> None:
    """Every status of a participant in an organization, the pages behind each, and what sources dispute.

    Where the list of members is complete on the day of the view, the pages on which that rests follow.
    """
    _ = page.language.text
    asked = {"participant_id": participant_id, "organization_id": organization_id}
    pages: dict[str, list[Any]] = {}
    for row in page.ask("evidence_of_statuses", **asked):
        pages.setdefault(row.status_id, []).append(row)
    spans = page.ask("status_spans", participants=(participant_id,), organizations=(organization_id,))
    for row in spans:
        st.markdown(f"**{step(page, row)}**" + (f"  \n{literal(basis_of(row, page.language))}" if row.basis else ""))
        supporting = [cited for cited in pages.get(row.status_id, []) if cited.stance == "supports"]
        against = [cited for cited in pages.get(row.status_id, []) if cited.stance == "contradicts"]
        lines = [f"{number}. {source_line(cited, page.language)}" for number, cited in enumerate(_distinct(supporting), 1)]
        if len(lines) == 1:
            lines.append("- " + _("No second source is known."))
        lines += [
            "- "
            + _(
                "Says otherwise ({value}): {source}",
                value=claimed_value(cited, page.language),
                source=source_line(cited, page.language),
            )
            for cited in against
        ]
        st.markdown("\n".join(lines))
    if not spans:
        st.caption(_("No source in the dataset tells of any status of this participant in this organization."))
    draw_conflicts(page, page.ask("claims_of_statuses", **asked))
    _draw_roll(page, organization_id)


def _draw_roll(page: Page, organization_id: str) -> None:
    language, _ = page.language, page.language.text
    rows = page.ask("evidence_of_rolls", organization_id=organization_id)
    if not rows:
        st.markdown(_("No complete list of members is known for this day; a missing status is not known, not a “no”."))
        return
    first = rows[0]
    start = language.date(first.complete_from)
    if first.complete_until:
        last = language.date(last_day_before(first.complete_until))
        said = _("The list of members is complete from {start} to {last}. It rests on:", start=start, last=last)
    else:
        said = _("The list of members is complete since {start}. It rests on:", start=start)
    st.markdown(said + "\n" + "\n".join(f"- {source_line(row, language)}" for row in _distinct(list(rows))))


def draw_conflicts(page: Page, claims: Rows) -> None:
    """Conflicts with each of their sides, and which value is kept and why."""
    for first, *rest in conflicts_in_words(page, claims):
        st.markdown(first + "\n" + "\n".join(f"- {line}" for line in rest))


def conflicts_in_words(page: Page, claims: Rows) -> list[list[str]]:
    """Each conflict as lines of Markdown: what it is about, what each side says, which value is kept and why."""
    language, _ = page.language, page.language.text
    conflicts: dict[str, list[Any]] = {}
    for row in claims:
        conflicts.setdefault(row.conflict_id, []).append(row)
    found = []
    for sides in conflicts.values():
        first = sides[0]
        text = [_("**Sources disagree**: {summary}", summary=language.name(first, "summary"))]
        text += [_claim(row, language) for row in sides if row.claimed_value]
        if first.reason:
            text.append(_("Kept: {reason}", reason=language.name(first, "reason")))
        found.append(text)
    return found


def source_line(row: Any, language: Language) -> str:
    """A page in one line: title, publisher, date, grade; a link unless it is a mirror."""
    title = literal(row.title or row.publisher or row.host)
    if row.url and row.grade != "mirror":
        title = f"[{title}]({row.url})"
    parts = [title, literal(row.publisher or row.host) if row.title else "", grade_words(language)[row.grade]]
    if getattr(row, "published", None):
        parts.append(language.date(row.published))
    return " · ".join(part for part in dict.fromkeys(parts) if part)


def basis_of(row: Any, language: Language) -> str:
    """By which act a status came about. The dataset tells it in English; elsewhere that is marked."""
    return f"{row.basis}{language.mark_of_english}" if row.basis else ""


def _claim(row: Any, language: Language) -> str:
    value = claimed_value(row, language)
    source = row.source_name or (source_line(row, language) if row.host else "")
    return f"{value}: {source}" if source else value


def claimed_value(row: Any, language: Language) -> str:
    """A value that a source claims; days and numbers are the same in every language."""
    has_words = any(character.isalpha() for character in row.claimed_value)
    return literal(language.name(row, "claimed_value") if has_words else row.claimed_value)


def _distinct(rows: list[Any]) -> list[Any]:
    return list({row.source_id: row for row in rows}.values())
