"""Bring the catalogues in locale/ in line with the code: new texts in, dead ones out, what is translated kept.

Sorted by text and without dates, so that the same code writes the same file.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from sidang.language import LOCALE

ROOT = LOCALE.parent
KEYWORDS = {"_": None, "text": None, "count": (1, 2)}
HEADER = "# Interface texts. English texts are the keys; `make messages` brings in what the code asks for."
KEPT_HEADERS = ("Language:", "Plural-Forms:", "MIME-Version:", "Content-Type:", "Content-Transfer-Encoding:")


def update_catalogues(locale: Path = LOCALE) -> dict[Path, int]:
    """Rewrite every catalogue; returns how many of its texts still lack a translation."""
    wanted = dict(_messages())
    lacking = {}
    for path in sorted(locale.glob("*/LC_MESSAGES/sidang.po")):
        with path.open("rb") as file:
            old = read_po(file)
        new = Catalog(locale=old.locale, header_comment=HEADER, fuzzy=False)
        new.mime_headers = [header for header in old.mime_headers if header[0] == "Plural-Forms"]
        for key, places in wanted.items():
            known = old.get(key if isinstance(key, str) else key[0])
            string = known.string if isinstance(known, Message) else None
            new.add(
                key, string or ("" if isinstance(key, str) else ("",) * new.num_plurals), [(place, 0) for place in places]
            )
        path.write_text(_written(new), encoding="utf-8")
        lacking[path] = sum(1 for message in new if message.id and not all(_forms(message)))
    return lacking


def _messages() -> Iterator[tuple[str | tuple[str, ...], list[str]]]:
    found: dict[str | tuple[str, ...], list[str]] = {}
    for path in [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "sidang").glob("*.py"))]:
        for _, key, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            places = found.setdefault(key, [])
            name = path.relative_to(ROOT).as_posix()
            if name not in places:
                places.append(name)
    yield from sorted(found.items(), key=lambda item: item[0] if isinstance(item[0], str) else item[0][0])


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _written(catalogue: Catalog) -> str:
    written = io.BytesIO()
    write_po(written, catalogue, width=0, include_lineno=False)
    head, _, rest = written.getvalue().decode().partition("\n\n")
    lines = [line for line in head.splitlines() if not line.startswith('"') or line[1:].startswith(KEPT_HEADERS)]
    return "\n".join(lines) + "\n\n" + rest.rstrip("\n") + "\n"
