# `make site` builds the archive into public/, `make test` checks everything; both install what they need.
PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/python
OUT ?= public

.PHONY: help site check serve test same long bench wheel lock docs clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(VENV)/.run ## build the archive into public/
	$(RUN) -m sitegen build --out $(OUT)

check: $(VENV)/.run ## find what is wrong in the content, as far as files show it
	$(RUN) -m sitegen check

serve: $(VENV)/.run ## build, show on localhost, rebuild on every change
	$(RUN) -m sitegen serve

test: $(VENV)/.node ## lint, types and all quick tests, a browser among them
	sh tools/need-browser.sh
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m pytest -q -n 2 --dist loadgroup -m "not long"

same: $(VENV)/.test ## build twice in different environments and compare every byte
	$(RUN) -m pytest -q -n0 tests/long/test_same_bytes.py

long: $(VENV)/.node ## the checks that take minutes
	sh tools/need-browser.sh
	$(RUN) -m pytest -q -n 2 --dist loadgroup -m long

bench: $(VENV)/.node ## time what readers wait for; takes minutes, and figures mean something on a quiet machine only
	sh tools/need-browser.sh
	$(RUN) -m benchmarks.lighthouse

wheel: $(VENV)/.run ## make the program's one file, for editors and for other archives, in dist/
	$(RUN) -m hatchling build -t wheel

docs: $(VENV)/.run ## write docs/reference/ and .vscode/ anew from the program
	$(RUN) -m tools.write_reference
	$(RUN) -m tools.write_template_reference
	$(RUN) -m sitegen schema

lock: $(VENV)/.test ## write the hash-locked requirements anew
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --extra build -o requirements.lock pyproject.toml
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --extra build --extra test -c requirements.lock -o requirements-test.lock pyproject.toml
	$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" -c requirements.lock -o sitegen/engine/start/template/requirements.lock pyproject.toml

clean: ## remove everything that was made
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis tests/node/node_modules

$(VENV)/bin/python:
	sh tools/make-venv.sh $(PYTHON) $(VENV)

# The stamps carry the lock: a changed lock installs again, an unchanged one costs nothing.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.run
	$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

$(VENV)/.node: tests/node/package-lock.json $(VENV)/.test
	$(RUN) -m tests.node.install
	touch $@
