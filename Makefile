# `make run` shows the dashboard, `make test` tests everything; both set up what they need, on any machine with Python 3.11+.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = 1

.PHONY: run test check build messages benchmark screenshots clean

run: .venv/ready ## build an edition of data/ and serve the dashboard on http://127.0.0.1:8501
	-$(BIN)/python -m sidang build
	$(BIN)/python -m sidang serve --port $(PORT)

test: .venv/ready-dev ## everything that has to hold: form, types, queries, texts, data, pages, browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 2 --disable-progress-bar queries
	$(BIN)/python -m sidang check
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --ignore tests/browser
	$(BIN)/pytest tests/browser

check: .venv/ready ## list every fault of the dataset
	$(BIN)/python -m sidang check

build: .venv/ready ## make an edition of data/ and serve it from now on
	$(BIN)/python -m sidang build

messages: .venv/ready ## bring new interface texts into the catalogues in locale/
	$(BIN)/python -m sidang messages

benchmark: .venv/ready-benchmark ## measure side by side and write docs/performance.md
	$(BIN)/python -m benchmarks

screenshots: .venv/ready-dev ## show every page in docs/pages.md anew
	$(BIN)/python -m tests.screenshots

clean: ## remove the environment and all editions
	rm -rf .venv var

.venv/ready: requirements.txt constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/ready-benchmark: requirements-benchmark.txt .venv/ready-dev
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-benchmark.txt
	touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
