# Two commands: `make run` shows the program at work, `make test` runs what the build server runs.
# Both need Python 3.11 or newer and make; everything else they fetch into .venv.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SUITABLE := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(p) -c '$(SUITABLE)' 2>/dev/null && echo $(p))))

.DEFAULT_GOAL := help
.PHONY: help run test check clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: $(VENV)/.installed ## read data/articles, show the facts with their sentences, answer questions
	@$(BIN)/python tools/showcase.py

test: check ## what the build server runs: check, then every test with the coverage gate
	@$(BIN)/pytest --cov

check: $(VENV)/.installed-dev ## lint, formatting, types, import contracts, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

clean: ## remove the environment, the store and everything else that can be made again
	rm -rf $(VENV) kg-store dist build htmlcov .coverage .hypothesis
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found" \
		"(apt-get install python3 python3-venv, or make PYTHON=/path/to/python3)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) cannot make" \
		"environments (apt-get install python3-venv)" >&2; exit 1; }
	@echo "making $(VENV) with $$($(PYTHON) --version); this is done once"
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed
