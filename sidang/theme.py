"""The look, named once: colours of the pillars and of marks, for light and dark.

The pillar colours were checked side by side for the common kinds of colour blindness and in grey print; hatching, not
colour, marks what is unfinished.
"""

from dataclasses import dataclass

HEADING_FONT = "Source Serif, serif"
BODY_FONT = "Source Sans, sans-serif"


@dataclass(frozen=True)
class Theme:
    """Colours of one theme as hex values."""

    ink: str
    muted: str
    line: str
    paper: str
    accent: str
    pillars: dict[str, str]


LIGHT = Theme(
    ink="#1c2530",
    muted="#5d6672",
    line="#dcd7cc",
    paper="#ffffff",
    accent="#1d4e89",
    pillars={"apsc": "#1d4e89", "aec": "#c0822a", "ascc": "#2f7f6f", "cross": "#7a7f87", "none": "#b4b2ab"},
)
DARK = Theme(
    ink="#e6e3dc",
    muted="#a3a9b2",
    line="#343d48",
    paper="#12171d",
    accent="#8ab4e8",
    pillars={"apsc": "#6f9fdc", "aec": "#dfa75a", "ascc": "#62b5a3", "cross": "#9aa0a9", "none": "#646b75"},
)


def theme(kind: str | None) -> Theme:
    """The theme in force, by Streamlit's name for it; light when it is not known yet."""
    return DARK if kind == "dark" else LIGHT
