"""How many examples property tests draw is said in one place, so that the quick run stays quick and the hunt is long."""

from __future__ import annotations

import re
from pathlib import Path


def test_property_tests_draw_as_many_examples_as_the_profile_says(root: Path) -> None:
    deciding = {"tests/conftest.py", "tests/examples.py"}
    own = {
        str(path.relative_to(root))
        for path in (root / "tests").rglob("*.py")
        if re.search(r"(?<![\w.])settings\(", path.read_text(encoding="utf-8"))
    }
    assert own - deciding == set(), "use tests.examples.examples(number) instead"
