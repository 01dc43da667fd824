"""The text of an article, in JATS's own markup."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from jats.model.base import refuse
from jats.model.blocks import KeptBlock


def _read_body(value: Any) -> KeptBlock:
    if isinstance(value, KeptBlock):
        return value
    if isinstance(value, str) and value.lstrip().startswith("<body"):
        return KeptBlock(value)
    raise refuse("text_wanted", "must be the name of a file, such as body.xml")


Body = Annotated[
    KeptBlock,
    PlainValidator(_read_body),
    PlainSerializer(lambda body: body.xml.lstrip()),
    WithJsonSchema({"type": "string"}),
]
"""The `<body>` as XML; in an article file, the name of the file that has it."""
