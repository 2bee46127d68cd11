"""Which body a typed name means."""

import pytest

from sidang.body_search import bodies_by_name, body_meant
from sidang.edition import Edition
from sidang.questions import ask


def test_a_body_is_found_by_any_of_its_names(small_edition: Edition) -> None:
    """Names, acronyms, aliases and former ids of both languages lead to the body, whatever their case and accents."""
    for row in ask(small_edition, "body_aliases"):
        meant = body_meant(small_edition, str(row.name).upper())
        assert (row.body_id in meant.bodies, meant.is_exact) == (True, True)
    assert bodies_by_name(small_edition)["league summit"] == ("league-summit",)


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("sokcom", "soc-com"),
        ("Coordinating Conferense on the ASEAN Socio-Cultural Comunity", "soc-com"),
        ("ASCC Counsil", "ascc-council"),
        ("AMMTCC", "ammtc"),
        ("Dewan Masyarakt Sosial-Budaya ASEAN", "ascc-council"),
        ("Workng Group on Culture of Prevention", "wg-cop"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(real_edition: Edition, typed: str, body: str) -> None:
    """A letter too many, too few or wrong, in either language."""
    meant = body_meant(real_edition, typed)
    assert not meant.is_exact
    assert meant.bodies == (body,)


def test_a_part_of_a_name_offers_the_bodies_that_hold_it(real_edition: Edition) -> None:
    """Several bodies deal with the environment: none is chosen, all near ones are offered, at most five."""
    meant = body_meant(real_edition, "environment")
    assert not meant.is_exact
    assert 2 <= len(meant.bodies) <= 5


@pytest.mark.parametrize("typed", ["qqqq", "?!", "", "x" * 500])
def test_what_is_near_to_nothing_means_nothing(real_edition: Edition, typed: str) -> None:
    """No body is guessed."""
    assert body_meant(real_edition, typed).bodies == ()
