"""Changes between two editions in words: one line of Markdown a meeting, and one sentence for all."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sidang.changes import Change, FieldChange
from sidang.fact_words import entry_renderings, entry_words, renderings, told_apart
from sidang.facts import Topic
from sidang.language import Language
from sidang.markdown import literal
from sidang.names import meeting_name

MOST_SHOWN = 5


def sentence(changes: Sequence[Change], language: Language) -> str:
    """How many meetings were added, removed and changed: "3 meetings added, 1 removed, 5 changed"."""
    if not changes:
        return language.text("nothing has changed")
    n = Counter[str](change.kind for change in changes)
    with_noun = {
        "added": language.count("{n} meeting added", "{n} meetings added", n["added"]),
        "removed": language.count("{n} meeting removed", "{n} meetings removed", n["removed"]),
        "changed": language.count("{n} meeting changed", "{n} meetings changed", n["changed"]),
    }
    without = {
        "added": language.count("{n} added", "{n} added", n["added"]),
        "removed": language.count("{n} removed", "{n} removed", n["removed"]),
        "changed": language.count("{n} changed", "{n} changed", n["changed"]),
    }
    first, *others = [kind for kind in with_noun if n[kind]]
    return ", ".join([with_noun[first], *(without[kind] for kind in others)])


def line(change: Change, language: Language) -> str:
    """One change as a line of Markdown: "**19th SOC-COM** (10 Aug 2023): place Manila → Jakarta; 1 source more".

    The meeting bears the name and dates that it has in the edition after, a removed one those before.
    """
    _ = language.text
    row = change.after or change.before
    name = f"**{literal(meeting_name(row, language))}** ({language.dates(row.start_date, row.end_date)})"
    if change.kind == "changed":
        return f"{name}: " + "; ".join(field_line(field, language) for field in change.fields)
    return f"{name}: " + (_("added") if change.kind == "added" else _("removed"))


def field_line(change: FieldChange, language: Language) -> str:
    """One field that changed: its name, and what it was and is, or for a list what came (+) and went (−)."""
    if change.field in ("sources", "contradictions"):
        return _counted(change, language)
    label = field_names(language)[change.field]
    if type(change.before) is tuple:  # not a named one: a list
        return f"{label} {_list_line(change, language)}"
    return f"{label} {_arrow(change, language)}"


def field_names(language: Language) -> dict[str, str]:
    """The names of the fields that are told with their values."""
    _ = language.text
    return {
        "event_id": _("id"),
        "name": _("name"),
        "name_basis": _("basis of the Indonesian name"),
        "ordinal": _("number"),
        "ordinal_basis": _("basis of the number"),
        "dates": _("date"),
        "dates_basis": _("basis of the date"),
        "dates_cover": _("the date is that of"),
        "status": _("status"),
        "mode": _("mode"),
        "mode_basis": _("basis of the mode"),
        "place": _("place"),
        "venue": _("venue"),
        "note": _("note"),
        "body": _("body"),
        "organization": _("organization"),
        "pillar": _("pillar"),
        "level": _("level"),
        "involved_pillars": _("pillars involved"),
        "participants": _("participants"),
        "documents": _("documents"),
        "topics": _("topics"),
        "links": _("links"),
    }


def _arrow(change: FieldChange, language: Language) -> str:
    empty = language.text("none") if change.field in ("name", "note") else language.text("not known")
    return told_apart(change.before, change.after, renderings(change.field, language), empty)


def _list_line(change: FieldChange, language: Language) -> str:
    before, after = Counter(change.before), Counter(change.after)
    gone, came = list((before - after).elements()), list((after - before).elements())
    if not gone and not came:
        return language.text("in another order")
    pairs = [(old, new) for old in gone for new in came if _is_same(old, new, gone, came)]
    paired = [entry for pair in pairs for entry in pair]
    told = [told_apart(old, new, entry_renderings(old, language)) for old, new in pairs]
    for sign, entries in (("+", came), ("−", gone)):
        told += [f"{sign} {literal(entry_words(language, entry))}" for entry in entries if entry not in paired]
    more = len(told) - MOST_SHOWN
    shown = ", ".join(told[:MOST_SHOWN])
    return language.count("{shown} and {n} more", "{shown} and {n} more", more, shown=shown) if more > 0 else shown


def _is_same(old: Any, new: Any, gone: list[Any], came: list[Any]) -> bool:
    """Whether two entries are the same record, changed: its only entry of those that went and of those that came."""
    return [entry for entry in (*gone, *came) if _key(entry) == _key(old)] == [old, new]


def _key(entry: Any) -> str:
    return str(entry.topic if isinstance(entry, Topic) else entry.id)


def _counted(change: FieldChange, language: Language) -> str:
    before, after = frozenset(change.before), frozenset(change.after)
    more, fewer = len(after - before), len(before - after)
    if change.field == "sources":
        told = (
            language.count("{n} source more", "{n} sources more", more),
            language.count("{n} source fewer", "{n} sources fewer", fewer),
        )
    else:
        told = (
            language.count("{n} contradicting claim more", "{n} contradicting claims more", more),
            language.count("{n} contradicting claim fewer", "{n} contradicting claims fewer", fewer),
        )
    return ", ".join(text for text, n in zip(told, (more, fewer), strict=True) if n)
