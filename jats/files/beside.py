"""Files that an article file names: only those in its own folder or below it are read."""

from __future__ import annotations

import os
from pathlib import Path

from jats.errors import InputError


def path_beside(name: str, folder: Path | None) -> Path:
    """The path of a named file; `folder` is the article file's, `None` for standard input.

    Raises InputError with the reason, as the end of a sentence, if the file may not be read.
    """
    if folder is None:
        raise InputError("cannot be found: the article comes from standard input, so nothing is beside it")
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False
    if os.path.isabs(name) or "\\" in name or not inside:
        raise InputError("is not in the article's folder or below it: copy it there, and write its name")
    return path
