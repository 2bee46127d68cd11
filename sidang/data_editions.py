"""The section of editions: which are kept, and what has changed between any two."""

from typing import Any

import pandas as pd
import streamlit as st

from sidang.change_words import line, sentence
from sidang.changes import changes_between
from sidang.edition import DamagedEdition, Edition, NoEdition, editions_dir, find_edition
from sidang.edition_list import Kept, kept_editions
from sidang.frame import Page, is_embedded
from sidang.language import Language
from sidang.markdown import literal
from sidang.questions import QuestionFailed
from sidang.status_tables import draw_table

SHOWN = 200
HASH_PIECE = 16


def draw(page: Page, key: str) -> None:
    """The editions with what they hold, and the differences of the two that the view names."""
    language, _ = page.language, page.language.text
    st.subheader(_("Editions"), anchor=False)
    st.caption(
        _(
            "An edition is one state of the dataset and never changes; a frozen link names the one it shows. The name is "
            "the version of the dataset and the beginning of the hash of all that is in it."
        )
    )
    kept, older = kept_editions(editions_dir())
    columns: dict[str, Any] = {_("Edition"): 230, _("State"): 300, _("Built (UTC)"): 150}
    columns |= {name: st.column_config.Column(alignment="right") for name in counted(language)}
    draw_table(edition_table(page, kept), columns, _("Table of the editions"))
    if older:
        st.caption(language.count("and {n} older file", "and {n} older files", older))
    st.subheader(_("What changed between two editions"), anchor=False)
    names = [own.id for own in kept]
    after = page.edition.id
    before = edition_before(page.view.after or after, kept)
    if not is_embedded():
        with st.container(horizontal=True, gap="small"):
            _draw_choice(page, _("Before"), "before", names, before)
            _draw_choice(page, _("After"), "after", names, after)
    _draw_changes(page, page.view.before or before, page.view.after or after)


def edition_before(identifier: str, kept: list[Kept]) -> str | None:
    """The edition that was made before another one and can be opened; None where there is none."""
    names = [own.id for own in kept if own.edition or own.id == identifier]
    earlier = names[names.index(identifier) + 1 :] if identifier in names else []
    return earlier[0] if earlier else None


def edition_table(page: Page, kept: list[Kept]) -> pd.DataFrame:
    """A row an edition: when it was made, up to when it knows, how many rows it holds, or why it cannot be opened."""
    language, _ = page.language, page.language.text
    wrong = {
        "": "",
        "outdated": _("of an earlier program; cannot be opened"),
        "unreadable": _("damaged; cannot be opened"),
    }
    rows = []
    for own in kept:
        edition, size = own.edition, own.size
        state = _("served now") if own.id == page.opened.present.id else wrong[own.wrong] or _("kept")
        rows.append(
            {
                _("Edition"): own.id,
                _("State"): state,
                _("Version"): edition.version if edition else "",
                _("Hash"): edition.content_hash[:HASH_PIECE] if edition else "",
                _("Built (UTC)"): edition.built_at.strftime("%Y-%m-%d %H:%M") if edition else "",
                _("Sources up to"): language.date(edition.data_until.isoformat()) if edition else "",
                **{label: language.number(getattr(size, name)) if size else "" for label, name in counted(language).items()},
            }
        )
    return pd.DataFrame(rows)


def counted(language: Language) -> dict[str, str]:
    """What is counted of an edition: the column of edition_size.sql by its label."""
    _ = language.text
    return {
        _("Meetings held"): "held",
        _("All meetings"): "meetings",
        _("Bodies"): "bodies",
        _("Participations"): "participations",
        _("Statuses"): "statuses",
        _("Documents"): "documents",
        _("Sources"): "sources",
        _("Citations"): "citations",
        _("Conflicts"): "conflicts",
    }


def _draw_choice(page: Page, label: str, name: str, names: list[str], default: str | None) -> None:
    asked = getattr(page.view, name) or ""
    options = list(dict.fromkeys(["", *(other for other in names if other != default), *([asked] if asked else [])]))
    st.selectbox(
        label,
        options,
        index=options.index(asked),
        key=f"filter_{name}",
        format_func=lambda code: code or default or page.language.text("none"),
        width=320,
    )


def _draw_changes(page: Page, before: str | None, after: str) -> None:
    language, _ = page.language, page.language.text
    new = _opened(page, after)
    if new and before is None:
        st.info(_("There is no earlier edition to compare with."))
    old = _opened(page, before) if before else None
    if old is None or new is None:
        return
    try:
        changes = changes_between(old, new)
    except QuestionFailed:
        st.error(_("What has changed between these two editions cannot be shown just now."))
        return
    said = sentence(changes, language)
    st.markdown(_("From {before} to {after}: {changes}.", before=literal(old.id), after=literal(new.id), changes=said))
    st.caption(
        _("Changes of meetings and of all that is said of them; of other rows the table above tells how many there are.")
    )
    if changes:
        st.markdown("\n".join(f"- {line(change, language)}" for change in changes[:SHOWN]))
    if len(changes) > SHOWN:
        st.caption(language.count("and {n} more", "and {n} more", len(changes) - SHOWN))


def _opened(page: Page, identifier: str) -> Edition | None:
    """An edition by its name; one that is gone or cannot be opened is named."""
    _ = page.language.text
    try:
        return find_edition(editions_dir(), identifier)
    except NoEdition:
        st.warning(_("Edition {edition} is not kept here.", edition=literal(identifier)))
    except DamagedEdition:
        st.warning(
            _("Edition {edition} cannot be opened, so that nothing is compared with it.", edition=literal(identifier))
        )
    return None
