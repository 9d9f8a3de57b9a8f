#!/usr/bin/env bash
# Installs the Debian packages on this machine, uses what they brought, and takes them off again. Needs root.
#
#   tests/install/deb.sh PACKAGES    the directory of the .deb files
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
names=(mahdar libmahdar-dev libmahdar0.1)
scratch=$(mktemp -d)
clean_up() {
  apt-get remove -q -y "${names[@]}" >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap clean_up EXIT

apt-get install -q -y --no-install-recommends "$1"/*.deb >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
cd "$scratch"
found=$(printf '%s' "أجرى الرئيس التركي رجب طيب أردوغان اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين." |
  extract_events --published 2021-10-07 - | grep -c '"type":"call"')
[ "$found" -eq 1 ]
read -ra flags < <(pkg-config --cflags --libs mahdar)
c++ -std=c++17 -o program "$here/main.cpp" "${flags[@]}"
./program >/dev/null
python3 "$here/door_test.py" libmahdar.so.0.1
echo "Debian packages: installed, used: passed"
