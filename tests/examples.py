"""Every page that app.py registers, each with a link that shows something worth looking at.

Browser tests, print tests and screenshots go through them, so that a new page is looked at by itself.
"""

import ast
import urllib.parse

from tests.small import ROOT

APP = ROOT / "app.py"
NAVIGATION = ROOT / "sidang" / "navigation.py"
DAY = "2026-05-10"  # the last day about which sources were read
# What pages show that are about one record, or show one beside the rest.
RECORDS = {
    "/membership": "tls.asean",
    "/participant": "idn",
    "/event": "soc-com-19",
    "/body": "soc-com",
    "/document": "culture-of-prevention-2017",
}


def registered() -> list[tuple[str, str]]:
    """The pages that sidang/navigation.py registers, in its order: the file and the path of each."""
    calls = (node for node in ast.walk(ast.parse(NAVIGATION.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    pages = []
    for call in calls:
        if ast.unparse(call.func) == "st.Page":
            options = {
                keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords if keyword.arg == "url_path"
            }
            pages.append((str(ast.literal_eval(call.args[0])), f"/{options.get('url_path', '')}"))
    return pages


def page_paths() -> list[str]:
    """The paths of all pages."""
    return [path for _, path in registered()]


def example(path: str, **query: str) -> str:
    """The link of a page's example: a fixed day, its record where it has one, and what else is asked for."""
    record = {"id": RECORDS[path]} if path in RECORDS else {}
    return f"{path}?{urllib.parse.urlencode({'as_of': DAY} | record | query, safe=',')}"
