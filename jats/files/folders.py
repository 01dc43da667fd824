"""Folders that the program looks into by itself: those above an input, and the user's cache."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_HIGHEST = 64
"""Folders that are looked through upwards, so that no file system can make the walk endless."""


def folders_above(folder: str) -> Iterator[str]:
    """The folder itself, then each one above it, up to the root of the repository (the folder that holds `.git`)."""
    for _ in range(_HIGHEST):
        yield folder
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return
        folder = above


def cache_folder() -> Path:
    """The folder of this program's caches: under XDG_CACHE_HOME if it is set, else where the system keeps users' caches."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "jats-export"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "jats-export" / "Cache"
    return Path(os.path.expanduser("~")) / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "jats-export"
