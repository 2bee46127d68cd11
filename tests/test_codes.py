"""The codes that a link may name, as an edition has them."""

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.view import View, from_query, to_query


def test_an_edition_gives_the_codes_of_its_links(small_edition: Edition) -> None:
    """Pillars, participants, modes, years of held and planned meetings, the last year known, and what bodies were called."""
    codes = codes_of(small_edition)
    assert set(codes.listed["pillar"]) == {"apsc", "aec", "ascc", "cross", "none"}
    assert codes.listed["with"]["xac"] == "XAC"
    assert set(codes.listed["mode"]) == {"in_person", "virtual", "hybrid", "unknown"}
    assert (codes.known_year, codes.years, codes.languages) == (2026, (2002, 2026), ("en", "id"))
    assert from_query({"body": "soc-old"}, codes) == (View(bodies=("culture-officials",)), ())


def test_every_body_at_once_survives_its_link(real_edition: Edition) -> None:
    """A link that names every body is understood wholly."""
    codes = codes_of(real_edition)
    view = View().with_(bodies=tuple(codes.listed["body"].values()))
    assert from_query(to_query(view), codes) == (view, ())
