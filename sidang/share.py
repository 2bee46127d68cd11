"""Copying the link of a page: as it is, or frozen to its edition and day. Works on plain http too.

The same small piece of script keeps the document's language in step with the page's, which no server can do once the
document has been sent.
"""

import datetime
import urllib.parse

import streamlit as st

from sidang.edition import Edition
from sidang.language import Language
from sidang.view import View, to_query

MARKUP = """
<div class="links">
  <button type="button" data-link="link"></button>
  <button type="button" data-link="frozen"></button>
  <span role="status"></span>
</div>
"""
STYLE = """
.links { display: flex; flex-wrap: wrap; gap: 0.9rem; align-items: baseline; justify-content: flex-end; }
button { background: none; border: 0; padding: 0.35rem 0; font: inherit; font-size: 0.875rem; cursor: pointer;
  color: var(--st-link-color); }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px;
  border-radius: var(--st-base-radius); }
span { font-size: 0.875rem; color: var(--st-text-color); }
span:empty { display: none; }
@media print { .links { display: none; } }
"""
SCRIPT = """
async function copy(text) {
  if (window.isSecureContext && navigator.clipboard) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* refused: the older way below */ }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.appendChild(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

export default function ({ parentElement, data }) {
  document.documentElement.lang = data.language;
  const status = parentElement.querySelector("span");
  for (const button of parentElement.querySelectorAll("button")) {
    const link = data[button.dataset.link];
    button.textContent = link.label;
    button.title = link.help;
    button.onclick = async () => {
      const query = link.query ? "?" + link.query : "";
      const copied = await copy(window.location.origin + window.location.pathname + query);
      status.textContent = copied ? data.copied : data.failed;
      window.clearTimeout(status.timer);
      status.timer = window.setTimeout(() => { status.textContent = ""; }, 4000);
      button.focus();
    };
  }
}
"""

_links = st.components.v2.component("sidang_links", html=MARKUP, css=STYLE, js=SCRIPT)


def draw_links(view: View, edition: Edition, as_of: datetime.date, language: Language, key: str) -> None:
    """The two buttons: "Copy link" and "Copy frozen link"."""
    _ = language.text
    _links(
        data={
            "language": language.code,
            "copied": _("Copied"),
            "failed": _("The browser does not allow copying; take the link from its address bar."),
            "link": {
                "label": _("Copy link"),
                "help": _("A link to this view; it shows what is known when it is opened."),
                "query": query_of(view),
            },
            "frozen": {
                "label": _("Copy frozen link"),
                "help": _("A link to exactly these figures: fixed to edition {edition} and this day.", edition=edition.id),
                "query": query_of(frozen(view, edition, as_of)),
            },
        },
        key=key,
    )


def frozen(view: View, edition: Edition, as_of: datetime.date) -> View:
    """The view fixed to an edition and a day, so that it shows the same figures for ever."""
    return view.with_(edition=edition.id, as_of=as_of.isoformat())


def query_of(view: View) -> str:
    """The query of a view as one text, ready to stand in an address."""
    return urllib.parse.urlencode(to_query(view), safe=",")
