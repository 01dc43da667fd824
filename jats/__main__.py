"""Runs the command line: `python -m jats`, and the console script `jats`."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer one command line; plain `validate` command lines take the quick way that imports little."""
    try:
        sys.exit(_answer())
    except KeyboardInterrupt:  # while modules are being imported; later on the command says more
        sys.exit(130)


def _answer() -> int:
    from jats.cli.quick import run_quick

    code = run_quick(sys.argv[1:])
    if code is None:
        from jats.cli.main import run

        code = run(sys.argv[1:])
    return code


if __name__ == "__main__":
    main()
