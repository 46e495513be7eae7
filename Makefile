# Everything that one does with Allybook, from a fresh clone on.

VENV := .venv
PYTHON := $(VENV)/bin/python
# Another one: make PYTHON3=python3.12 demo
PYTHON3 ?= python3
READY := $(VENV)/.ready
SERVED := $(VENV)/.served
export QT_LOGGING_RULES ?= qt.qpa.*=false
# Tests start the program hundreds of times: without bytecode each start compiles all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check types words bench screens venv lock translations wheel clean

# Whose program the environment runs: it may be that of another folder, after this one was moved
# or copied, and none at all after the system got another Python.
RUNS := $(shell $(PYTHON) -c "import sys, os, allybook; \
	print(*map(os.path.realpath, allybook.__path__[sys.version_info < (3, 11):]))" 2>/dev/null)
ifneq ($(RUNS),$(realpath desktop/allybook))
.PHONY: $(READY)
endif

# Try the program: in a window on the practice network, or, without a display, as a tour.
demo: venv
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname)" = Darwin ]; then \
		$(PYTHON) -m allybook --practice; \
	else \
		$(PYTHON) -m allybook tour --out build/tour >/dev/null; \
	fi

test: venv $(SERVED)
	$(PYTHON) -m pytest -q -n 2 --dist worksteal

# With -j2, types are checked beside all the rest.
check: types words

types: venv
	$(VENV)/bin/mypy

words: venv
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports --no-logo
	$(PYTHON) packaging/translations.py --check

# One part: make bench ONLY=timeline
bench: venv
	$(PYTHON) -m tests.benchmarks $(ONLY)

screens: venv
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m allybook tour --out build/screens --every-state
	QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1.5 $(PYTHON) -m allybook tour --out build/screens/150 --every-state

translations: venv
	$(PYTHON) packaging/translations.py

# The environment is made again whenever the lock or the project's own words change,
# and from the ground up where it does not run this program (above), or has no pip: python3-venv was
# lacking then, or somebody stopped it.
venv: $(READY)

$(READY): requirements/dev.txt pyproject.toml packaging/linux/packages.txt
	@$(PYTHON3) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
		echo "Allybook needs Python 3.11 or newer; where that has another name:" >&2; \
		echo "    make PYTHON3=python3.12 $(or $(MAKECMDGOALS),demo)" >&2; exit 1; }
	packaging/linux/prepare.sh
	[ "$(RUNS)" = "$(realpath desktop/allybook)" ] && $(PYTHON) -m pip --version >/dev/null 2>&1 || \
		$(PYTHON3) -m venv --clear $(VENV)
	$(PYTHON) -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

# What only the tests ask of the system.
$(SERVED): packaging/linux/packages-tests.txt $(READY)
	packaging/linux/prepare.sh packages-tests.txt
	touch $(SERVED)

# Pin what development and release stand on, with hashes and without addresses.
lock:
	$(VENV)/bin/uv pip compile pyproject.toml --extra dev --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --quiet \
		--custom-compile-command "make lock" --output-file requirements/dev.txt

wheel: venv
	$(PYTHON) -m hatchling build --target wheel

clean:
	rm -rf build dist $(VENV)
