"""What every first reader of a process would wait for, done before the server takes its first request."""

import logging

from sidang import overview, small_map
from sidang.boundaries import BadBoundaries, boundaries
from sidang.camera import EXTENTS, camera_on
from sidang.codes import codes_of
from sidang.dates import today
from sidang.edition import DamagedEdition, NoEdition, current_edition, editions_dir
from sidang.frame import Page
from sidang.language import Language, languages
from sidang.opening import Opened
from sidang.options import options_in
from sidang.query_files import QuestionFailed
from sidang.theme import LIGHT
from sidang.view import View

log = logging.getLogger("sidang")


def warm() -> None:
    """Read the served edition, and ask what the first page asks, in each language.

    What cannot be read is left to the page, which says so to its readers.
    """
    try:
        edition = current_edition(editions_dir())
        for code in languages():
            language, as_of = Language(code), today()
            options_in(edition, View().filters, as_of, language)
            page = Page(edition, codes_of(edition), View(), language, as_of, LIGHT, Opened(edition, edition))
            overview.by_year(page)
            overview.figures(page)
            overview.sentence(page)
        digest = boundaries().digest
        for extent in EXTENTS:
            small_map.outline(digest, camera_on(extent, 0, (), small_map.WIDTH, small_map.HEIGHT))
    except (NoEdition, DamagedEdition, QuestionFailed, BadBoundaries) as error:
        log.warning("not all could be read before the first request: %s", error)
