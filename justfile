# The tasks of this project. `just` alone lists them; it comes with the development tools (.venv/bin/just).

python := ".venv/bin/python"

# List the tasks
default:
    @just --list

# Make a virtual environment with everything in it
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -c requirements.lock -e '.[dev]'

# Run the tests (add arguments: `just test tests/model`)
test *arguments:
    {{python}} -m pytest -n auto {{arguments}}

# Check style, types and the arrows between the rooms
lint:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    .venv/bin/lint-imports

# Print every figure that the documentation promises; DTDS is the folder package/schema of @jats4r/dtds, unpacked
bench dtds:
    {{python}} benchmarks/build.py
    {{python}} benchmarks/check.py
    {{python}} benchmarks/cold.py --dtds {{dtds}}
    {{python}} benchmarks/rules.py
    {{python}} benchmarks/schema_load.py
    {{python}} benchmarks/validate.py {{dtds}}

# Make the pages that are generated from the code
docs:
    {{python}} -m docs.make

# Compile the official schemas again
schemas:
    {{python}} schemas/build.py

# Pin what is installed
lock:
    uv pip compile pyproject.toml --all-extras --universal --no-emit-index-url --no-annotate --no-header -o requirements.lock
