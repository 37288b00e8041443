# `make run` starts the app, `make test` tests it. Both install what they need into .venv first.
# Without make, and on Windows: see README.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/.requirements
DEV_READY := $(VENV)/.requirements-dev
PYTEST_ARGS ?=
# torch on Linux names its CUDA libraries, which nothing here uses: they are not pinned, so that
# the CPU build, which has none of them, can be installed from the same file.
NOT_PINNED := ^(nvidia-|cuda-|triton=)
PIN := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header

.PHONY: help run ingest test check format evaluation requirements clean

help:
	@echo 'make run           start the app over the documents in corpus/'
	@echo 'make test          run the tests'
	@echo 'make check         ruff, mypy, import-linter'
	@echo 'make format        let ruff set the layout of the code'
	@echo 'make evaluation    score search and answers'
	@echo 'make requirements  pin requirements*.in anew (newest: UPGRADE=--upgrade)'
	@echo 'make clean         remove .venv and caches; the index in var/ stays'

run: ingest
	$(PY) -m streamlit run app.py

# 3 means that some files could not be read; they were named, and the rest answers.
ingest: $(RUN_READY)
	$(PY) -m ingest || test $$? -eq 3

test: $(DEV_READY)
	$(PY) -m pytest -n auto $(PYTEST_ARGS)

check: $(DEV_READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

format: $(DEV_READY)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

evaluation: $(DEV_READY)
	$(PY) -m evaluation

requirements: $(PY)
	$(PY) -m pip install --quiet uv
	$(PIN) $(UPGRADE) requirements.in -o requirements.txt
	@echo '# Pinned from requirements.in by `make requirements`; README says how to get torch without CUDA.' > requirements.new
	@grep -vE '$(NOT_PINNED)|^#' requirements.txt >> requirements.new
	@mv requirements.new requirements.txt
	$(PIN) $(UPGRADE) requirements-model.in -o requirements-model.txt
	$(PIN) $(UPGRADE) requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed, and $(PYTHON) is not that." \
	       "Name one that is: make run PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt | $(PY)
	$(PY) -m pip install --disable-pip-version-check --progress-bar off -q -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY)
	$(PY) -m pip install --disable-pip-version-check --progress-bar off -q -r requirements-dev.txt
	@touch $@
