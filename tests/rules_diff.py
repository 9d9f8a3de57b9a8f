#!/usr/bin/env python3
"""How records change between two data directories.

Usage: rules_diff.py COMMAND ARTICLES OLD NEW [--limit N]
       make rules-diff ARTICLES=... [OLD=DIR] [NEW=DIR]

ARTICLES is what the command reads: a folder, or a file of JSON articles, one a line. OLD and NEW are directories of
tables that overlay the built-in ones; "-" stands for the built-in ones alone. Prints each article whose events or
entities differ, what is gone (-) and what is new (+), and how many of each field there are; exits with 1 if any differ.
"""
import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys


def records(command, articles, data, limit):
    words = shlex.split(command) + ["--format", "jsonl"] + (["--data", data] if data != "-" else [])
    if pathlib.Path(articles).is_file():
        lines = pathlib.Path(articles).read_text("utf-8").splitlines(keepends=True)[:limit]
        done = subprocess.run([*words, "-"], input="".join(lines), capture_output=True, text=True, encoding="utf-8")
    else:
        done = subprocess.run([*words, articles], capture_output=True, text=True, encoding="utf-8")
    if done.returncode > 1:
        sys.exit(done.stderr.strip())
    return [json.loads(line) for line in done.stdout.splitlines()]


def facts(record):
    """What a record says, a line a fact, each with the field that it belongs to."""
    for event in record["events"]:
        people = "+".join(sorted(p["name"] for p in event["participants"]))
        head = f"{event['type']} {people}"
        yield "event", head
        yield "status", f"{head}: {event['status']}"
        yield "main", f"{head}: {'main' if event['main'] else 'background'}"
        yield "date", f"{head}: {event['date'] and (event['date']['start_date'] or event['date']['timex'])}"
        yield "place", f"{head}: {event['location'] and event['location']['name']}"
        for p in event["participants"]:
            if p["initiator"] or p["role"] != "participant":
                yield "role", f"{head}: {p['name']}: {p['role']}{', initiator' if p['initiator'] else ''}"
        for topic in event["topics"]:
            yield "topic", f"{head}: {topic['id']}"
        for agreement in event["agreements"]:
            yield "agreement", f"{head}: {agreement['name']}"
        for said in event["statements"]:
            yield "statement", f"{head}: {said['act']}: {said['text']}"
        for source in event["attribution"]:
            yield "attribution", f"{head}: {source['name']}"
    for entity in record["entities"]:
        yield entity["type"], entity["name"]


def compare(old, new, tally):
    """The lines that tell how two records differ."""
    before, after = collections.Counter(facts(old)), collections.Counter(facts(new))
    for sign, lines in (("-", before - after), ("+", after - before)):
        for (field, line), count in lines.items():
            tally[field, sign] += count
            yield f"  {sign} {field}: {line}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("articles")
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--limit", type=int, help="of a file, its first N articles")
    options = parser.parse_args()
    before, after = (records(options.command, options.articles, data, options.limit) for data in (options.old, options.new))
    tally, changed = collections.Counter(), 0
    for number, (old, new) in enumerate(zip(before, after), 1):
        lines = list(compare(old, new, tally))
        if lines:
            changed += 1
            print("\n".join([new["id"] or f"article {number}", *lines]))
    print(f"{changed} of {len(after)} records differ")
    for field in sorted({field for field, _ in tally}):
        print(f"  {field:14} -{tally[field, '-']} +{tally[field, '+']}")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
