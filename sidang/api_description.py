"""The OpenAPI 3.1 description of `/api/v1/`, made of the table of fields and of the keys of a link."""

from typing import Any

from sidang.api_fields import CITATION, CONFLICT, PILLARS
from sidang.api_kinds import COMMON, DRAWN, KINDS
from sidang.api_types import Kind, always, object_of
from sidang.language import languages
from sidang.options import LEVELS, MODES
from sidang.view import (
    EXTENTS,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_SEARCH,
    LONGEST_VALUE,
    MAPS,
    READS,
    SECTIONS,
    SORTS,
    SPLITS,
    ZOOMS,
)

Json = dict[str, Any]
VERSION = "1"
LISTED = "Several codes are joined by commas and are alternatives."
DRAWING = "Drawing of a page; changes no answer here."
DAY = {"type": "string", "format": "date"}


def freely(says: str, example: str | None = None, **more: Any) -> tuple[str, Json]:
    """What a key says, and the schema of its value."""
    schema: Json = {"type": "string", "maxLength": LONGEST_VALUE, **more}
    return says, schema | ({"examples": [example]} if example else {})


def one_of(says: str, values: tuple[str, ...]) -> tuple[str, Json]:
    """What a key says that takes one of some values; an empty one is as if the key were not there."""
    return says, {"type": "string", "enum": [*values, ""]}


def or_empty(schema: Json) -> Json:
    """The schema of a key whose value may be empty, as if the key were not there."""
    return {"anyOf": [schema, {"const": ""}]}


def several_of(says: str, values: tuple[str, ...]) -> tuple[str, Json]:
    """What a key says that takes some of a closed list."""
    either = "|".join(values)
    return f"{says} {LISTED}", {"type": "string", "pattern": f"^({either})?(,({either})?)*$", "examples": [values[0]]}


def keys() -> dict[str, tuple[str, Json]]:
    """The keys of a link, as docs/links.md has them, with what each says and its schema."""
    return {
        "year": freely("A year or a span, by the first day of the meeting.", "2018-2023", pattern=r"^(\d{4}(-\d{4})?)?$"),
        "body": freely(f"Bodies, each with its sub-bodies. {LISTED}", "soc-com,wg-cop"),
        "sub_bodies": one_of("Bodies by themselves, without their sub-bodies.", ("no",)),
        "org": freely(f"Organizations. {LISTED}", "asean,cica"),
        "pillar": several_of("Lead pillars.", PILLARS),
        "pillar_role": one_of("Also meetings of which a source names the pillar as involved.", ("any",)),
        "level": several_of("Levels of bodies.", LEVELS),
        "country": freely(f"Where the meeting was held: ISO 3166-1 alpha-3. {LISTED}", "idn,sgp"),
        "place": freely(f"Cities or areas; or online, country_only, unknown. {LISTED}", "jakarta-idn,online"),
        "with": freely(f"Who is recorded as taking part, in any role. {LISTED}", "tls"),
        "mode": several_of("How the meeting was held.", MODES),
        "topic": freely(f"Topics that the agenda or the documents name. {LISTED}", "climate"),
        "q": ("Words that all begin a word of the texts, in either language.",
              {"type": "string", "maxLength": LONGEST_SEARCH, "examples": ["budaya pencegahan"]}),
        "status": one_of("Draws planned meetings on a page; changes no answer here.", ("all",)),
        "as_of": (f"The day from which all is seen, {FIRST_DAY} to {LAST_DAY}; today at UTC+7 where it is not given.",
                  or_empty({**DAY, "examples": ["2023-08-10"]})),
        "since": ("The day with which a page compares; changes no answer here.", or_empty(DAY)),
        "sort": one_of("The order; body and place by their names in the language of the answer.", SORTS),
        "map": one_of(DRAWING, MAPS),
        "split": one_of(DRAWING, SPLITS),
        "extent": one_of(DRAWING, EXTENTS),
        "zoom": (DRAWING, or_empty({"type": "integer", "minimum": ZOOMS[0], "maximum": ZOOMS[1]})),
        "read": one_of(DRAWING, READS),
        "section": one_of(DRAWING, SECTIONS),
        "before": freely(DRAWING),
        "after": freely(DRAWING),
        "edition": freely("The edition that answers, as long as it is kept; the served one where it is not given."),
        "lang": one_of("The language that orders names; the one of Accept-Language where it is not given.", languages()),
    }  # fmt: skip


def description(root: str, usual: int, most: int) -> Json:
    """The whole description; `usual` and `most` are the sizes of a page."""
    paths: Json = {
        root + "/": {
            "get": _operation("index", "What there is.", _keys(COMMON), {"200": _answer("Index"), **_refusals("404")})
        },
    }
    schemas: Json = {"Problem": _problem(), "Index": _index()}
    for kind in KINDS.values():
        name = kind.path.capitalize()
        schemas[f"{name}List"] = _list(kind)
        schemas[f"{name}Record"] = _record(kind)
        own = [
            _parameter(key, says, {"type": "string", "enum": list(values), "default": values[0]})
            for key, values, says in kind.own
        ]
        listed = [*_keys((*kind.keys, *DRAWN, *COMMON)), *own, *_paging(usual, most)]
        answers = {"200": _answer(f"{name}List", has_csv=True), **_refusals("400", "404")}
        paths[f"{root}/{kind.path}"] = {"get": _operation(f"list_{kind.path}", kind.says, listed, answers)}
        one = {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1, "examples": [kind.example]},
            "description": "The id, in any case; a former one leads to the present one.",
        }
        answers = {"200": _answer(f"{name}Record"), "301": _moved(), **_refusals("400", "404")}
        form = _parameter("format", "The format of the answer.", one_of("", ("json",))[1])
        paths[f"{root}/{kind.path}/{{id}}"] = {
            "get": _operation(
                f"get_{kind.name}", f"One {kind.name} with citations and conflicts.", [one, *_keys(COMMON), form], answers
            )
        }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sidang",
            "version": VERSION,
            "summary": "Meetings, memberships and documents of regional bodies in South-East Asia.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(name: str, says: str, parameters: list[Json], responses: Json) -> Json:
    every = responses | {"304": {"description": "The answer is that whose ETag the request gave."}} | _refusals("400", "503")
    return {"operationId": name, "summary": says, "parameters": parameters, "responses": dict(sorted(every.items()))}


def _parameter(name: str, says: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "required": False, "description": says, "schema": schema}


def _keys(names: tuple[str, ...]) -> list[Json]:
    return [_parameter(name, says, schema) for name, (says, schema) in keys().items() if name in names]


def _paging(usual: int, most: int) -> list[Json]:
    size: Json = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": most}, {"enum": ["all", ""]}], "default": usual}
    return [
        _parameter("limit", "How many rows a page holds; all sends every row as it is read.", size),
        _parameter("offset", "How many rows stand before the page; not with limit=all.",
                   or_empty({"type": "integer", "minimum": 0, "maximum": 999_999_999}) | {"default": 0}),
        _parameter("format", "The format; before what Accept says.", one_of("", ("json", "csv"))[1]),
    ]  # fmt: skip


def _answer(schema: str, has_csv: bool = False) -> Json:
    content: Json = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    if has_csv:
        content["text/csv"] = {"schema": {"type": "string"}}
    headers = {"etag": {"schema": {"type": "string"}, "description": "Of edition, day, language, address and format."}}
    return {"description": "The answer.", "content": content, "headers": headers}


def _moved() -> Json:
    said = {"location": {"schema": {"type": "string"}, "description": "The address by the present id."}}
    return {"description": "The id is a former one, or another name.", "headers": said}


def _refusals(*statuses: str) -> Json:
    said = {
        "400": "A key or value was not understood; each is named with the reason.",
        "404": "There is no such record (near ids are named), or no such edition.",
        "503": "The edition cannot be read.",
    }
    schema = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": said[status], "content": schema} for status in statuses}


def _about() -> Json:
    return {
        "edition": {"type": "string", "description": "The edition that answers."},
        "data_until": {**DAY, "description": "The last day about which sources were read."},
        "as_of": {**DAY, "description": "The day from which all is seen."},
    }


def _object(properties: Json, optional: tuple[str, ...] = ()) -> Json:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(kind: Kind) -> Json:
    counted = {name: {"type": "integer", "minimum": 0} for name in ("held", "announced", "upcoming", "other")}
    counts = {"counts": _object(counted)} if kind.path == "events" else {}
    return _object(
        _about()
        | {
            "view": {
                "type": "object",
                "description": "The view as it was understood: its keys, defaults left out.",
                "additionalProperties": {"type": "string"},
            },
            "total": {"type": "integer", "description": "Rows in all."},
            "limit": {"type": ["integer", "null"], "description": "Rows a page holds; null for all."},
            "offset": {"type": "integer", "description": "Rows before this page."},
            "next": {
                "type": ["string", "null"],
                "description": "The next page, of the same edition and day.",
            },
        }
        | counts
        | {"items": {"type": "array", "items": object_of(kind.fields)}}
    )


def _record(kind: Kind) -> Json:
    links = _object({name: {"type": "string"} for name in ("self", "page", "plain")}, ("page", "plain"))
    return _object(
        _about()
        | {
            "links": links,
            "record": object_of(kind.record),
            "citations": {"type": "array", "items": object_of(CITATION), "description": "What stands behind the record."},
            "conflicts": {"type": "array", "items": object_of(CONFLICT), "description": "On what sources disagree."},
        }
    )


def _index() -> Json:
    lists = _object({path: {"type": "string"} for path in KINDS})
    return _object(_about() | {"licence": {"type": "string"}, "description": {"type": "string"}, "lists": lists})


def _problem() -> Json:
    error = (
        always("key", "text", "the key that is wrong"),
        always("value", "text", "its value, its beginning where it is long"),
        always("reason", "text", "what is wrong with it", (
            "unknown_key", "unknown_value", "malformed_value", "out_of_range", "reversed", "too_long", "not_shown",
        )),
    )  # fmt: skip
    return _object(
        {
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "errors": {"type": "array", "items": object_of(error)},
            "near": {"type": "array", "items": {"type": "string"}, "description": "Ids that come near to an unknown one."},
            "most": {"type": "integer", "description": "The largest page."},
            "editions": {"type": "array", "items": {"type": "string"}, "description": "The editions that are kept."},
        },
        optional=("near", "most", "editions"),
    )
