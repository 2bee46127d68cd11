"""Open the served edition for a page, build it on the first start, or say what is wrong."""

import os
from pathlib import Path

import streamlit as st

from sidang.build import BuildRefused, VerificationFailed, build
from sidang.dataset import NoDataset
from sidang.edition import DamagedEdition, Edition, NoEdition, current_edition, editions_dir
from sidang.faults import errors
from sidang.language import language_of

DATA = Path(__file__).resolve().parent.parent / "data"


def data_dir() -> Path:
    """The folder of the dataset: the environment variable SIDANG_DATA, else data/ of the project."""
    return Path(os.environ.get("SIDANG_DATA") or DATA)


def edition_or_stop() -> Edition:
    """The served edition. Where none exists it is built from data/, and the page says so while it waits.

    Stops the page with a plain explanation when there is no usable edition and none can be built.
    """
    _ = language_of(st.query_params.get("lang"), st.context.locale).text
    try:
        return current_edition(editions_dir())
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
