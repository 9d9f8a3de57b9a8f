#!/usr/bin/env python3
"""Extraction takes time and memory linear in the article's length, whatever the article: linear_test.py PROBE [BYTES]

Counts instructions (callgrind) and the most bytes held for texts of n, 2n and 4n bytes of each kind in linear/probe.cpp.
Twice the text may cost at most RATIO times the instructions, and the memory must stay under PER_BYTE bytes a byte of text.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

RATIO = 2.2
PER_BYTE, BASE = 200, 1 << 20


def run(probe, size):
    """The probe's lines, each with the instructions of its extraction behind it."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out"
        told = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", probe, str(size)],
                              capture_output=True, text=True, check=True).stdout
        lines = [line.split("\t") for line in told.splitlines()]
        dumps = [pathlib.Path(f"{out}.{number}").read_text("utf-8", "replace") for number in range(1, len(lines) + 1)]
    totals = [int(re.search(r"^(?:totals|summary): (\d+)", dump, re.M).group(1)) for dump in dumps]
    return [line + [total] for line, total in zip(lines, totals)]


def main():
    lines = run(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20000)
    failures = 0
    before = {}
    print(f'{"kind":22}{"bytes":>9}{"instr./byte":>13}{"ratio":>7}{"held/byte":>11}')
    for kind, _, size, held, instructions in lines:
        size, held = int(size), int(held)
        ratio = instructions / before[kind] if kind in before else None
        before[kind] = instructions
        wrong = (ratio or 0) > RATIO or held > PER_BYTE * size + BASE
        failures += wrong
        shown = f"{ratio:7.2f}" if ratio else " " * 7
        print(f'{kind:22}{size:9}{instructions / size:13.0f}{shown}{held / size:11.0f}{"  FAILED" if wrong else ""}')
    print(f"{len(lines)} extractions, {failures} failures")
    return 1 if failures or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
