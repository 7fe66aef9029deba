# Two commands set everything up themselves: `make run` and `make test`. They need Python 3.11 and make, no more.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8501

.PHONY: run test check bench clean
.DEFAULT_GOAL := run

$(VENV)/run.stamp: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --requirement requirements.txt
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

run: $(VENV)/run.stamp  ## the dashboard, on http://127.0.0.1:8501
	$(BIN)/python -m streamlit run dashboard.py --server.address $(HOST) --server.port $(PORT)

test: $(VENV)/test.stamp  ## all tests; those in a browser are skipped, visibly, where there is none
	$(BIN)/python -m pytest

check: $(VENV)/test.stamp  ## what CI runs: style, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) test

bench: $(VENV)/test.stamp  ## the figures in README and notes
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
