"""What the fields of a model say, in an editor's words.

The words are the texts under the fields in the source. They are kept as data (`docs.make` writes them), because a program
that was compiled or frozen has no source, and pydantic would read them for every class at each start.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel

_FILE = Path(__file__).parent.parent / "data" / "model" / "fields.json"


@cache
def field_words(model: type[BaseModel]) -> dict[str, str]:
    """The words of each field of a model, on one line; an inherited field has those of the class that it comes from."""
    words: dict[str, str] = {}
    for each in reversed(model.__mro__):
        words |= _all_words().get(each.__name__, {})
    return {name: words[name] for name in model.model_fields if name in words}


@cache
def _all_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return words
