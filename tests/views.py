"""Views drawn at random, the same ones for the same seed."""

import datetime
import random

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.view import LISTED, SETTINGS, SWITCHES, ZOOMS, View

MOST_FILTERS = 3
MOST_CODES = 4
WORDS = ("summit", "menteri", "jakarta", "budaya pencegahan", "culture", "2023", "soc-com", "bali", "economic", "haze")


def random_views(edition: Edition, count: int, seed: int) -> list[View]:
    """Views over all keys of a link, each with a few filters, so that many still hold meetings."""
    draw = random.Random(seed)
    codes = codes_of(edition)
    first, last = codes.years
    views = []
    for _ in range(count):
        chosen = draw.sample(["years", "search", *LISTED], draw.randint(0, MOST_FILTERS))
        values: dict[str, object] = {name: draw.random() < 0.3 for name in SWITCHES}
        if "years" in chosen:
            start = draw.randint(first, last)
            years = (start, draw.randint(start, last))
            values["years"] = None if years == codes.years else years
        if "search" in chosen:
            values["search"] = draw.choice(WORDS)
        for name in LISTED:
            known = sorted(set(codes.listed[LISTED[name]].values()))
            if name in chosen and known:
                values[name] = tuple(draw.sample(known, draw.randint(1, min(MOST_CODES, len(known)))))
        day = datetime.date(1967, 1, 1) + datetime.timedelta(days=draw.randint(0, 22_000))
        values["as_of"] = draw.choice([None, day.isoformat()])
        values |= {name: draw.choice(known) for name, known in SETTINGS.items()}
        values["at"] = draw.choice([None, draw.randint(first, last)])
        values["zoom"] = draw.choice([0, draw.randint(*ZOOMS)])
        values["edition"] = draw.choice([None, None, edition.id])
        values["language"] = draw.choice([None, "en", "id"])
        views.append(View().with_(**values))
    return views
