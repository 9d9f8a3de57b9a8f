#!/usr/bin/env python3
"""The examples' records as text: each article of examples/articles against tests/examples_golden.

Usage: examples_test.py COMMAND [--update]

A golden file is what a careful reader takes from the article; see tests/README.md. A section that begins with the line
"--- found" is what the command writes instead, where it falls short: the test passes on either, and tells the shortfall.
--update writes that section anew, and drops it where it is not needed. It never changes what the reader wrote.
"""
import difflib
import json
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent
ARTICLES = TESTS.parent / "examples" / "articles"
GOLDEN = TESTS / "examples_golden"
FOUND = "--- found\n"


def participant(p):
    name = p["name"] if p["kind"] == "person" else f"{p['kind']} of {p['name']}"
    notes = [p["role"]] * (p["role"] != "participant") + ["initiator"] * p["initiator"]
    return name + (f" ({', '.join(notes)})" if notes else "")


def day(date):
    if date is None:
        return None
    first, last = date["start_date"], date["end_date"]
    value = date["timex"] if first is None else first if first == last else f"{first} to {last}"
    return value + (" (implied)" if date["certainty"] == "implied" else "")


def statement(s, names):
    quote = " ".join(s["text"].split()[:4])
    return f"{', '.join(names.get(i, i) for i in s['speakers'])}: {s['act']}: {quote}"


def summarise(event, names):
    """The lines of an event."""
    heading = [event["type"], event["status"]] + [event["medium"]] * (event["medium"] == "video")
    yield " ".join(heading + [] if event["main"] else heading + ["background"])
    yield from (f"  {key}: {value}" for key, value in (
        ("date", day(event["date"])),
        ("place", event["location"] and event["location"]["name"]),
        ("participants", "; ".join(sorted(participant(p) for p in event["participants"]))),
        ("topics", ", ".join(sorted(t["id"] for t in event["topics"]))),
        ("agreements", ", ".join(sorted(a["name"] for a in event["agreements"]))),
        ("attribution", ", ".join(sorted(a["name"] for a in event["attribution"])))) if value)
    yield from (f"  statement: {statement(s, names)}" for s in event["statements"])


def render(record):
    names = {e["id"]: e["name"] for e in record["entities"]}
    published = record["published"]
    head = f"published: {published['value']} ({published['basis']})" if published else "published: unknown"
    blocks = [[head]] + [list(summarise(event, names)) for event in record["events"]]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def read_golden(path):
    wanted, _, found = path.read_text("utf-8").partition(FOUND)
    return wanted.rstrip("\n") + "\n", found


def update(path, wanted, got):
    path.write_text(wanted if wanted == got else f"{wanted}\n{FOUND}{got}", "utf-8")


def check(path, got, updating):
    """Whether the record is as it should be (True), as known (None), or neither (False)."""
    wanted, found = read_golden(path)
    if updating:
        update(path, wanted, got)
        return True if wanted == got else None
    if got == wanted:
        if found:
            print(f"{path.name}: all is found now; drop its section '--- found' (--update does)")
        return not found
    if got == found:
        return None
    sys.stdout.writelines(difflib.unified_diff(
        (found or wanted).splitlines(True), got.splitlines(True), f"tests/examples_golden/{path.name}", "record"))
    return False


def main():
    command, updating = sys.argv[1], "--update" in sys.argv[2:]
    articles = sorted(p for p in ARTICLES.iterdir() if p.suffix in (".txt", ".json"))
    names = [p.stem for p in articles]
    run = subprocess.run([command, "--format", "jsonl", *map(str, articles)], stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    assert [r["id"].removesuffix(".txt") for r in records] == names, "a record for each article, in order"
    assert sorted(p.stem for p in GOLDEN.glob("*.txt")) == names, "a golden file for each article"
    results = [check(GOLDEN / f"{n}.txt", render(r), updating) for n, r in zip(names, records)]
    print(f"{results.count(True)} of {len(results)} records as a reader would write them, "
          f"{results.count(None)} with known shortfalls, {results.count(False)} neither")
    return 1 if False in results else 0


if __name__ == "__main__":
    sys.exit(main())
