"""One JSON object a line: the text, the type, the fields, how sure each is and the reference as a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jats.citations.article_fields import labelled_fields
from jats.citations.parse import ParsedReference


def parsed_line(parsed: ParsedReference) -> str:
    """The line of one printed reference; a span is its first character, the one after its last, its label, and how sure it is."""
    line = {
        "text": parsed.text,
        "type": parsed.type,
        "fields": parsed.fields,
        "confidence": round(parsed.confidence, 3),
        "spans": [[span.start, span.end, span.label, round(span.confidence, 3)] for span in parsed.spans],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"


def work_line(work: Mapping[str, Any]) -> str:
    """The line of a reference that came with its fields: it has no text, and nothing about it is a guess."""
    line = {
        "text": work.get("text"),
        "type": work.get("type", "other"),
        "fields": labelled_fields(work),
        "confidence": 1.0,
        "spans": [],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"
