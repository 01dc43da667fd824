"""Runs the command line: `python -m jats`, and the console script `jats`."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer one command line; plain `validate` command lines take the quick way that imports little."""
    from jats.cli.quick import run_quick

    code = run_quick(sys.argv[1:])
    if code is None:
        from jats.cli.main import run

        code = run(sys.argv[1:])
    sys.exit(code)


if __name__ == "__main__":
    main()
