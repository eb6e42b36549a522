# Bare `make` lists the commands. `make site` and `make test` are all that a new machine needs:
# python3 (3.11 or later) with venv and pip, make and git. `make test` also needs Chromium, npm,
# Java, OpenSSH and GnuPG, and installs them with apt-get where it may: see .ci/test-tools.
PYTHON ?= python3
BIN := .venv/bin
AS_OF ?=

.DEFAULT_GOAL := help
.PHONY: help site test check lint types tests accept serve bench lock clean

help: ## List these commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

site: $(BIN)/.site ## Check the content and build the site and its handbook into site/
	$(BIN)/aboveboard build --out site $(if $(AS_OF),--as-of $(AS_OF))
	$(BIN)/python -m generator.guide --out site/guide

test: $(BIN)/.test $(BIN)/.tools lint types tests ## Run every test, lint and type check

check: $(BIN)/.site ## Check the content and say what to put right
	$(BIN)/aboveboard check

lint: $(BIN)/.test ## Look for faults of style in the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.test ## Check the types
	$(BIN)/mypy

tests: $(BIN)/.test $(BIN)/.tools ## Run the tests
	$(BIN)/python -m pytest -n auto

accept: $(BIN)/.test ## Renew the stored pages and findings of the tests after a change that is meant
	$(BIN)/python -m tests.snapshots
	$(BIN)/python -m tests.awful_council

serve: site ## Build the site and show it on this machine, http://127.0.0.1:8000
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000

bench: $(BIN)/.site ## Measure speed and memory with made-up measures
	$(BIN)/python bench/run.py
	$(BIN)/python bench/past.py

lock: $(BIN)/.test ## Renew the locks from pyproject.toml
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --extra guide --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --extra guide --group build --group test pyproject.toml -o requirements-test.lock

clean: ## Remove what was built
	rm -rf site .venv .mypy_cache .pytest_cache .ruff_cache dist

$(BIN)/.venv:
	$(PYTHON) -m venv .venv
	touch $@

$(BIN)/.site: requirements.lock pyproject.toml | $(BIN)/.venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(BIN)/.test: requirements-test.lock $(BIN)/.site
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-test.lock
	touch $@

$(BIN)/.tools: tests/browser/package-lock.json .ci/test-tools | $(BIN)/.venv
	.ci/test-tools
	touch $@
