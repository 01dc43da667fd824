"""One JSON object a line: the text, the type, the fields, how sure each is and the reference as a whole."""

from __future__ import annotations

import json

from jats.citations.parse import ParsedReference


def to_jsonl(parsed: ParsedReference) -> str:
    """The line of one reference; a span is its first character, the one after its last, its label, and how sure it is."""
    line = {
        "text": parsed.text,
        "type": parsed.type,
        "fields": parsed.fields,
        "confidence": round(parsed.confidence, 3),
        "spans": [[span.start, span.end, span.label, round(span.confidence, 3)] for span in parsed.spans],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"
