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
    levels: dict[str, str]
    ocean: str
    land: str
    shade: str
    border: str
    tints: tuple[str, ...]
    chair: str
    host: str
    standings: dict[str, str]
    unknown: str


LIGHT = Theme(
    ink="#0d151d",
    muted="#5d6672",
    line="#dcd7cc",
    paper="#ffffff",
    accent="#1d4e89",
    pillars={"apsc": "#1d4e89", "aec": "#c0822a", "ascc": "#2f7f6f", "cross": "#7a7f87", "none": "#b4b2ab"},
    levels={
        "summit": "#7a2e4d", "ministerial": "#1d4e89", "senior_official": "#2f7f6f", "committee": "#c0822a",
        "working_group": "#7d8b3c", "forum": "#6f7fb5", "other": "#9a978e",
    },
    ocean="#e6edf2",
    land="#f6f3ec",
    shade="#e0d9c6",
    border="#b9b3a5",
    tints=("#d3e2f2", "#b5cee8", "#94b8db", "#729fcf", "#4f86c0"),
    chair="#a3341f",
    host="#6b4fa0",
    standings={"member": "#1d4e89", "observer": "#2f7f6f", "partner": "#9a6418", "former": "#5d6672"},
    unknown="#8d8a80",
)  # fmt: skip
DARK = Theme(
    ink="#e6e3dc",
    muted="#a3a9b2",
    line="#343d48",
    paper="#12171d",
    accent="#8ab4e8",
    pillars={"apsc": "#6f9fdc", "aec": "#dfa75a", "ascc": "#62b5a3", "cross": "#9aa0a9", "none": "#646b75"},
    levels={
        "summit": "#d484a5", "ministerial": "#6f9fdc", "senior_official": "#62b5a3", "committee": "#dfa75a",
        "working_group": "#b3c06f", "forum": "#a3aee0", "other": "#8b8f96",
    },
    ocean="#0d1218",
    land="#262e38",
    shade="#3d4652",
    border="#4b5664",
    tints=("#2b3a4d", "#2f475f", "#345579", "#3a6392", "#4274aa"),
    chair="#f08a6c",
    host="#b79be8",
    standings={"member": "#8ab4e8", "observer": "#62b5a3", "partner": "#dfa75a", "former": "#a3a9b2"},
    unknown="#7f8790",
)  # fmt: skip


def theme(kind: str | None) -> Theme:
    """The theme in force, by Streamlit's name for it; light when it is not known yet."""
    return DARK if kind == "dark" else LIGHT


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour mixed with a ground, both as hex; share 1 is the colour itself."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(own * share + other * (1 - share)):02x}" for own, other in pairs)


def readable(ground: str, theme: Theme) -> str:
    """Ink or paper, whichever stands out more from a ground."""
    return max((theme.ink, theme.paper), key=lambda colour: abs(_lightness(colour) - _lightness(ground)))


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
