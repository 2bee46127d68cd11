"""What a search is looked up as: words and phrases in the folded form of the meetings' texts, in both languages."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from sidang.asking import Asking
from sidang.edition import Edition
from sidang.questions import Rows, ask
from sidang.text import fold

KEPT_GLOSSARIES = 8
LONGEST_WHOLE_WORD = 4
FUNCTION_WORDS = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "mengenai", "oleh", "pada", "para", "tentang", "untuk", "yang",
))  # fmt: skip


@dataclass(frozen=True)
class Glossary:
    """The terms of an edition, folded, each with the entry it is looked up as, and how many words the longest has."""

    entries: dict[str, str]
    longest: int


def sought(edition: Edition, search: str) -> tuple[str, ...]:
    """The words and phrases of a search, each once, in the order given, as filtered_events.sql takes them.

    Words that together are a term of search_terms, as many as may be, become one entry: all terms of that concept, joined
    by "|". So a search finds the same meetings in whichever language it is typed. Other words stay as they are; "and",
    "tentang" and the like count only where nothing else is sought.
    """
    glossary = _glossary(edition)
    tokens = [text for text in map(fold, search.split()) if text]
    found: list[str] = []
    while tokens:
        sizes = range(min(len(tokens), glossary.longest), 0, -1)
        size = next((size for size in sizes if " ".join(tokens[:size]) in glossary.entries), 1)
        found.append(glossary.entries.get(" ".join(tokens[:size])) or _typed(tokens[0]))
        tokens = tokens[size:]
    return tuple(dict.fromkeys([entry for entry in found if entry not in FUNCTION_WORDS] or found))


def finds(entries: tuple[str, ...], text: str) -> bool:
    """Whether a text has all that is sought, as events_by_filter.sql looks it up: from the beginning of a word."""
    folded = f" {fold(text)} "
    return all(any(f" {term}" in folded for term in entry.split("|")) for entry in entries)


def documents_in_view(asking: Asking) -> Rows:
    """The documents of a view: rows of document_register.sql whose title has all that the view seeks."""
    terms = sought(asking.edition, asking.view.search)
    rows = asking.ask("document_register")
    return tuple(row for row in rows if finds(terms, f"{row.name} {row.name_indonesian or ''}"))


def _typed(text: str) -> str:
    """A word or hyphenated name as it is looked up: its parts side by side, a number whole ("soc com 1" finds no 19th)."""
    return f"{text} " if text[-1].isdigit() else text


@lru_cache(KEPT_GLOSSARIES)
def _glossary(edition: Edition) -> Glossary:
    concepts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(edition, "search_terms"):
        concepts[row.concept_id].append((fold(row.term), row.language))
    terms: dict[str, str] = {}
    plurals: dict[str, str] = {}
    for concept in concepts.values():
        entry = _alternatives([form for term, language in concept for form in _forms(term, language)])
        terms |= {term: entry for term, _ in concept}
        plurals |= {plural: entry for term, language in concept for plural in _plurals(term, language)}
    entries = plurals | terms
    return Glossary(entries, max((entry.count(" ") + 1 for entry in entries), default=1))


def _forms(term: str, language: str) -> list[str]:
    """A term as it stands in the texts: a short word and its plural whole ("seni" is no "senior"), a longer one begun."""
    last = term.rsplit(maxsplit=1)[-1]
    if len(last) > LONGEST_WHOLE_WORD and not last[-1].isdigit():
        return [term]
    return [f"{form} " for form in (term, *_plurals(term, language))]


def _plurals(term: str, language: str) -> tuple[str, ...]:
    """The plurals of a folded term: English ones and the possessive, Indonesian ones by doubling; none of an acronym."""
    match language:
        case "en":
            return f"{term}s", f"{term}es", f"{term} s"
        case "id":
            return (f"{term} {term}",)
        case _:
            return ()


def _alternatives(forms: list[str]) -> str:
    """The forms joined, without those that a shorter one finds as well."""
    return "|".join(form for form in forms if not any(form != other and form.startswith(other) for other in forms))
