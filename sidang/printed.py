"""What only paper shows: the whole table where the screen scrolls, the filters in words, the address of the view.

A table of the screen is a canvas of the rows in sight. A script beside it keeps the rows as text and writes them into the
page when the browser begins to print, and takes them out again: reading on the screen costs no row more.
Everything stands in containers whose key begins with `printed`, which static/frame.css shows on paper alone.
"""

from typing import Any

import pandas as pd
import streamlit as st

from sidang.language import Language

MOST_ROWS = 200
TABLE = '<div class="table"></div>'
ADDRESS = '<p class="address"></p>'
STYLE = """
table { border-collapse: collapse; width: 100%; font-size: 0.8rem; line-height: 1.3; color: var(--st-text-color); }
th, td { text-align: left; vertical-align: top; padding: 0.12rem 0.7rem 0.12rem 0; }
.short { white-space: nowrap; }
th { border-bottom: 1px solid; font-weight: 600; }
td { border-bottom: 1px solid var(--st-border-color); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
p { font-size: 0.8rem; margin: 0.4rem 0 0; overflow-wrap: anywhere; color: var(--st-text-color); }
"""
SCRIPT = """
function row(name, cells) {
  const line = document.createElement("tr");
  line.append(...cells.map((text) => {
    const cell = Object.assign(document.createElement(name), { textContent: text });
    if (text.length < 12) cell.className = "short";
    return cell;
  }));
  return line;
}

function written({ columns, rows, more }) {
  const [table, head, body] = ["table", "thead", "tbody"].map((name) => document.createElement(name));
  head.append(row("th", columns));
  body.append(...rows.map((cells) => row("td", cells)));
  table.append(head, body);
  return more ? [table, Object.assign(document.createElement("p"), { textContent: more })] : [table];
}

export default function ({ parentElement, data }) {
  const place = parentElement.querySelector(".table");
  const paper = window.matchMedia("print");
  const write = () => place.replaceChildren(...written(data));
  const clear = () => place.replaceChildren();
  const turn = () => (paper.matches ? write() : clear());
  place.release?.();
  window.addEventListener("beforeprint", write);
  window.addEventListener("afterprint", clear);
  paper.addEventListener("change", turn);
  place.release = () => {
    window.removeEventListener("beforeprint", write);
    window.removeEventListener("afterprint", clear);
    paper.removeEventListener("change", turn);
  };
  turn();
  place.dataset.ready = "";
  return () => place.release();
}
"""

FIT = """
// The paper of static/frame.css less its margins, in pixels; pictures stay as wide as the screen has made them.
const PAPER = 1031;
const LARGEST = 0.8;

export default function ({ parentElement, data }) {
  const place = parentElement.querySelector(".address");
  const sheet = parentElement.host?.closest(".st-key-sheet");
  // Told of each new width, it never has to measure: that would lay the whole page out once more at each change.
  const fit = ([{ contentRect: { width } }]) => {
    const zoom = String(width ? Math.min(LARGEST, PAPER / width) : LARGEST);
    if (sheet.style.getPropertyValue("--sidang-paper-zoom") !== zoom) sheet.style.setProperty("--sidang-paper-zoom", zoom);
  };
  place.textContent = data.text.replace("{}", window.location.origin + window.location.pathname + "?" + data.query);
  place.release?.();
  const watch = new ResizeObserver(fit);
  if (sheet) watch.observe(sheet);
  place.release = () => watch.disconnect();
  place.dataset.ready = "";
  return () => place.release();
}
"""

_table = st.components.v2.component("sidang_printed_table", html=TABLE, css=STYLE, js=SCRIPT)
_address = st.components.v2.component("sidang_printed_address", html=ADDRESS, css=STYLE, js=FIT)


def draw_table(table: pd.DataFrame, key: str, language: Language, is_downloadable: bool = False) -> None:
    """The first rows of a table for paper, and a line that says how many there are where those are not all.

    Args:
        table: what the screen shows beside it.
        key: a name that no other table of the page has.
        language: the language of the page.
        is_downloadable: whether the page offers all rows as a file.
    """
    with st.container(key=f"printed_{key}"):
        _table(data=rows_of(table, language, is_downloadable), key=f"table_on_paper_{key}")


def rows_of(table: pd.DataFrame, language: Language, is_downloadable: bool = False) -> dict[str, Any]:
    """What the script writes: columns, rows as texts, and what is said of the rest."""
    _ = language.text
    table = table.drop(columns=[name for name in table if _is_of_addresses(table[name])])
    texts = table.head(MOST_ROWS).astype(object).where(table.head(MOST_ROWS).notna(), "")
    more = ""
    if len(table) > MOST_ROWS:
        more = _(
            "The first {shown} of {n} rows; the page on the screen has all.",
            shown=language.number(MOST_ROWS),
            n=language.number(len(table)),
        )
        if is_downloadable:
            more += " " + _("Its download has them as a file.")
    return {
        "columns": list(map(str, table.columns)),
        "rows": [[str(cell) for cell in row] for row in texts.to_numpy()],
        "more": more,
    }


def _is_of_addresses(column: pd.Series) -> bool:
    """Whether a column leads elsewhere, which paper cannot."""
    filled = [cell for cell in column if isinstance(cell, str) and cell]
    return bool(filled) and all(cell.startswith("/") for cell in filled)


def draw_filters(words: list[str], language: Language) -> None:
    """The filters in force in words, in place of the chips."""
    if words:
        with st.container(key="printed_filters"):
            st.markdown(language.text("In view: {filters}", filters=" · ".join(words)))


def draw_address(query: str, edition: str, language: Language) -> None:
    """Where the printed view is found again with the same figures; its script makes the page as wide as the paper."""
    text = language.text("Edition {edition}. This view as printed: {address}", edition=edition, address="{}")
    with st.container(key="printed_address"):
        _address(data={"text": text, "query": query}, key="address_on_paper")
