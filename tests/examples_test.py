#!/usr/bin/env python3
"""The records of examples/articles, line by line, against what a careful reader wrote in tests/examples_golden.

Usage: examples_test.py COMMAND [--recall 0.NN] [--precision 0.NN] [--quiet]

A golden file is written by reading, never from a record; see tests/README.md. The command's records are put in the same
form, their events paired with the reader's, and each thing that a line says (a day, a participant with roles, a topic)
is counted: found, missed (-) or too many (+). Fails if recall or precision over all files is below its floor, or a file
of tests/examples_golden/must_pass.txt differs.
"""
import argparse
import json
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent
ARTICLES = TESTS.parent / "examples" / "articles"
GOLDEN = TESTS / "examples_golden"
SEPARATORS = {"participants": "; ", "topics": ", ", "agreements": ", ", "attribution": ", "}


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
    yield " ".join([event["type"], event["status"]] + [event["medium"]] * (event["medium"] == "video")
                   + ["background"] * (not event["main"]))
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


def facts_of(block):
    """What the lines of an event say, one thing each."""
    heading, *lines = block.splitlines()
    kind, status, *notes = heading.split()
    facts = {f"type: {kind}", f"status: {status}", "background" if "background" in notes else "main"}
    facts |= {f"medium: {note}" for note in notes if note != "background"}
    for line in lines:
        key, _, value = line.strip().partition(": ")
        values = value.split(SEPARATORS[key]) if key in SEPARATORS else [value]
        facts |= {f"{key}: {v}" for v in values}
    return facts


def read(text):
    """The article's day and the facts of each event."""
    head, *blocks = text.strip("\n").split("\n\n")
    return head, [facts_of(block) for block in blocks]


def people(facts):
    return {f.partition(": ")[2].partition(" (")[0] for f in facts if f.startswith("participants: ")}


def likeness(wanted, got):
    """How well two events agree; 0 if they are of two types or share nobody."""
    kinds = [{f for f in facts if f.startswith("type: ")} for facts in (wanted, got)]
    shared = len(people(wanted) & people(got))
    return 0 if kinds[0] != kinds[1] or not shared else shared + len(wanted & got) / 100


def pair(wanted, got):
    """Pairs of events, best first, each taken once; then those of one side alone."""
    scored = sorted(((-likeness(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(got)))
    left, right = dict(enumerate(wanted)), dict(enumerate(got))
    for score, i, j in scored:
        if score < 0 and i in left and j in right:
            yield left.pop(i), right.pop(j)
    yield from ((w, set()) for w in left.values())
    yield from ((set(), g) for g in right.values())


def compare(name, wanted, got, quiet):
    """Counts of facts found, missed and too many in one record; prints those that differ."""
    (day_wanted, events_wanted), (day_got, events_got) = wanted, got
    pairs = [({day_wanted}, {day_got}), *pair(events_wanted, events_got)]
    hit, missed, extra = (sum(map(len, sets)) for sets in zip(*((w & g, w - g, g - w) for w, g in pairs)))
    if not quiet and missed + extra:
        print(f"{name}: {hit} found, {missed} missed, {extra} too many")
        for w, g in pairs:
            if w != g:
                print("  " + (", ".join(sorted(people(w or g))) or "the article's day"))
            for mark, facts in (("-", w - g), ("+", g - w)):
                print("".join(f"    {mark} {fact}\n" for fact in sorted(facts)), end="")
    return hit, missed, extra


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("--recall", type=float, default=0.0, help="least share of the reader's facts that are found")
    parser.add_argument("--precision", type=float, default=0.0, help="least share of the record's facts that are the reader's")
    parser.add_argument("--quiet", action="store_true", help="totals only")
    options = parser.parse_args()
    articles = sorted(p for p in ARTICLES.iterdir() if p.suffix in (".txt", ".json"))
    names = [p.stem for p in articles]
    must_pass = set((GOLDEN / "must_pass.txt").read_text("utf-8").split())
    run = subprocess.run([options.command, "--format", "jsonl", *map(str, articles)], stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    assert [r["id"].removesuffix(".txt") for r in records] == names, "a record for each article, in order"
    golden = {p.stem: read(p.read_text("utf-8")) for p in GOLDEN.glob("*.txt") if p.name != "must_pass.txt"}
    assert sorted(golden) == names and must_pass <= set(names), "a golden file for each article"
    counts = {name: compare(name, golden[name], read(render(record)), options.quiet) for name, record in zip(names, records)}
    hit, missed, extra = map(sum, zip(*counts.values()))
    recall, precision = hit / (hit + missed), hit / (hit + extra)
    right = {name for name, (_, m, e) in counts.items() if m + e == 0}
    print(f"{hit} facts found, {missed} missed, {extra} too many: recall {recall:.3f} (floor {options.recall:.2f}), "
          f"precision {precision:.3f} (floor {options.precision:.2f}); {len(right)} of {len(names)} records wholly right")
    if must_pass - right:
        print(f"must pass, but differ: {', '.join(sorted(must_pass - right))}")
    return 1 if must_pass - right or recall < options.recall or precision < options.precision else 0


if __name__ == "__main__":
    sys.exit(main())
