#!/usr/bin/env python3
"""The statements of tests/corpus: who says what in which words, against what a reader wrote.

Usage: statements_test.py COMMAND [DIR] [--floor 0.NN] [--quiet]

Only events with a "statements" list in `expected` are asked; an empty list says that there is none. A found statement is
an expected one if at least half of the words of both together are common to them (by place in the text). Of those that
are, speakers, act and topics are compared. Prints precision, recall and F1 of statements (words and speakers right), the
share of right acts, and F1 of topics; fails if F1 of statements is below the floor.
"""
import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys

import golden_test


def find_statements(command, articles):
    """The command's records, by id."""
    given = "".join(json.dumps({k: a.get(k) for k in golden_test.ARTICLE_KEYS}, ensure_ascii=False) + "\n" for a in articles)
    done = subprocess.run([*shlex.split(command), "--format", "jsonl", "-"], input=given, capture_output=True, text=True,
                          encoding="utf-8", check=True)
    return {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}


def likeness(a, b):
    """How much of two stretches together is in both."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]))


def matched_events(article, record):
    """Each expected event that has statements, with the found event of its type and most of its people, or None."""
    left = list(record["events"])
    for expected in article["expected"]["events"]:
        wanted = set(expected["participants"])
        best = max(left, key=lambda e: (e["type"] == expected["type"]) * len(wanted & {p["name"] for p in e["participants"]}),
                   default=None)
        fits = best is not None and best["type"] == expected["type"] and wanted & {p["name"] for p in best["participants"]}
        if fits:
            left.remove(best)
        if "statements" in expected:
            yield expected, best if fits else None


def score(article, record, tally, note):
    names = {e["id"]: e["name"] for e in record["entities"]}
    for expected, event in matched_events(article, record):
        found = [dict(s, span=(s["start"], s["end"])) for s in (event or {}).get("statements", [])]
        for want in expected["statements"]:
            start = article["text"].index(want["text"])
            span = (start, start + len(want["text"]))
            same = max(found, key=lambda s: likeness(s["span"], span), default=None)
            if same is None or likeness(same["span"], span) < 0.5:
                tally["missed"] += 1
                note(f"- {', '.join(want['speakers'])}: {want['act']}: {want['text']}")
                continue
            found.remove(same)
            speakers = {names[s] for s in same["speakers"]}
            right = speakers == set(want["speakers"])
            tally["hit"] += right
            tally["missed"] += not right
            tally["extra"] += not right
            tally["act right"] += same["act"] == want["act"]
            tally["act"] += 1
            for name, count in (("topic hit", set(want["topics"]) & set(same["topics"])),
                                ("topic missed", set(want["topics"]) - set(same["topics"])),
                                ("topic extra", set(same["topics"]) - set(want["topics"]))):
                tally[name] += len(count)
            if not right:
                note(f"speakers: expected {want['speakers']}; found {sorted(speakers)}: {same['text']}")
            if same["act"] != want["act"]:
                note(f"act: expected {want['act']}; found {same['act']}: {same['text']}")
            if set(same["topics"]) != set(want["topics"]):
                note(f"topics: expected {want['topics']}; found {same['topics']}: {same['text']}")
        for extra in found:
            tally["extra"] += 1
            note(f"+ {', '.join(names[s] for s in extra['speakers'])}: {extra['act']}: {extra['text']}")


def f1(hit, missed, extra):
    return 2 * hit / (2 * hit + missed + extra) if hit else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("directory", nargs="?", default=pathlib.Path(__file__).parent / "corpus")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(pathlib.Path(options.directory).glob("*.json"))]
    articles = [a for a in articles if any("statements" in e for e in a["expected"]["events"])]
    records = find_statements(options.command, articles)
    tally = collections.Counter()
    for article in articles:
        def note(line):
            if not options.quiet:
                print(f"{article['id']}: {line}")
        score(article, records[article["id"]], tally, note)
    hit, missed, extra = tally["hit"], tally["missed"], tally["extra"]
    value = f1(hit, missed, extra)
    print(f"{len(articles)} articles, {hit + missed} statements: {hit} found with their speakers, {missed} missed or with others, "
          f"{extra} too many or with others: F1 {value:.3f} (floor {options.floor:.2f})")
    print(f"of those found, {tally['act right']} of {tally['act']} acts are right; topics F1 "
          f"{f1(tally['topic hit'], tally['topic missed'], tally['topic extra']):.3f}")
    return 0 if value >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
