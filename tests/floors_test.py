#!/usr/bin/env python3
"""The floors of lib/: a file includes only its own floor and lower ones, no two headers include each other,
a third-party header is seen on its own floor only, and sources are ASCII.

Usage: floors_test.py [PROJECT]
"""
import pathlib
import re
import sys

# text and gazetteer share the ground floor: the tokeniser knows no table, page furniture is read from one.
FLOORS = {"text": 0, "gazetteer": 0, "rules": 1, "time": 2, "events": 3, "compiled_data.h": 4, "compiled_data.cpp": 4,
          "extractor.cpp": 5, "io": 6, "c_door.cpp": 7}
GROUND = {"document.h"}  # what every floor may include, beside the public headers
PUBLIC = "mahdar/"
HOMES = {"unicode/": "text", "re2/": "rules", "nlohmann/": "io", "gumbo.h": "io"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        match = INCLUDE.match(line.decode("ascii", "replace"))
        if match:
            yield number, match.group(1) == '"', match.group(2)


def check_include(path, lib, own, header):
    """What is wrong with an include of `path`, or None."""
    floor = path.relative_to(lib).parts[0]
    if not own:
        for prefix, home in HOMES.items():
            if header.startswith(prefix) and floor != home:
                return f"<{header}> is for lib/{home} only"
        return None
    if header.startswith(PUBLIC) or header in GROUND:
        return None
    target = header.split("/")[0]
    if target not in FLOORS:
        return f'"{header}" is on no floor'
    if not (lib / header).is_file():
        return f'"{header}" does not exist'
    if floor in GROUND:
        return f'"{header}": {floor} stands below all floors'
    if FLOORS[target] > FLOORS[floor]:
        return f'"{header}": {floor} stands below {target}'
    return None


def find_cycles(lib):
    graph = {h.relative_to(lib).as_posix(): [i for _, own, i in includes(h) if own] for h in lib.rglob("*.h")}
    done, failures = set(), []

    def visit(header, trail):
        if header in trail:
            failures.append("includes in a circle: " + " -> ".join(trail[trail.index(header):] + [header]))
            return
        if header in done or header not in graph:
            return
        for target in graph[header]:
            visit(target, trail + [header])
        done.add(header)

    for header in sorted(graph):
        visit(header, [])
    return failures


def find_non_ascii(project):
    for folder in ("lib", "include", "examples"):
        for path in sorted((project / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            for number, line in enumerate(path.read_bytes().splitlines(), 1):
                if not line.isascii():
                    yield f"{path.relative_to(project)}:{number}: not ASCII"


def main():
    project = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    lib = project / "lib"
    failures = []
    files = [p for p in sorted(lib.rglob("*")) if p.suffix in (".h", ".cpp")]
    for path in files:
        if path.relative_to(lib).parts[0] not in FLOORS.keys() | GROUND:
            failures.append(f"lib/{path.relative_to(lib)}: on no floor")
            continue
        for number, own, header in includes(path):
            wrong = check_include(path, lib, own, header)
            if wrong:
                failures.append(f"lib/{path.relative_to(lib)}:{number}: {wrong}")
    failures += find_cycles(lib)
    failures += find_non_ascii(project)
    print("\n".join(failures))
    print(f"{len(files)} files, {len(failures)} failures")
    return 1 if failures or not files else 0


if __name__ == "__main__":
    sys.exit(main())
