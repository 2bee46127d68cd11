"""The section of downloads: the whole dataset in three forms, its licence, how to cite it."""

import urllib.parse

import streamlit as st

from sidang.citation_words import dataset_title, full_citation, short_citation
from sidang.dates import today
from sidang.frame import Page, has_routes
from sidang.language import Language, languages, own_name
from sidang.packages import NoPackage
from sidang.questions import QuestionFailed
from sidang.whole_downloads import address, size

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
STEPS = ("B", "kB", "MB", "GB")
STEP = 1000


def draw(page: Page, key: str) -> None:
    """Downloads with their sizes, the licence, and citations in each language."""
    _ = page.language.text
    st.subheader(_("The whole dataset"), anchor=False)
    st.caption(
        _(
            "Edition {edition}, all of it, whatever the filters. The meetings in view alone can be taken from the page of "
            "meetings.",
            edition=page.edition.id,
        )
    )
    if has_routes():
        _draw_links(page)
    else:
        st.info(_("Downloads of the whole are answered by the server of this dashboard: start it with make run."))
    st.subheader(_("Licence"), anchor=False)
    st.markdown(
        _(
            "The data are published under [Creative Commons Attribution 4.0 International (CC BY 4.0)]({address}): anybody "
            "may use, share and adapt them, also for profit, who names “The Sidang maintainers” and the edition. Facts "
            "were gathered from the sources listed; the pages themselves keep the rights and terms of their publishers. "
            "Coordinates of places come from GeoNames (CC BY 4.0), boundaries from Natural Earth (public domain).",
            address=LICENCE,
        )
    )
    st.subheader(_("How to cite"), anchor=False)
    st.caption(_("For a single fact cite its source, which its page names, beside the edition."))
    for code in dict.fromkeys([page.language.code, *languages()]):
        language = Language(code)
        st.markdown(f"**{own_name(code)}**")
        for form in (full_citation, short_citation):
            text = form(language, dataset_title(language), page.edition.id, today(), address_of(page))
            st.code(text, language=None, wrap_lines=True)


def address_of(page: Page) -> str:
    """The address of this page frozen to its edition, as the browser reaches it; empty where that is not known."""
    parts = urllib.parse.urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}/data?edition={page.edition.id}" if parts.netloc else ""


def _draw_links(page: Page) -> None:
    _ = page.language.text
    forms = {
        "csv": (_("CSV files (ZIP)"), _("One file a table, with datapackage.json, README and licence, as in the project.")),
        "parquet": (_("Parquet files (ZIP)"), _("One file a table, typed, for statistics software.")),
        "duckdb": (_("DuckDB file"), _("The edition itself as one database, with what the dashboard derives.")),
    }
    for kind, (label, note) in forms.items():
        try:
            bytes_shown = in_bytes(size(page.edition, kind), page.language)
        except NoPackage:
            st.caption(_("{form}: not to be had of this edition.", form=label))
            continue
        except QuestionFailed:
            st.caption(_("{form}: cannot be made just now.", form=label))
            continue
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.link_button(f"{label} · {bytes_shown}", address(page.edition, kind), icon=":material/download:")
            st.caption(note, width="content")


def in_bytes(count: int, language: Language) -> str:
    """A number of bytes for reading: "812 B", "1.4 MB"."""
    number, unit = float(count), 0
    while number >= STEP and unit < len(STEPS) - 1:
        number, unit = number / STEP, unit + 1
    return f"{language.number(round(number, 1) if unit and number < 100 else round(number))} {STEPS[unit]}"
