# Two commands set everything up themselves: `make run` and `make test`. They need Python 3.11 and make, no more.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench quality scale fuzz payloads mutants coverage load soak clean
.DEFAULT_GOAL := run

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("This needs Python 3.11 or newer. If you have it: make PYTHON=python3.11")'
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable . --requirement requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-dev.txt
	$(PIP) --requirement requirements-dev.txt
	@touch $@

# Some shells have a HOST of their own in the environment: only one given to make counts.
ifneq ($(origin HOST),command line)
HOST := 127.0.0.1
endif
run: export HOST := $(HOST)
run: export PORT := $(PORT)
run: export OPEN := $(OPEN)
run: export NAMES := $(NAMES)
run: $(VENV)/run.stamp  ## the dashboard, on http://127.0.0.1:8501; elsewhere with HOST=, PORT= and NAMES=
	$(BIN)/python -m claimdesk.serve

test: $(VENV)/test.stamp  ## all tests; those in a browser are skipped, visibly, where there is none
	$(BIN)/python -m pytest

check: $(VENV)/test.stamp  ## what CI runs: style, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) test

bench: $(VENV)/test.stamp  ## how long the commands and pages take here
	$(BIN)/python -m benchmarks

quality: $(VENV)/test.stamp  ## how good the evidence is, against the gold beside the repository
	$(BIN)/python -m benchmarks.quality

scale: $(VENV)/test.stamp  ## how time and memory grow with sentences and claims, beside other programs
	$(BIN)/python -m benchmarks.scale

fuzz: $(VENV)/test.stamp  ## inputs at random, ten minutes for each target, and texts that take too long
	$(BIN)/python -m fuzz --seconds 600
	$(BIN)/python -m fuzz --growth --seconds 600

payloads: $(VENV)/test.stamp  ## every hostile text on every page, in a real browser, and in every export
	CLAIMDESK_PAYLOADS=all $(BIN)/python -m pytest tests/test_hostile_exports.py tests/browser/test_hostile_in_chromium.py

mutants: $(VENV)/test.stamp  ## how many changes of the rules the tests near them notice
	$(BIN)/python -m fuzz.mutants --count 400

coverage: $(VENV)/test.stamp  ## which lines and branches outside the pages the tests reach
	$(BIN)/python -m pytest --cov --ignore tests/ui --ignore tests/browser

load: $(VENV)/test.stamp  ## 50 people at once: medians, 95th percentiles, errors
	$(BIN)/python -m benchmarks.load --sessions 50

soak: $(VENV)/test.stamp  ## a few people for half an hour: how the server's memory grows
	$(BIN)/python -m benchmarks.load --sessions 4 --pause 8 --minutes 30

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
