"""The codes that a link may name, as an edition has them."""

from dataclasses import replace

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.view import View, from_query, to_query


def test_an_edition_gives_the_codes_of_its_links(small_edition: Edition) -> None:
    """Pillars in their fixed order, years of held and planned meetings, the last year known, and what bodies were called."""
    codes = codes_of(small_edition)
    assert codes.pillars == ("apsc", "aec", "ascc", "cross", "none")
    assert (codes.known_year, codes.languages) == (2026, ("en", "id"))
    assert codes.aliases == {"soc-old": "culture-officials"}
    assert from_query({"body": "soc-old"}, codes) == (View(bodies=("culture-officials",)), ())


def test_every_body_at_once_survives_its_link(real_edition: Edition) -> None:
    """The panel offers to select all bodies; the link that this writes is understood wholly."""
    codes = codes_of(real_edition)
    view = replace(View(), bodies=tuple(sorted(codes.bodies)))
    assert from_query(to_query(view), codes) == (view, ())
