# Wijkspil in short commands. Without make: `python3 -m wijkspil.opstart.installeer`, then `.venv/bin/wijkspil --help`.

PYTHON ?= python3
BIN := .venv/bin
LOCK := .venv/gereedschap/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.DEFAULT_GOAL := help
.PHONY: help demo stop test lint drills bench plaatjes vertaal locks installeer installeer-dev

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: installeer ## set everything up, let the practice town play, and say where to look
	@$(BIN)/wijkspil demo $(ARGS)

stop: ## stop what runs: web, worker, databases
	@$(BIN)/wijkspil stop

test: installeer-dev ## everything, browsers included when one is installed
	@$(BIN)/wijkspil test $(ARGS)

lint: installeer-dev ## style, types, templates, import directions
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy wijkspil config
	$(BIN)/djlint --lint --quiet wijkspil/templates
	$(BIN)/lint-imports
	$(BIN)/wijkspil vertaal --controleer

drills: installeer-dev ## the slow drills of the trust page, at full size
	@WIJKSPIL_DRILLS=vol $(BIN)/wijkspil test -m traag $(ARGS)

bench: installeer-dev ## the benchmarks, each prints one table
	@for b in $$(grep -l '__name__ == "__main__"' bench/*.py); do $(BIN)/python -m bench.$$(basename $$b .py) || exit 1; done

plaatjes: installeer-dev ## take the pictures in docs/schermen again, from the two journeys in a real browser
	@WIJKSPIL_PLAATJES=docs/schermen $(BIN)/wijkspil test tests/reizen -n 0

vertaal: installeer-dev ## collect the texts, for translators
	@$(BIN)/wijkspil vertaal

installeer:
	@$(PYTHON) -m wijkspil.opstart.installeer

installeer-dev:
	@$(PYTHON) -m wijkspil.opstart.installeer --dev

locks: installeer-dev ## renew the lock files after a change in pyproject.toml
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group test --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --no-annotate --group gereedschap -o requirements-gereedschap.lock
	$(LOCK) --no-annotate --group node -o requirements-node.lock
