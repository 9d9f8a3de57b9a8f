#!/usr/bin/env python3
"""Measured quality by type, status and outlet.

Usage: quality.py GOLD RECORDS
       quality.py --corpus COMMAND

GOLD is a file of annotated articles, one JSON object a line (id, source, events; keys as in tests/corpus), RECORDS the
command's output for them; with --corpus the command is run on the articles of tests/corpus. Prints a row for all, each
type, each status and each outlet: events asked for, F1 of events, and of those found the share with the right status and
day, and F1 of people, day, place, initiator and topics. Events that pair with an optional one are not counted.
"""
import argparse
import collections
import json
import pathlib

import golden_test as golden

COLUMNS = ("participants", "date", "location", "initiator", "topics")


def groups(event, outlet):
    """The rows that an event counts in, by what is expected of it, or found where nothing is expected."""
    yield "all"
    yield f"type {event['type']}"
    yield f"status {min(event['values']['status'])}"
    if outlet:
        yield f"outlet {outlet}"


def count(article_events, record, outlet, rows):
    expected = [golden.expected_event(event) for event in article_events]
    found = [golden.found_event(event) for event in record["events"]]
    pairs = golden.pair(expected, found)
    for i, event in enumerate(expected):
        if event["optional"]:
            continue
        for group in groups(event, outlet):
            row = rows[group]
            row["event"].add(i in pairs, i not in pairs, 0)
            if i not in pairs:
                continue
            wrong = any(any(golden.differences(event, found[pairs[i]], role)) for role in ("status", "date"))
            row["strict"].add(not wrong, wrong, 0)
            for role in COLUMNS:
                missing, extra = golden.differences(event, found[pairs[i]], role)
                row[role].add(len(event["values"][role]) - len(missing), len(missing), len(extra))
    for j, event in enumerate(found):
        if j not in pairs.values():
            for group in groups(event, outlet):
                rows[group]["event"].add(0, 0, 1)


def show(rows):
    print("| | events | F1 | status and day | " + " | ".join(COLUMNS) + " |")
    print("|---" * (4 + len(COLUMNS)) + "|")
    order = ("all", "type", "status", "outlet")
    for name in sorted(rows, key=lambda name: (order.index(name.split()[0]), name)):
        row = rows[name]
        asked, held = row["event"]["hit"] + row["event"]["missed"], row["strict"]["hit"] + row["strict"]["missed"]
        cells = [f"{row[role].f1():.2f}" if row[role]["hit"] + row[role]["missed"] else "-" for role in COLUMNS]
        strict = f"{row['strict']['hit'] / held:.2f}" if held else "-"
        print(f"| {name} | {asked} | {row['event'].f1():.2f} | {strict} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="GOLD RECORDS")
    parser.add_argument("--corpus", metavar="COMMAND")
    options = parser.parse_args()
    rows = collections.defaultdict(lambda: collections.defaultdict(golden.Tally))
    if options.corpus:
        articles = golden.read_articles(pathlib.Path(__file__).parent / "corpus")
        records = golden.run(options.corpus, articles)
        for article in articles:
            count(article["expected"]["events"], records[article["id"]], None, rows)
    elif len(options.files) == 2:
        read = lambda path: [json.loads(line) for line in pathlib.Path(path).read_text("utf-8").splitlines() if line.strip()]
        records = {record["id"]: record for record in read(options.files[1])}
        for article in read(options.files[0]):
            count(article["events"], records[article["id"]], article.get("source"), rows)
    else:
        parser.error("two files, or --corpus COMMAND")
    show(rows)


if __name__ == "__main__":
    main()
