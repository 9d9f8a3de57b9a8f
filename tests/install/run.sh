#!/usr/bin/env bash
# Installs the library to a fresh prefix, static and shared, moves the prefix, and builds and runs a program against it
# with CMake and with pkg-config; then configures a program that takes the project in by add_subdirectory.
#
#   tests/install/run.sh [BUILD]    BUILD: a directory where the static library is built already
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(cd "$here/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
jobs=$(nproc)
launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi

say() { printf 'install test: %s\n' "$*"; }

quietly() {
  if ! "$@" >"$scratch/log" 2>&1; then
    cat "$scratch/log"
    say "failed: $*"
    exit 1
  fi
}

build_library() {  # directory, further settings
  local build=$1
  shift
  quietly cmake -S "$source" -B "$build" -DMAHDAR_COMMAND=OFF -DMAHDAR_TESTS=OFF "${launcher[@]}" "$@"
  quietly cmake --build "$build" -j "$jobs" --target mahdar
}

check_prefix() {  # name, prefix
  local name=$1 prefix=$2 lib
  lib=$(dirname "$(find "$prefix" -name pkgconfig -type d)")
  quietly cmake -S "$here" -B "$scratch/consumer-$name" -DCMAKE_PREFIX_PATH="$prefix"
  quietly cmake --build "$scratch/consumer-$name"
  quietly env LD_LIBRARY_PATH="$lib" "$scratch/consumer-$name/consumer"
  say "$name, find_package: passed"
  local flags
  flags=$(PKG_CONFIG_PATH="$lib/pkgconfig" pkg-config --cflags --libs "mahdar >= 0.1")
  # shellcheck disable=SC2086
  quietly c++ -std=c++17 -Wall -Wextra -Werror -o "$scratch/plain-$name" "$here/main.cpp" $flags
  quietly env LD_LIBRARY_PATH="$lib" "$scratch/plain-$name"
  say "$name, pkg-config: passed"
}

static=${1:-}
if [ -z "$static" ]; then
  static=$scratch/static
  build_library "$static" -DBUILD_SHARED_LIBS=OFF
fi
quietly cmake --install "$static" --prefix "$scratch/first/static"
build_library "$scratch/shared" -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Debug
quietly cmake --install "$scratch/shared" --prefix "$scratch/first/shared"
mv "$scratch/first" "$scratch/moved"

check_prefix static "$scratch/moved/static"
check_prefix shared "$scratch/moved/shared"

# Only what the public headers promise is visible in the shared library.
library=$(find "$scratch/moved/shared" -name 'libmahdar.so' | head -n 1)
foreign=$(nm -DC --defined-only "$library" | grep -E ' [TDBR] ' | grep -v 'mahdar::' || true)
if [ -n "$foreign" ]; then
  echo "$foreign" | head -n 10
  say "the shared library shows symbols that are not its own"
  exit 1
fi
say "shared, visible symbols: passed"

quietly cmake -S "$here" -B "$scratch/within" -DMAHDAR_SOURCE="$source"
say "add_subdirectory: configured"
