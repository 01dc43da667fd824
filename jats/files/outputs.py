"""Where results are written: names by one rule, no two to one name, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jats.errors import InputError


class Outputs:
    """Gives each input the path of its output, and refuses a path that was given before or that is an input itself.

    Without a folder an output is beside its input. `articles/a/article.yaml` is named after its folder: `a.xml`;
    any other file keeps its own name: `romano.yaml` → `romano.xml`.
    """

    def __init__(self, out: str | None, suffix: str = ".xml") -> None:
        self._out = Path(out) if out is not None else None
        self._suffix = suffix
        self._given: dict[str, str] = {}

    @property
    def is_one_file(self) -> bool:
        """Whether `-o` names a file rather than a folder."""
        return self._out is not None and self._out.suffix == self._suffix and not self._out.is_dir()

    def path_for(self, name: str, number: int | None = None) -> Path:
        """The path of the output of an input, or of one of its articles; raises InputError where another has it already.

        XML made of XML with the same name ends in `.jats.xml`.
        """
        if number is not None and self.is_one_file:
            raise InputError(f"has several articles: name a folder with -o, not the file {self._out}")
        path = self._path(name, number)
        key = os.path.normcase(path.absolute())
        if key in self._given:
            raise InputError(
                f"would overwrite the output of {self._given[key]}: {path}; rename one, or build them apart"
            )
        if os.path.normcase(Path(name).absolute()) == key:
            raise InputError(f"would be overwritten by its own output: {path}; name another place with -o")
        self._given[key] = name
        return path

    def _path(self, name: str, number: int | None) -> Path:
        if self._out is not None and self.is_one_file:
            return self._out
        source = Path(name)
        folder = self._out if self._out is not None else source.parent
        stem = (
            source.absolute().parent.name if source.stem == "article" and source.absolute().parent.name else source.stem
        )
        stem = "article" if name == "-" else stem
        path = folder / (f"{stem}-{number:02}" if number is not None else stem)
        path = path.with_name(path.name + self._suffix)
        is_input = os.path.normcase(Path(name).absolute()) == os.path.normcase(path.absolute())
        return path.with_name(path.stem + ".jats.xml") if is_input and self._suffix == ".xml" else path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it; raises InputError where it can't be written."""
    temporary = path.parent / f".{path.name}.{os.urandom(6).hex()}"
    try:
        try:
            _write_new(temporary, data)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror or error}") from error


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that isn't there, with the rights that the user's umask leaves; its folder is made where it is missing."""
    try:
        with open(path, "xb") as file:
            file.write(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "xb") as file:
            file.write(data)
