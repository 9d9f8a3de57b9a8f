#!/usr/bin/env python3
"""match_ahocorasick.py NAMES FILE: the names of a list in a plain text, by python3-ahocorasick; as `yardsticks match`."""
import sys
import time

import ahocorasick


def resident_megabytes():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096 / 1e6


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        lines = file.read().split("\n")
    before, begin = resident_megabytes(), time.perf_counter()
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    with open(sys.argv[1], encoding="utf-8") as file:
        for number, name in enumerate(file):
            automaton.add_word(name.rstrip("\n"), number)
    automaton.make_automaton()
    load, memory, begin = time.perf_counter() - begin, resident_megabytes() - before, time.perf_counter()
    matches = sum(1 for line in lines for _ in automaton.iter(line))
    spent = time.perf_counter() - begin
    print(f"{spent * 1000:.1f} ms, {matches} matches, {memory:.1f} MB, loaded in {load * 1000:.0f} ms")


if __name__ == "__main__":
    main()
