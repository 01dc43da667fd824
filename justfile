# The tasks of this project. `just` alone lists them; it comes with the development tools (.venv/bin/just).

python := ".venv/bin/python"
pytest := python + " -m pytest -n auto --dist worksteal"
seed := env("SEED", choose("9", "123456789"))

# List the tasks
default:
    @just --list

# Make a virtual environment with everything in it
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -c requirements.lock -e '.[dev]'

# Run the quick tests, the same each time, in less than a minute on two cores (add arguments: `just test tests/model`)
test *arguments:
    {{pytest}} -m "not slow" --hypothesis-profile=quick {{arguments}}

# Run all tests, the same each time, as the README and continuous integration do
test-all *arguments:
    {{pytest}} {{arguments}}

# Draw ten times as many examples in property tests, at random; a failure is shown as it was drawn. Tests marked `drawn` take all
hunt *arguments:
    @echo "To draw the same again: SEED={{seed}} just hunt; to shrink a failure: SEED={{seed}} just shrink TEST"
    {{pytest}} -m "hypothesis or drawn" --hypothesis-profile=hunt --hypothesis-seed={{seed}} {{arguments}}

# Draw as `just hunt` does with the same SEED and shrink what fails, which can take minutes
shrink test *arguments:
    {{python}} -m pytest --hypothesis-profile=shrink --hypothesis-seed={{seed}} {{test}} {{arguments}}

# Run all tests and print which lines of each file ran
cover *arguments:
    {{pytest}} --cov {{arguments}}

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
