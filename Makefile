# Everything here needs python3 (3.11 or newer), make and a package registry, nothing else.
#   make demo    install, mine the sample archive, show what came out
#   make test    install with what tests need, run them       (PYTEST_ARGS='-k dates')
#   make lint    ruff, pyright, import-linter
#   make docs    build the documentation into docs/_build/html
#   make lock    pin what CI installs, from a clean environment
#   make clean   remove what the targets above made

PYTHON ?= python3
VENV ?= .venv
# A file of pinned versions to install from; empty: the newest that pyproject.toml allows.
LOCK ?=
PYTEST_ARGS ?= -n auto

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SAMPLE := corpora/lam-hai
OUT := demo-out
LOCK_FILE := requirements/ci.txt

export PYTHONUTF8 := 1

.PHONY: demo test lint docs lock clean

demo: $(VENV)/.package
	$(BIN)/cchc mine $(SAMPLE)/*.txt $(SAMPLE)/*.md $(SAMPLE)/*.html --out $(OUT)
	@printf '\n== Who cites Quyết định 1542/QĐ-UBND, and with which dates?\n\n'
	$(BIN)/cchc cited 1542/QĐ-UBND --archive $(OUT)
	@printf '\n== Which figures are there of the administrative-reform index?\n\n'
	$(BIN)/cchc figures --indicator par_index --archive $(OUT)
	@printf '\n== What does not agree? (all of it in %s/ho-so-kiem-tra.html)\n\n' $(OUT)
	$(BIN)/cchc audit $(OUT) --severity error
	$(BIN)/cchc audit $(OUT) --to $(OUT)/ho-so-kiem-tra.html
	@printf '\n== Where do reports speak of discipline? (typed without tones)\n\n'
	$(BIN)/cchc search 'ky luat ky cuong' --archive $(OUT)
	@printf '\nRecords, index and tables are in %s; ask more with %s.\n' $(OUT) '$(BIN)/cchc --help'

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	$(BIN)/python -m sphinx -W --keep-going -q docs docs/_build/html

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3.11'; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The package itself is installed editable: only a change of its metadata installs again.
$(VENV)/.package: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(LOCK) | $(BIN)/python
ifeq ($(LOCK),)
	$(PIP) install --quiet --editable '.[dev]'
else
	$(PIP) install --quiet --requirement $(LOCK)
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(PIP) check
endif
	@touch $@ $(VENV)/.package

lock:
	rm -rf .venv-lock
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check install --quiet --editable '.[dev]'
	{ printf '# What .ci/run installs. Made by "make lock"; do not edit.\n'; \
	  .venv-lock/bin/python -m pip --disable-pip-version-check freeze --exclude-editable; } > $(LOCK_FILE)
	rm -rf .venv-lock

clean:
	rm -rf .venv .venv-ci .venv-lock $(OUT) dist build *.egg-info docs/_build docs/reference
	rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find cchc_mining scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
