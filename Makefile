# Every target builds what it needs: only python3 (3.11 or later, with venv and pip) and make are assumed.
# An environment is installed once per lock; `make clean` forgets it.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --requirement
PYTEST := $(PY) -m pytest
ARGS ?=
# Files side by side, the tests of one in one process: many share what takes long to make.
BESIDE := --numprocesses auto --maxprocesses 4 --dist loadfile

stamp = $(VENV)/.$(1)-$(shell cksum < $(2) | tr ' ' '-')
BASE := $(call stamp,base,requirements.lock)
DEV := $(call stamp,dev,requirements-dev.lock)
TRAIN_LOCKS := requirements-torch.lock requirements-train.lock requirements-unsloth.lock
TRAIN := $(VENV)/.train-$(shell cat requirements-dev.lock $(TRAIN_LOCKS) | cksum | tr ' ' '-')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help chat train-stack test test-fast soak bench evaluate lint format locks clean

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

chat: $(BASE) ## talk with the assistant in the terminal
	@$(PY) -m bot chat $(ARGS)

test: lint $(TRAIN) ## lint, types, import contracts and the whole test suite
	$(PYTEST) $(BESIDE) $(ARGS)

train-stack: $(TRAIN) ## PyTorch, TRL, PEFT and Unsloth into the environment

test-fast: lint ## the same without the training stack
	$(PYTEST) $(BESIDE) -m "not soak and not training" $(ARGS)

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
	$(VENV)/bin/uv pip compile $(COMPILE) --constraint requirements-dev.lock --extra finetune \
	  --output-file requirements-train.lock pyproject.toml $(ARGS)
	grep -vE '^(torch|triton|nvidia-|cuda-)' requirements-train.lock > requirements-train.part
	mv requirements-train.part requirements-train.lock
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

# PyTorch first and alone: pip chooses its build (CPU or CUDA), and nothing after it asks for another.
# Unsloth without its dependencies: it names some that are for its own web app or do not resolve.
$(TRAIN): $(DEV)
	@echo '準備訓練環境，第一次約需幾分鐘……'
	$(PIP_INSTALL) requirements-torch.lock
	$(PIP_INSTALL) requirements-train.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements-unsloth.lock
	@rm -f $(VENV)/.train-*
	@touch $@
