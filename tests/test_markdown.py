"""Text of the data inside Markdown."""

import pytest

from sidang.markdown import literal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASEAN Plus Three (2+1), 10-12 May", "ASEAN Plus Three (2+1), 10-12 May"),
        ("**bold** and `code`", r"\*\*bold\*\* and \`code\`"),
        ("[a](b) <i> a_b ~x~ $y$ |z| &amp; \\", r"\[a\](b) \<i\> a\_b \~x\~ \$y\$ \|z\| \&amp; \\"),
        ("two\n\nlines", "two lines"),
        (":red[x] :smile: 10:30 Day: one", ":\u2060red\\[x\\] :\u2060smile: 10:\u206030 Day: one"),
        ("https://a.b www.c.d e@f.g", "https:\u2060//a.b www\u2060.c.d e@\u2060f.g"),
        ("a -- b -> c >= d", "a -\u2060- b -\u2060\\> c \\>\u2060= d"),
    ],
)
def test_signs_of_markup_are_text(text: str, expected: str) -> None:
    """What would act as markup, early or late, is made harmless; other signs stay as they are."""
    assert literal(text) == expected
