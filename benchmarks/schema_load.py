"""Times loading a compiled variant, against the official DTD with all its modules.

Run: python benchmarks/schema_load.py [FOLDER-OF-THE-OFFICIAL-PACKAGE]. Bar: at most 12 ms a variant, as a median.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from lxml import etree

from jats.schema import catalog

BAR = 12.0
REPEAT = 9


def median_ms(load: Callable[[], object]) -> float:
    """The median of several loads in milliseconds."""
    times = []
    for _ in range(REPEAT):
        start = time.perf_counter()
        load()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def load_compiled(name: str) -> etree.DTD:
    """A compiled variant, read from disk anew."""
    return etree.DTD(BytesIO(catalog.dtd_bytes(name)))


def load_official(package: Path, variant: catalog.Variant) -> etree.DTD:
    """The official DTD of a variant, with its modules, from the unpacked npm package."""
    return etree.DTD(file=str(package / "schema" / variant.version / variant.file_name))


def main() -> None:
    """Print one line a variant, the median and the slowest at the end."""
    package = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    times = []
    for variant in catalog.variants():
        ours = median_ms(partial(load_compiled, variant.name))
        times.append(ours)
        line = f"{variant.name:36} {ours:6.1f} ms"
        if package:
            theirs = median_ms(partial(load_official, package, variant))
            line += f"   official {theirs:6.1f} ms   {theirs / ours:4.1f} x"
        print(line)
    print(f"median variant {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms (bar: {BAR:.0f} ms)")


if __name__ == "__main__":
    main()
