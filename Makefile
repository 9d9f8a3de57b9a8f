# make demo     installs what is missing, builds the command, runs it on the articles of examples/
# make test     installs what is missing, builds and runs every test
# make test-slow     large input: streams of 2 GB, an article of 50 MB, a page nested 10,000 deep
# make test-browser  pages of --format html in headless Chromium
# make lint     form of the sources, floors of lib/, linter of the tables
# make format   brings the sources into that form
# make tidy     clang-tidy over lib/
# make asan     the tests under AddressSanitizer and UndefinedBehaviorSanitizer
# make tsan     the tests under ThreadSanitizer
# make fuzz     the four fuzzers, for FUZZ_SECONDS each; make fuzz-long: an hour each
# make compilers  clang++ builds the command too; its records are g++'s, byte for byte
# make linear   time (instructions) and memory at n, 2n and 4n of ordinary and adversarial articles
# make bench          Google Benchmark of each stage and of the whole
# make bench-compare  the command beside wc, grep, ICU, python3-ahocorasick: ratios (MAHDAR_BENCH_TEXT=FILE: on that text)
# make bench-gate     instructions per byte of each stage against bench/gate.tsv
# make install-test   installs to a temporary prefix; a program outside links it
# make docs     the public interface as pages in build/docs
# make cppcheck, make coverage: what cppcheck says; how much of lib/ the tests run
# make deb      Debian packages in build/packages, checked by lintian
# make deb-test installs those packages on this machine (as root), uses them, and takes them off again
# make rules-diff ARTICLES=FOLDER|FILE [OLD=DIR] [NEW=DIR]   how records change between two directories of tables
# make clean    removes build/
#
# MAHDAR_DATES_FILE=FILE adds the test over a file of date expressions with their values.

BUILD_PACKAGES = g++ cmake ninja-build pkg-config libicu-dev libre2-dev nlohmann-json3-dev libfmt-dev libcli11-dev libgumbo-dev zlib1g-dev libzstd-dev
TEST_PACKAGES = $(BUILD_PACKAGES) libgtest-dev libgmock-dev python3 python3-jsonschema locales \
  zstd jq miller sqlite3 parallel
BENCH_PACKAGES = $(BUILD_PACKAGES) libbenchmark-dev python3
FUZZ_SECONDS ?= 60
JOBS ?= $(shell nproc)

CCACHE := $(shell command -v ccache)
ifneq ($(CCACHE),)
export CMAKE_CXX_COMPILER_LAUNCHER ?= $(CCACHE)
endif

CONFIGURE = cmake --log-level=NOTICE -DMAHDAR_DATES_FILE="$(MAHDAR_DATES_FILE)" --preset
COMPILE = cmake --build -j $(JOBS) --preset
CTEST = ctest --output-on-failure --no-tests=error -j $(JOBS) --test-dir
# Sanitizers of these compilers need the addresses where they were before kernels began to scatter them more widely.
FIXED_ADDRESSES = setarch "$$(uname -m)" -R
SOURCES = $$(find lib include examples tests bench cmake -name '*.h' -o -name '*.cpp')

# The project has no mail host and no bug at Debian; the call of ldconfig is CPack's own.
LINTIAN_LEAVES = bogus-mail-host,bogus-mail-host-in-debian-changelog,initial-upload-closes-no-bugs,maintscript-calls-ldconfig

.PHONY: demo test test-slow test-browser lint format tidy asan tsan fuzz fuzz-long compilers linear bench bench-compare bench-gate install-test \
  docs cppcheck coverage deb deb-test clean rules-diff
.DEFAULT_GOAL := demo

demo:
	@.ci/need $(BUILD_PACKAGES)
	@$(CONFIGURE) release
	@$(COMPILE) release
	@echo
	build/release/examples/extract_events --format text examples/articles

test:
	@.ci/need $(TEST_PACKAGES)
	@$(CONFIGURE) dev
	@$(COMPILE) dev
	$(CTEST) build/dev

test-slow:
	@.ci/need $(TEST_PACKAGES)
	@$(CONFIGURE) dev
	@$(COMPILE) dev
	$(CTEST) build/dev -C slow -R command_slow_test --verbose

test-browser:
	@.ci/need $(TEST_PACKAGES) chromium fonts-noto-core
	@$(CONFIGURE) dev
	@$(COMPILE) dev
	$(CTEST) build/dev -C browser -R browser_test

lint:
	@.ci/need clang-format python3
	clang-format --dry-run -Werror $(SOURCES)
	python3 tests/floors_test.py
	python3 tests/tables_test.py | grep -v ^warning: ; exit $${PIPESTATUS[0]}
lint: SHELL := /bin/bash

format:
	@.ci/need clang-format
	clang-format -i $(SOURCES)

tidy:
	@.ci/need $(TEST_PACKAGES) clang-tidy
	@$(CONFIGURE) dev
	@cmake --build --preset dev --target mahdar
	find lib -name '*.cpp' -print0 | xargs -0 -n 1 -P $(JOBS) clang-tidy --quiet -p build/dev

asan:
	@.ci/need $(TEST_PACKAGES)
	@$(CONFIGURE) asan
	@$(FIXED_ADDRESSES) $(COMPILE) asan
	$(FIXED_ADDRESSES) $(CTEST) build/asan

tsan:
	@.ci/need $(TEST_PACKAGES)
	@$(CONFIGURE) tsan
	@$(FIXED_ADDRESSES) $(COMPILE) tsan
	$(FIXED_ADDRESSES) $(CTEST) build/tsan

fuzz:
	@.ci/need $(BUILD_PACKAGES) clang libclang-rt-14-dev
	@$(CONFIGURE) fuzz
	@$(COMPILE) fuzz
	@for target in extract dates tables input; do \
	  mkdir -p build/fuzz/corpus/$$target && echo "fuzzing $$target for $(FUZZ_SECONDS) s" && \
	  $(FIXED_ADDRESSES) build/fuzz/tests/fuzz/$${target}_fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=20 \
	    -rss_limit_mb=4096 -verbosity=0 -print_final_stats=1 -dict=tests/fuzz/arabic.dict -artifact_prefix=build/fuzz/ \
	    build/fuzz/corpus/$$target tests/fuzz/seeds/$$target || exit 1; \
	done

fuzz-long:
	$(MAKE) fuzz FUZZ_SECONDS=3600

compilers:
	@.ci/need $(TEST_PACKAGES) clang
	@$(CONFIGURE) release
	@$(COMPILE) release
	@$(CONFIGURE) clang -DMAHDAR_TESTS=OFF
	@$(COMPILE) clang
	python3 tests/determinism_test.py build/release/examples/extract_events build/clang/examples/extract_events

linear:
	@.ci/need $(BUILD_PACKAGES) valgrind python3
	@$(CONFIGURE) release -DMAHDAR_LINEAR=ON
	@$(COMPILE) release --target linear_probe
	python3 tests/linear_test.py build/release/tests/linear/linear_probe

bench:
	@.ci/need $(BENCH_PACKAGES)
	@$(CONFIGURE) release -DMAHDAR_BENCH=ON
	@$(COMPILE) release
	@mkdir -p build/corpora
	@for kind in "general 10" "dense 10" "aliases 50000" "aliases 1000000"; do \
	  set -- $$kind; file="build/corpora/bench-$$1-$$2"; \
	  [ -f "$$file" ] || { bench/generate.py $$1 $$2 > "$$file.part" && mv "$$file.part" "$$file"; } || exit 1; done
	build/release/bench/mahdar_bench $(if $(MAHDAR_BENCH_TEXT),"$(MAHDAR_BENCH_TEXT)",build/corpora/bench-general-10) \
	  build/corpora/bench-dense-10 build/corpora/bench-aliases-50000 build/corpora/bench-aliases-1000000

bench-compare:
	@.ci/need $(BENCH_PACKAGES) python3-ahocorasick
	@$(CONFIGURE) release -DMAHDAR_BENCH=ON
	@$(COMPILE) release
	@/usr/bin/python3 bench/compare.py build/release/examples/extract_events build/release/bench/yardsticks build/corpora

bench-gate:
	@.ci/need $(BUILD_PACKAGES) valgrind python3
	@$(CONFIGURE) release
	@$(COMPILE) release
	bench/gate.py build/release/examples/extract_events

install-test:
	@.ci/need $(BUILD_PACKAGES) python3
	@$(CONFIGURE) release
	@$(COMPILE) release
	@$(CONFIGURE) shared
	@$(COMPILE) shared
	tests/install/run.sh "$(CURDIR)/build/release" "$(CURDIR)/build/shared"

docs:
	@.ci/need doxygen
	@mkdir -p build
	doxygen cmake/Doxyfile

cppcheck:
	@.ci/need cppcheck
	cppcheck --quiet --std=c++20 --language=c++ --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	  -j $(JOBS) -I include -I lib lib

coverage:
	@.ci/need $(TEST_PACKAGES) gcovr
	@$(CONFIGURE) coverage
	@$(COMPILE) coverage
	$(CTEST) build/coverage
	gcovr --root . --filter lib/ --exclude-throw-branches --exclude-unreachable-branches build/coverage --print-summary

deb:
	@.ci/need $(BUILD_PACKAGES) dpkg-dev file lintian
	@$(CONFIGURE) release
	@$(COMPILE) release
	@$(CONFIGURE) shared
	@$(COMPILE) shared
	rm -rf build/packages
	cpack --config build/shared/CPackConfig.cmake -B build/packages
	lintian --allow-root --fail-on error,warning --suppress-tags $(LINTIAN_LEAVES) build/packages/*.deb

deb-test: deb
	tests/install/deb.sh "$(CURDIR)/build/packages"

clean:
	rm -rf build

# OLD and NEW overlay the built-in tables; - is those alone.
OLD ?= -
NEW ?= gazetteers
ARTICLES ?= examples/articles

rules-diff:
	@.ci/need $(BUILD_PACKAGES) python3
	@$(CONFIGURE) release
	@$(COMPILE) release
	python3 tests/rules_diff.py build/release/examples/extract_events "$(ARTICLES)" "$(OLD)" "$(NEW)"
