"""How the dataset and its records are cited, in any language of the dashboard."""

import datetime

from sidang.document import TITLE
from sidang.language import Language


def dataset_title(language: Language) -> str:
    """The title of the dataset as a whole."""
    return language.text("The whole dataset")


def full_citation(language: Language, title: str, edition_id: str, retrieved: datetime.date, address: str) -> str:
    """A reference with author, title, edition, licence, day of retrieval and address."""
    return language.text(
        "Sidang maintainers. “{title}”. {product}: meetings and memberships of regional bodies in South-East Asia, "
        "edition {edition}. CC BY 4.0. Retrieved {day} from {address}",
        title=title,
        product=TITLE,
        edition=edition_id,
        day=language.date(retrieved.isoformat()),
        address=address,
    )


def short_citation(language: Language, title: str, edition_id: str, retrieved: datetime.date, address: str) -> str:
    """A reference for a footnote: title, product, edition, day, address."""
    return language.text(
        "“{title}”, {product} {edition}, {day}, {address}",
        title=title,
        product=TITLE,
        edition=edition_id,
        day=language.date(retrieved.isoformat()),
        address=address,
    )
