"""Messages about the file with the text of an article."""

from __future__ import annotations

from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("INP275")
def body_unusable(name: str, why: str) -> str:
    """The file with the text of the article can't be used.

    Why: the article would be built without its text, which PMC requires.
    Wrong: # article.yaml
        body: tides.docx
    Right: # article.yaml, with tides.xml
        body: tides.xml
        # tides.xml
        <body><sec><title>Results</title><p>Tides come and go.</p></sec></body>
    Source: this program's article file; PMC, "Publisher participation: technical requirements"
    """
    return f"{quoted(name)} {why}"
