"""What the input layer can say: every INP code, with the page that explains it.

Each message is a function: its docstring is the code's page, and it gives a finding at a place. The examples on the pages
are article files, whose first line names the file; a test reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from jats.findings import Finding, Severity
from jats.input_codes import (
    body_files,
    faults,
    output,
    printed,
    reading,
    readings,
    reference_files,
    shape,
    syntax,
    tidied,
)
from jats.messages.codes import collect, explanations
from jats.messages.explanations import Explanation

CODES: dict[str, tuple[Severity, Callable[..., Finding]]] = collect(
    (reading, syntax, shape, faults, tidied, readings, printed, reference_files, body_files, output)
)
"""Every code of the input layer: its severity, and the function that says it."""


def pages() -> dict[str, Explanation]:
    """The page of each code, by its code."""
    return explanations(CODES)
