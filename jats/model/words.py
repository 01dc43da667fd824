"""What the fields of a model say, in an editor's words: the texts under them in the source.

pydantic can read them too, but does it for every class that is made; they are wanted only for messages, pages and schemas.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from jats.model.base import Data


@cache
def field_words(model: type[Data]) -> dict[str, str]:
    """The text under each field of a model, in one line; a field that is inherited has its words from there."""
    said: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, Data):
            said |= _own_words(each)
    return {name: said[name] for name in model.model_fields if name in said}


@cache
def _own_words(model: type[Data]) -> dict[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    return {
        field.target.id: " ".join(text.value.value.split())
        for field, text in pairwise(statements)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }
