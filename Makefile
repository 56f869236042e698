# Every target builds what it needs: only python3 (3.11 or later, with venv and pip) and make are assumed.
# An environment is installed once per lock; `make clean` forgets it.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --requirement
PYTEST := $(PY) -m pytest
ARGS ?=

stamp = $(VENV)/.$(1)-$(shell cksum < $(2) | tr ' ' '-')
BASE := $(call stamp,base,requirements.lock)
DEV := $(call stamp,dev,requirements-dev.lock)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help chat test test-fast soak bench evaluate lint format locks clean

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

chat: $(BASE) ## talk with the assistant in the terminal
	@$(PY) -m bot chat $(ARGS)

test: lint ## lint, types, import contracts and the whole test suite
	$(PYTEST) $(ARGS)

test-fast: lint ## the same without the training stack
	$(PYTEST) -m "not soak and not training" $(ARGS)

soak: $(DEV) ## long randomised runs
	$(PYTEST) -m soak $(ARGS) || [ $$? -eq 5 ]  # 5: no soak test was collected

bench: $(BASE) ## speed and memory, measured and printed; ARGS="--real DIR"
	$(PY) -m tests.benchmarks $(ARGS)

evaluate: $(BASE) ## questions with gold answers; ARGS="--real DIR"
	$(PY) -m bot evaluate $(ARGS)

lint: $(DEV) ## style, types and import contracts
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(DEV) ## rewrite the code in the house style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

locks: $(DEV) ## resolve the pins anew; ARGS="--upgrade" for newer versions
	$(PY) -m pip install --quiet --disable-pip-version-check uv
	$(VENV)/bin/uv pip compile $(COMPILE) --output-file requirements.lock pyproject.toml $(ARGS)
	$(VENV)/bin/uv pip compile $(COMPILE) --constraint requirements.lock --group dev \
	  --output-file requirements-dev.lock pyproject.toml $(ARGS)
COMPILE := --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url

clean: ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 以上 / Python 3.11 or later is needed'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(BASE): | $(PY)
	@echo '準備執行環境，第一次約需一兩分鐘……'
	$(PIP_INSTALL) requirements.lock
	@rm -f $(VENV)/.base-*
	@touch $@

$(DEV): | $(PY)
	@echo '準備開發環境，第一次約需一兩分鐘……'
	$(PIP_INSTALL) requirements-dev.lock
	@rm -f $(VENV)/.base-* $(VENV)/.dev-*
	@touch $@ $(BASE)
