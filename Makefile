# The menu. `make` alone prints it; each command does its own set-up, first time and again.
PYTHON := .venv/bin/python
BENCH ?=

.DEFAULT_GOAL := menu
.PHONY: menu setup run test check bench train figures likelihood shots package deb portable check-package test-package test-package-windows lock clean
COMPRESSION ?= xz

menu: ## print this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make the virtual environment, and install the system libraries Qt needs
	@sh installer/setup.sh

run: setup ## open the window on the sample archive
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PYTHON) -m pressmark seeds; else $(PYTHON) tests/show.py; fi

test: setup ## run every test, the window's under a virtual screen
	@$(PYTHON) -m pytest

check: setup ## ruff, mypy, import-linter, house rules, documents
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(PYTHON) -m pytest -q tests/test_house_rules.py tests/test_documents.py

bench: setup ## measure speed and quality; BENCH=FOLDER is where the data lie
	@$(PYTHON) tests/bench/run.py "$(BENCH)"

train: setup ## train the cleaners of lines and of tags anew into resources/; BENCH=FOLDER is where the data lie
	@$(PYTHON) tests/training/train.py "$(BENCH)"
	@$(PYTHON) tests/training/train_tags.py "$(BENCH)"

figures: setup ## cross-validate the line cleaner, and write the figures into its card
	@$(PYTHON) tests/training/train.py "$(BENCH)" --figures

likelihood: setup ## fit the likelihood of a relation anew, and print its figures; BENCH=FOLDER is where the data lie
	@$(PYTHON) tests/training/likelihood.py "$(BENCH)"

shots: setup ## screenshots of the main states, into build/shots
	@$(PYTHON) tests/shots.py

package: deb portable ## build the Debian package, the portable folder and the wheel into dist/
	@$(PYTHON) -m hatchling build -t wheel

deb: ## build the Debian package; COMPRESSION=zstd is quick
	@sh installer/setup.sh package
	@$(PYTHON) installer/freeze.py
	@$(PYTHON) installer/deb.py --compression $(COMPRESSION)

portable: deb ## build the folder for other Linux distributions
	@$(PYTHON) installer/portable.py

check-package: ## see that the Debian package is valid, small and the same when built again
	@sh installer/setup.sh package
	@$(PYTHON) tests/package/check.py

test-package: ## install it on a fresh Debian and use it as a person does (root only)
	@sh installer/setup.sh package
	@unshare --mount --pid --fork --kill-child --propagation private sh -c '$(PYTHON) tests/package/run.py; exit $$?'

test-package-windows: ## try the Windows installer under Wine
	@$(PYTHON) tests/package/windows.py

lock: ## resolve the dependencies anew into requirements.lock (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev --no-emit-index-url \
	  --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

clean: ## remove what the other commands made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
