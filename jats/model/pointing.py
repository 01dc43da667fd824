"""Fields that point to something in the file by its `id`, or hold the thing itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jats.model.base import Data


def as_printed(value: Any) -> Any:
    """Words with a blank or comma are the thing as printed; a single word is the `id` of one."""
    return {"text": value} if isinstance(value, str) and re.search(r"[\s,]", value.strip()) else value


def link_kind(value: Any) -> str:
    """Which of the two it is, as a tag for pydantic."""
    return "@fields" if isinstance(value, (Mapping, Data)) else "@id"
