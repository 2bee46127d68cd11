"""Open the served edition for a page, build it on the first start, or say what is wrong."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from sidang.build import BuildRefused, VerificationFailed, build
from sidang.dataset import NoDataset
from sidang.edition import DamagedEdition, Edition, NoEdition, OutdatedEdition, current_edition, editions_dir, find_edition
from sidang.faults import errors
from sidang.language import language_of

DATA = Path(__file__).resolve().parent.parent / "data"


def data_dir() -> Path:
    """The folder of the dataset: the environment variable SIDANG_DATA, else data/ of the project."""
    return Path(os.environ.get("SIDANG_DATA") or DATA)


@dataclass(frozen=True)
class Opened:
    """The edition that a page shows, the one that is served now, and why the one that the link asks for is not shown."""

    edition: Edition
    present: Edition
    lack: Literal["", "gone", "unreadable"] = ""


def opened_or_stop(asked: str | None) -> Opened:
    """The edition to which a link is frozen where it names one that can be read, else the served one.

    Stops the page with a plain explanation when there is no usable edition and none can be built.
    """
    present = edition_or_stop()
    if not asked or asked == present.id:
        return Opened(present, present)
    try:
        return Opened(find_edition(editions_dir(), asked), present)
    except NoEdition:
        return Opened(present, present, "gone")
    except DamagedEdition:
        return Opened(present, present, "unreadable")


def edition_or_stop() -> Edition:
    """The served edition. Where none exists it is built from data/, and the page says so while it waits.

    Stops the page with a plain explanation when there is no usable edition and none can be built.
    """
    _ = language_of(st.query_params.get("lang"), st.context.locale).text
    try:
        return current_edition(editions_dir())
    except OutdatedEdition as error:
        st.title(_("The data cannot be opened"), anchor=False)
        st.error(
            _(
                "The served edition was made by an earlier version of this program. "
                "Ask whoever runs this dashboard to run: python -m sidang build"
            )
        )
        st.caption(str(error))
        st.stop()
    except DamagedEdition as error:
        st.title(_("The data cannot be opened"), anchor=False)
        st.error(_("The served edition is damaged. Ask whoever runs this dashboard to run: python -m sidang build"))
        st.caption(_("Technical detail, in English: {detail}", detail=error))
        st.stop()
    except NoEdition:
        with st.spinner(_("First start: the edition is being built from the dataset. This takes some seconds.")):
            try:
                return build(data_dir(), editions_dir())
            except BuildRefused as refused:
                st.title(_("There are no data to show yet"), anchor=False)
                st.error(
                    _(
                        "The dataset has {count} faults, so no edition was built. "
                        "Ask whoever runs this dashboard to run: python -m sidang check",
                        count=len(errors(refused.faults)),
                    )
                )
                st.stop()
            except (NoDataset, VerificationFailed, OSError) as error:
                st.title(_("There are no data to show yet"), anchor=False)
                st.error(_("No edition could be built. Ask whoever runs this dashboard to run: python -m sidang build"))
                st.caption(_("Technical detail, in English: {detail}", detail=error))
                st.stop()
