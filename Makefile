# One door: `make check` runs every check that CI runs, in this environment.
.PHONY: check lint types test slow

check: lint types test slow

lint:
	ruff check .
	ruff format --check .

types:
	mypy

test:
	pytest

slow:
	pytest -m "slow and not browser" || [ $$? -eq 5 ]

.PHONY: pictures
pictures:
	python docs/pictures.py
