"""The page of pillars: its answer, meetings by year and pillar as panels and as cells, and levels."""

from collections import Counter, defaultdict
from typing import Any

import streamlit as st

from sidang import charted_years, pillar_charts, pillar_links
from sidang.cell_chart import Line, cells
from sidang.clicks import draw_shown, linked, table_of
from sidang.frame import KEPT_PARTS, Page, draw_sources
from sidang.links import counted
from sidang.names import meetings_in_view, sum_in_words
from sidang.options import level_names, pillar_names
from sidang.picture import Shown
from sidang.questions import one
from sidang.time_axis import TimeAxis

TABLE_PIXELS = 400


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_answer(_page: Page, key: str) -> None:
    """The answer in one sentence, and what is said of involved pillars beside it."""
    st.markdown(sentence(_page))


def sentence(page: Page) -> str:
    """How many meetings each pillar leads, the fullest first, and at how many a source names further ones."""
    language, _ = page.language, page.language.text
    counts = led(page)
    known = one(page.ask("known_fields"))
    total = meetings_in_view(language, known.meetings, page.view)
    if not counts:
        return _("{meetings} in view.", meetings=total)
    names = pillar_names(page.edition, language)
    parts = [
        f"{names[pillar]} {counted(language, meetings, pillar_links.of_pillar(page.view, pillar))}"
        for pillar, meetings in counts.most_common()
    ]
    answer = _("{meetings} in view, by the pillar that leads: {pillars}.", meetings=total, pillars=language.listing(parts))
    involved = language.count(
        "At {n} of them a source names further pillars as involved.",
        "At {n} of them a source names further pillars as involved.",
        known.involvement,
    )
    return f"{answer} {involved}" if known.involvement else answer


def led(page: Page) -> Counter[str]:
    """The meetings in view by lead pillar."""
    counts: Counter[str] = Counter()
    for row in page.ask("meetings_by_level"):
        counts[row.pillar_id] += row.meetings
    return counts


def years_of(page: Page) -> TimeAxis | None:
    """The years of the page's charts."""
    planned = page.ask("planned_by_year") if page.view.is_planned_charted else ()
    return charted_years.axis_of(page, (row.year for row in (*page.ask("meetings_by_year"), *planned)))


def panels(page: Page, axis: TimeAxis) -> Shown:
    """Meetings by year, a panel a pillar."""
    language, _ = page.language, page.language.text
    rows, counts, known = page.ask("meetings_by_year"), led(page), one(page.ask("known_fields"))
    involved = page.ask("involvement_by_year")
    named = {row.pillar_id for row in involved}
    names = {code: name for code, name in pillar_names(page.edition, language).items() if counts[code] or code in named}
    titles = {code: f"{name} · {language.number(counts[code])}" for code, name in names.items()}
    words = [
        "%{x}: %{y}<extra></extra>",
        _("{year}: {n}, named as involved", year="%{x}", n="%{y}") + "<extra></extra>",
        _("named as involved"),
    ]
    counted = _("Meetings known to be held, by year of their first day, under the body's lead pillar, so that bars add up.")
    marked = _(
        "A diamond counts meetings of which a source names the pillar as involved beside the lead pillar; not in the bars."
    )
    return Shown(
        _("Year by year, in each pillar"),
        pillar_charts.small_multiples(rows, involved, titles, axis, words, page.theme),
        (counted, *([marked] if known.involvement else []), *charted_years.notes_of(page, axis)),
        (
            charted_years.known_line(page, _("Year"), known.dated),
            charted_years.known_line(page, _("Lead pillar"), known.meetings),
            charted_years.known_line(page, _("Involved pillars"), known.involvement),
        ),
        _("A panel of bars for each pillar; the table below gives each figure with a link."),
    )


def grid(page: Page, axis: TimeAxis) -> Shown:
    """Meetings by year and pillar as cells."""
    language, _ = page.language, page.language.text
    rows, counts, known = page.ask("meetings_by_year"), led(page), one(page.ask("known_fields"))
    names = pillar_names(page.edition, language)
    lines = [Line(code, name, page.theme.pillars[code]) for code, name in names.items() if counts[code]]
    figure = cells(
        lines,
        {str(year): str(year) for year in axis.years},
        {(row.pillar_id, str(row.year)): row.meetings for row in rows},
        "%{customdata[2]}, %{x}: %{hovertext}<extra></extra>",
        page.theme,
        axis,
    )
    return Shown(
        _("Meetings by year and pillar, as cells"),
        figure,
        below=(charted_years.known_line(page, _("Year and lead pillar"), known.dated),),
        alt=_("Cells of meetings by year and pillar; the table below gives each figure with a link."),
    )


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _pictures_of_years(_page: Page, key: str, _axis: TimeAxis) -> tuple[Shown, Shown]:
    return panels(_page, _axis), grid(_page, _axis)


def draw_years(page: Page, key: str) -> None:
    """Meetings by year and pillar: panels, cells, and the table whose figures lead to the meetings."""
    _ = page.language.text
    axis = years_of(page)
    if axis is None:
        st.subheader(_("Year by year, in each pillar"), anchor=False)
        st.info(_("No meeting in view has a date."))
        return
    in_panels, in_cells = _pictures_of_years(page, key, axis)
    draw_shown(page, "pillar-panels", in_panels, lambda codes: _year_clicked(page, codes))
    draw_shown(page, "pillar-cells", in_cells, lambda codes: _year_clicked(page, codes), is_minor=True)
    st.caption(_("A bar or a cell leads to its meetings: a click narrows the view."))
    draw_year_table(page, key, axis)
    draw_sources(page, "held")


def _year_clicked(page: Page, codes: list[str]) -> Any:
    pillar, year = codes[:2]
    by_role = pillar_links.of_pillar_in_any_role if "involved" in codes else pillar_links.of_pillar
    return pillar_links.of_year(by_role(page.view, pillar), int(year))


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_year_table(_page: Page, key: str, _axis: TimeAxis) -> None:
    """Each year with its pillars, figures as links, what is known of its series, its chair; and the line that reconciles."""
    language, _ = _page.language, _page.language.text
    view, names, counts = _page.view, pillar_names(_page.edition, language), led(_page)
    pillars = [code for code in names if counts[code]]
    by_year: dict[int, Counter[str]] = defaultdict(Counter)
    for row in _page.ask("meetings_by_year"):
        by_year[row.year][row.pillar_id] = row.meetings
    beside: dict[int | None, list[str]] = defaultdict(list)
    for row in _page.ask("involvement_by_year"):
        both = by_year[row.year][row.pillar_id] + row.meetings if row.year else row.meetings
        link = linked(_page, both, pillar_links.of_year(pillar_links.of_pillar_in_any_role(view, row.pillar_id), row.year))
        beside[row.year].append(f"{names[row.pillar_id]} {link}")
    words = charted_years.thinness_in_words(_page)
    heads = {_("Year"): False, **{names[code]: True for code in pillars}, _("All"): True}
    heads |= dict.fromkeys((_("Leading or involved"), _("Numbered series"), _("Chair")), False)
    rows = []
    for year in reversed(_axis.years):
        found = by_year[year]
        led_by = [
            linked(_page, found[code], pillar_links.of_year(pillar_links.of_pillar(view, code), year)) for code in pillars
        ]
        everything = linked(_page, found.total(), pillar_links.of_year(view, year))
        chair = _axis.chairs.get(year)
        rows.append(
            [
                str(year), *led_by, everything, "; ".join(beside[year]), words.get(year, _("not told by numbers")),
                ", ".join(chair.names) if chair else "",
            ]
        )  # fmt: skip
    with st.container(height=TABLE_PIXELS):
        st.markdown(table_of(heads, rows))
    known = one(_page.ask("known_fields"))
    terms = {names[code]: counts[code] for code, _count in counts.most_common()}
    st.markdown(sum_in_words(language, known.meetings, terms))


def by_level(page: Page) -> dict[tuple[str, str], int]:
    """The meetings in view by level and lead pillar."""
    return {(row.level, row.pillar_id): row.meetings for row in page.ask("meetings_by_level")}


def levels(page: Page) -> Shown | None:
    """Meetings by level, split by lead pillar; None where none is in view."""
    language, _ = page.language, page.language.text
    counts = by_level(page)
    hover = "%{y}: %{x} · %{fullData.name}<extra></extra>"
    names, pillars = level_names(language), pillar_names(page.edition, language)
    if not counts:
        return None
    return Shown(
        _("On which level"),
        pillar_charts.levels(counts, names, pillars, hover, page.theme),
        below=(
            charted_years.known_line(page, _("Level"), one(page.ask("known_fields")).meetings),
            _("It is that of the body; conferences, networks and secretariats stand under the last one."),
        ),
        alt=_("Bars of meetings by level; the table below gives each figure with a link."),
    )


def draw_levels(page: Page, key: str) -> None:
    """Meetings by level, split by lead pillar, with the table whose figures lead to the meetings."""
    language, _ = page.language, page.language.text
    names, pillars, counts, shown = level_names(language), pillar_names(page.edition, language), by_level(page), levels(page)
    if shown is None:
        return
    draw_shown(page, "levels", shown, lambda codes: pillar_links.of_level(page.view, codes[0], codes[1]))
    leading = [code for code in pillars if any(pillar == code for _level, pillar in counts)]
    rows = []
    for level in (code for code in names if any(found == code for found, _pillar in counts)):
        of_level = {pillar: counts.get((level, pillar), 0) for pillar in leading}
        led_by = [linked(page, n, pillar_links.of_level(page.view, level, pillar)) for pillar, n in of_level.items()]
        everything = linked(page, sum(of_level.values()), pillar_links.of_level(page.view, level))
        rows.append([names[level], *led_by, everything])
    st.markdown(table_of({_("Level"): False, **{pillars[code]: True for code in leading}, _("All"): True}, rows))
