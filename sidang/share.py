"""Copying the link of a page: as it is, or frozen to its edition and day. Works on plain http too.

The same small piece of script keeps the document's language in step with the page's, which no server can do once the
document has been sent, and lets links in texts lead to other pages within the same tab: Streamlit opens a new one for each.
"""

import datetime
import urllib.parse

import streamlit as st

from sidang.document import PAGE_PATHS
from sidang.edition import Edition
from sidang.language import Language
from sidang.view import View, to_query

MARKUP = """
<div class="links">
  <button type="button" data-link="link" hidden><svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1"/>
  </svg><span></span></button>
  <button type="button" data-link="frozen" hidden><svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M5 9.5h10v7H5zM7.2 9.5V6.3a2.8 2.8 0 0 1 5.6 0v3.2"/>
  </svg><span></span></button>
  <span role="status"></span>
</div>
"""
STYLE = """
.links { display: flex; gap: 0.9rem; align-items: center; justify-content: flex-end; position: relative; }
button { background: none; border: 0; padding: 0.35rem 0; font: inherit; font-size: 0.875rem; cursor: pointer;
  color: var(--st-link-color); white-space: nowrap; }
button:hover { text-decoration: underline; }
svg { display: none; width: 1.35rem; height: 1.35rem; fill: none; stroke: currentColor; stroke-width: 1.6;
  stroke-linecap: round; vertical-align: middle; }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px;
  border-radius: var(--st-base-radius); }
[role=status] { font-size: 0.875rem; color: var(--st-text-color); background: var(--st-background-color);
  position: absolute; top: 100%; right: 0; width: max-content; max-width: 70vw; z-index: 1; }
@container (max-width: 43rem) {
  .links { gap: 0.25rem; }
  button { padding: 0.35rem; min-width: 2rem; }
  svg { display: inline; }
  button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
"""
FOLLOW = """
// Another page of the dashboard within the same tab and session, by one entry of the history, seen from its top.
function go(target, from) {
  window.history.pushState({}, "", target);
  for (let place = from; place; place = place.parentElement) place.scrollTop = 0;
  window.dispatchEvent(new PopStateEvent("popstate"));
}
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

// A link in a text leads to another page of the dashboard; with a modifier key, or to anywhere else, it does what the
// browser does.
function follow(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = event.target.closest?.("a[href]");
  if (!anchor || anchor.hasAttribute("download")) return;
  const target = new URL(anchor.href, window.location.href);
  const isPlace = target.pathname === window.location.pathname && target.search === window.location.search && target.hash;
  if (target.origin !== window.location.origin || isPlace || !window.sidangPages.includes(target.pathname)) return;
  event.preventDefault();
  go(target, anchor);
}

export default function ({ parentElement, data }) {
  if (!window.sidangPages) document.addEventListener("click", follow);
  window.sidangPages = data.pages;
  document.documentElement.lang = data.language;
  const status = parentElement.querySelector("[role=status]");
  for (const button of parentElement.querySelectorAll("button")) {
    const link = data[button.dataset.link];
    button.querySelector("span").textContent = link.label;
    button.title = link.help;
    button.hidden = false;
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

WAY = """
export default function ({ parentElement, data }) {
  const place = parentElement.querySelector("span");
  if (place.dataset.address === data.address) return;
  place.dataset.address = data.address;
  const host = parentElement.getRootNode().host ?? parentElement;
  go(new URL(data.address, window.location.href), host);
}
"""

_links = st.components.v2.component("sidang_links", html=MARKUP, css=STYLE, js=FOLLOW + SCRIPT)


_way = st.components.v2.component("sidang_way", html="<span></span>", js=FOLLOW + WAY)


def lead_to(address: str, key: str) -> None:
    """Bring the reader to another page of the dashboard, as if a link to it had been followed.

    st.switch_page with a query makes two entries of the history: Back would show the page left with the query of the next.
    """
    _way(data={"address": address}, key=key)


def draw_links(view: View, edition: Edition, as_of: datetime.date, language: Language, key: str) -> None:
    """The two buttons: "Copy link" and "Copy frozen link"."""
    _ = language.text
    _links(
        data={
            "language": language.code,
            "pages": PAGE_PATHS,
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
        width="content",
    )


def frozen(view: View, edition: Edition, as_of: datetime.date) -> View:
    """The view fixed to an edition and a day, so that it shows the same figures for ever."""
    return view.with_(edition=edition.id, as_of=as_of.isoformat())


def query_of(view: View) -> str:
    """The query of a view as one text, ready to stand in an address."""
    return urllib.parse.urlencode(to_query(view), safe=",")
