# `make` or `make help` lists what there is. Nothing is installed outside of $(VENV).

# The Python that $(VENV) is made with; if it is not said, the first of PYTHONS that is supported.
PYTHON ?=
VENV ?= .venv
ARTICLES = data/raw
OUT = data
BUILDFLAGS =
PYTESTFLAGS =
GOLD =
UPGRADE =

PYTHONS = $(or $(PYTHON),python3 python3.13 python3.12 python3.11)
RUN = '$(VENV)/bin/python'

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build exports release diff verify review test test-tools soak evaluate lint lock clean FORCE

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# -- the tables ------------------------------------------------------------------------------------------------------

# One pair of stamps per ARTICLES and OUT: `begun` is older than everything that the build read, so that what is changed
# while it runs counts as changed; `done` is newer than everything that it wrote. Files are compared by find rather than
# listed as prerequisites, because names of articles may hold spaces; folders are compared too, because deleting a file
# changes nothing else; what find complains of (no stamp, no version) counts as changed.
STAMP := $(VENV)/built-$(shell printf '%s\n' '$(ARTICLES)' '$(OUT)' | cksum | tr ' ' -)
CONFIGURED = $(wildcard datapackage.json data/reference data/review)
CHANGED = $(shell { find $(CONFIGURED) '$(ARTICLES)' -newer '$(STAMP).begun'; \
    find scripts -name '*.py' -newer '$(STAMP).begun'; find '$(OUT)'/v* -newer '$(STAMP).done'; \
    $(RUN) -m scripts.sealed '$(OUT)'; } 2>&1 | head -n 1)

build: $(STAMP).done ## articles to tables: ARTICLES=folder (data/raw) into OUT=folder (data), BUILDFLAGS=--keep-going

$(STAMP).done: $(VENV)/run.lock $(if $(CHANGED),FORCE)
	@touch '$(STAMP).new'
	@$(RUN) -m scripts.build '$(ARTICLES)' --out '$(OUT)' $(BUILDFLAGS)
	@mv '$(STAMP).new' '$(STAMP).begun' && touch '$@'

release: $(VENV)/run.lock ## seal the newest version in OUT=folder (data), which never changes from then on
	@$(RUN) -m scripts.release --out '$(OUT)'

A =
B =
diff: $(VENV)/run.lock ## what two versions say differently: A=0.1.0 B=0.2.0
	@$(RUN) -m scripts.diff '$(A)' '$(B)' --out '$(OUT)'

verify: $(VENV)/run.lock ## check every version in OUT=folder (data) and build the newest anew from ARTICLES
	@$(RUN) -m scripts.verify --out '$(OUT)' --articles '$(ARTICLES)'

DOC =
review: $(VENV)/run.lock ## write what is still to be decided into data/review: DOC=document_id
	@$(RUN) -m scripts.review_sheet '$(DOC)' --articles '$(ARTICLES)'

exports: $(VENV)/dev.lock ## what other tools load, from the newest version: into data/exports; and docs/tables.md
	@$(RUN) -m scripts.export

# -- checks ----------------------------------------------------------------------------------------------------------

test: $(VENV)/dev.lock ## the whole test suite: PYTESTFLAGS="-k word"
	@$(RUN) -m pytest -n 2 --dist loadfile $(PYTESTFLAGS)

soak: $(VENV)/dev.lock ## the long run of the tests of faults: 200 kills, 10,000 generated inputs
	@SOAK=1 $(RUN) -m pytest -n 2 tests/faults tests/test_reference_check.py

test-tools: $(VENV)/dev.lock ## load the exports with the tools that people use; installs what is missing where it may
	@tests/tools/install
	-@$(MAKE) --no-print-directory '$(VENV)/tools.lock'
	@$(RUN) -m pytest -m tools $(PYTESTFLAGS) tests/tools

lint: $(VENV)/dev.lock ## style and types
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy

evaluate: $(VENV)/run.lock ## how right the tables are: GOLD=folder of annotated articles (tests/gold)
	@$(RUN) -m scripts.evaluate $(if $(GOLD),'$(GOLD)')

# -- the environment -------------------------------------------------------------------------------------------------

$(VENV)/bin/python:
	@for python in $(PYTHONS); do \
	    if "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
	        echo "making $(VENV) with $$python"; exec "$$python" -m venv --clear '$(VENV)'; \
	    fi; \
	done; \
	echo 'Python 3.11, 3.12 or 3.13 is needed and none of these is one: $(PYTHONS). Name one: make PYTHON=/path/to/python3.12' >&2; \
	exit 1

$(VENV)/run.lock: requirements.lock $(VENV)/bin/python
$(VENV)/dev.lock: requirements-dev.lock $(VENV)/bin/python
$(VENV)/tools.lock: tests/tools/requirements.lock $(VENV)/dev.lock
$(VENV)/run.lock $(VENV)/dev.lock $(VENV)/tools.lock:
	@echo 'installing what $< pins'
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@cp $< '$@'

lock: $(VENV)/dev.lock ## pin the dependencies of pyproject.toml anew, with hashes: UPGRADE=1 takes the newest
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --all-extras -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) --group tools -c requirements-dev.lock -o tests/tools/requirements.lock

COMPILE = $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) pyproject.toml

clean: ## delete the environment and caches; published tables stay
	rm -rf '$(VENV)' .mypy_cache .ruff_cache .pytest_cache .hypothesis build
	find scripts tests -name __pycache__ -prune -exec rm -rf {} +
