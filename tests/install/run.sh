#!/usr/bin/env bash
# Installs the library to a fresh prefix, static and shared, moves the prefix, and builds and runs a C++ and a C program
# against it with CMake and with pkg-config, and the C door from Python; then configures a program that takes the project
# in by add_subdirectory, and one by FetchContent.
#
#   tests/install/run.sh STATIC SHARED    the directories where the two kinds of the library were built
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(cd "$here/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf 'install test: %s\n' "$*"; }

quietly() {
  if ! "$@" >"$scratch/log" 2>&1; then
    cat "$scratch/log"
    say "failed: $*"
    exit 1
  fi
}

check_cmake() {  # name, prefix, library directory
  quietly cmake -S "$here" -B "$scratch/consumer-$1" -DCMAKE_PREFIX_PATH="$2"
  quietly cmake --build "$scratch/consumer-$1"
  for program in consumer consumer_c; do
    quietly env LD_LIBRARY_PATH="$3" "$scratch/consumer-$1/$program"
  done
  say "$1, find_package, C++ and C: passed"
}

check_pkg_config() {  # name, library directory
  local compile link
  export PKG_CONFIG_PATH=$2/pkgconfig
  read -ra compile < <(pkg-config --cflags "mahdar >= 0.1")
  read -ra link < <(pkg-config --libs mahdar)
  quietly c++ -std=c++17 -Wall -Wextra -Werror "${compile[@]}" -o "$scratch/plain-$1" "$here/main.cpp" "${link[@]}"
  quietly cc -std=c11 -Wall -Wextra -Werror "${compile[@]}" -c -o "$scratch/c-$1.o" "$here/main.c"
  quietly c++ -o "$scratch/c-$1" "$scratch/c-$1.o" "${link[@]}"
  for program in plain c; do
    quietly env LD_LIBRARY_PATH="$2" "$scratch/$program-$1"
  done
  say "$1, pkg-config, C++ and C: passed"
}

for kind in static shared; do
  quietly cmake --install "$1" --prefix "$scratch/first/$kind"
  shift
done
mv "$scratch/first" "$scratch/moved"
for kind in static shared; do
  libraries=$(dirname "$(find "$scratch/moved/$kind" -name pkgconfig -type d)")
  check_cmake "$kind" "$scratch/moved/$kind" "$libraries"
  check_pkg_config "$kind" "$libraries"
done

# Only what the public headers promise is visible in the shared library.
library=$(find "$scratch/moved/shared" -name 'libmahdar.so' | head -n 1)
foreign=$(nm -DC --defined-only "$library" | grep -E ' [TDBR] ' | grep -vE 'mahdar::| T mahdar_[a-z]+$' || true)
if [ -n "$foreign" ]; then
  echo "$foreign" | head -n 10
  say "the shared library shows symbols that are not its own"
  exit 1
fi
say "shared, visible symbols: passed"
quietly python3 "$here/door_test.py" "$library"
say "shared, C door from Python: passed"

quietly cmake -S "$here" -B "$scratch/within" -DMAHDAR_SOURCE="$source"
say "add_subdirectory: configured"
quietly cmake -S "$here" -B "$scratch/fetched" -DMAHDAR_FETCH="$source"
say "FetchContent: configured"
