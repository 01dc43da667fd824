"""One JSON object a line: the text, the type, the fields, how sure each is and the reference as a whole."""

from __future__ import annotations

import json

from jats.citations.parse import ParsedReference


def to_jsonl(parsed: ParsedReference) -> str:
    """The line of one reference. `confidence` is 0 to 1; under `spans` are the first character, the one after the last, and the label."""
    line = {
        "text": parsed.text,
        "type": parsed.type,
        "fields": parsed.fields,
        "confidence": round(parsed.confidence, 3),
        "spans": [[span.start, span.end, span.label, round(span.confidence, 3)] for span in parsed.spans],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"
