"""JSON Schema 2020-12 of the article, journal and issue files, for editors' tools."""

from __future__ import annotations

import json
from typing import Any

from jats.model.article import Article, IssueFile, JournalFile
from jats.model.base import MODEL, Data
from jats.model.people import NAME_FIELDS

FILES: dict[str, type[Data]] = {"article": Article, "journal": JournalFile, "issue": IssueFile}

_HOLD_NAMES = {
    "Contributor": NAME_FIELDS - {"language"},
    "Cited": NAME_FIELDS,
    "Recipient": NAME_FIELDS,
    "Investigator": NAME_FIELDS,
}
"""Models in which the fields of a name may be themselves, and which of them."""


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file: `article`, `journal` or `issue`. Raises KeyError for any other.

    It lets a little more through than the model does (a DOI is any text), and never less.
    """
    made = FILES[kind].model_json_schema()
    definitions = made.get("$defs", {})
    for name, fields in _HOLD_NAMES.items():
        _hold_name(definitions, name, fields)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"jats {kind} file",
        "type": "object",
        **{key: _tidied(value) for key, value in made.items() if key != "title"},
    }


def json_schema_text(kind: str) -> str:
    """The same schema as the text of a file."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def _hold_name(definitions: dict[str, Any], name: str, fields: set[str]) -> None:
    if name in definitions:
        parts = _fields(definitions["Name"])
        _fields(definitions[name]).update({key: parts[key] for key in sorted(fields) if key in parts})


def _fields(definition: dict[str, Any]) -> dict[str, Any]:
    """The properties of a model, which are in the long form beside a short one."""
    forms = definition.get("anyOf", [definition])
    properties: dict[str, Any] = next(form["properties"] for form in forms if "properties" in form)
    return properties


def _tidied(schema: Any) -> Any:
    """Without titles and defaults, which only repeat the key and say that it may be missing; a key may be left empty."""
    if isinstance(schema, list):
        return [_tidied(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if MODEL in schema:
        return {"$ref": f"#/$defs/{schema[MODEL]}"}
    tidied = {
        key: _tidied(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and key != "default"
    }
    if isinstance(properties := tidied.get("properties"), dict):
        required = tidied.get("required", ())
        tidied["properties"] = {
            key: value if key in required else _nullable(value) for key, value in properties.items()
        }
    return tidied


def _nullable(schema: Any) -> Any:
    """A key without a value is absent in an article file, and `null` to an editor's tool."""
    if {"type": "null"} in schema.get("anyOf", ()):
        return schema
    description = {"description": schema["description"]} if "description" in schema else {}
    rest = {key: value for key, value in schema.items() if key != "description"}
    forms = rest["anyOf"] if rest.keys() == {"anyOf"} else [rest]
    return {"anyOf": [*forms, {"type": "null"}], **description}
