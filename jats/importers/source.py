"""An input as importers see it: its bytes, its characters, places in it, and the files beside it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from jats.article_file.encoding import Decoded, decode_any
from jats.errors import InputError
from jats.files.sources import read_file
from jats.findings import Place

HEAD = 4_000
"""Characters that a detection looks at."""

_HEAD_BYTES = 4 * HEAD


class Source:
    """One input: `name` as findings print it, and `data`, its bytes.

    `folder` is where files beside it are; None if it has none (standard input, data in memory, a member of an archive).
    `keep_phones` is the person's choice to keep telephone numbers.
    """

    def __init__(self, name: str, data: bytes, folder: str | None = None, *, keep_phones: bool = False) -> None:
        self.name = name
        self.data = data
        self.folder = folder
        self.keep_phones = keep_phones

    def __repr__(self) -> str:
        return f"Source({self.name!r}, {len(self.data)} bytes)"

    @cached_property
    def decoded(self) -> Decoded:
        """The characters, the encoding's name, and whether it was guessed. Line ends are `\\n`."""
        return decode_any(self.data)

    @property
    def text(self) -> str:
        """The characters of the input, decoded once; line ends are `\\n`. A guessed encoding is reported by `read_input`."""
        return self.decoded.text

    @property
    def was_decoded(self) -> bool:
        """Whether an importer has asked for the text."""
        return "decoded" in self.__dict__

    @cached_property
    def head(self) -> str:
        """The first characters, for detection; of a binary file they make no sense."""
        if self.was_decoded:
            return self.text[:HEAD]
        return decode_any(self.data[:_HEAD_BYTES]).text[:HEAD]

    @property
    def suffix(self) -> str:
        """The end of the name with its dot, in lower case; empty for standard input."""
        return Path(self.name).suffix.lower()

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """A place in the input by line and column, both from 1."""
        return Place(self.name, line, column if column is not None or line is None else 1)

    def place_at(self, offset: int) -> Place:
        """The place of a character of `text`, by its index."""
        line = bisect_right(self._starts, offset)
        return Place(self.name, line, offset - self._starts[line - 1] + 1)

    def beside(self, name: str) -> Source | None:
        """A file in the folder of the input or below it; None if it is not there, cannot be read, or is elsewhere."""
        if self.folder is None or not name or "\0" in name:
            return None
        folder = Path(self.folder).resolve()
        path = Path(self.folder) / name
        try:
            if not path.resolve().is_relative_to(folder):
                return None
            return Source(str(path), read_file(str(path)), str(path.parent), keep_phones=self.keep_phones)
        except (InputError, OSError, RuntimeError):
            return None
