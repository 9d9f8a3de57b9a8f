#!/usr/bin/env python3
"""Runs the command on articles and checks every record: it is valid by the schema, spans slice to their text in each
offset unit, ids that are referred to exist, lists are in the order of the text.

Usage: check_records.py COMMAND [FILE...]
A FILE holds articles as JSON lines, one JSON object or plain text; without one, those of the project are read.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
UNITS = ("codepoint", "utf16", "byte")


def encode(text, unit):
    """The text so that indexing counts in the unit, and the bytes of a unit."""
    if unit == "byte":
        return text.encode("utf-8"), 1
    return (text.encode("utf-16-le"), 2) if unit == "utf16" else (text.encode("utf-32-le"), 4)


def spans(value, path=""):
    """Every object below `value` that has start, end and text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value
        for key, child in value.items():
            yield from spans(child, f"{path}.{key}")
    elif isinstance(value, list):
        for i, child in enumerate(value):
            yield from spans(child, f"{path}[{i}]")


def check_spans(record):
    unit = record["offset_unit"]
    encoded, width = encode(record["text"], unit)
    codec = {"codepoint": "utf-32-le", "utf16": "utf-16-le", "byte": "utf-8"}[unit]
    parts = {key: record[key] for key in ("entities", "times", "events")}
    for path, span in spans(parts):
        if span["start"] is None:
            if span["end"] is not None or span["text"] is not None:
                yield f"{path}: half a span"
            continue
        piece = encoded[span["start"] * width:span["end"] * width].decode(codec, "replace")
        if span["start"] >= span["end"] or piece != span["text"]:
            yield f"{path}: {span['start']}-{span['end']} is {piece!r}, not {span['text']!r}"
    for key in ("segments", "warnings"):
        for i, span in enumerate(record[key]):
            if span["start"] is not None and not 0 <= span["start"] <= span["end"] <= len(encoded) // width:
                yield f"{key}[{i}]: outside the text"


def check_references(record):
    known = [entity["id"] for entity in record["entities"]]
    if len(set(known)) != len(known):
        yield "entities: an id stands twice"
    for event in record["events"]:
        found = [("participants", p["entity"]) for p in event["participants"] if p["entity"] is not None]
        found += [(key, item["entity"]) for key in ("agreements", "attribution") for item in event[key]]
        found += [("statements", speaker) for item in event["statements"] for speaker in item["speakers"]]
        found += [("location", event["location"]["entity"])] if event["location"] else []
        for key, entity in found:
            if entity not in known:
                yield f"{event['id']}.{key}: no entity {entity}"
        topics = {topic["id"] for topic in event["topics"]}
        for statement in event["statements"]:
            if not set(statement["topics"]) <= topics:
                yield f"{event['id']}.statements: topics that the event does not have: {set(statement['topics']) - topics}"


def first_of(mentions):
    return min(mention["start"] for mention in mentions)


def orders(record):
    """The lists of a record, as the places that must rise."""
    yield "segments", [s["start"] for s in record["segments"]]
    yield "times", [t["start"] for t in record["times"]]
    yield "entities", [first_of(e["mentions"]) for e in record["entities"]]
    for entity in record["entities"]:
        yield entity["id"], [m["start"] for m in entity["mentions"]]
    yield "events", [first_of(e["evidence"]) for e in record["events"]]
    for event in record["events"]:
        for key in ("participants", "agreements", "statements", "attribution", "evidence"):
            yield f"{event['id']}.{key}", [item["start"] for item in event[key] if item["start"] is not None]
        yield f"{event['id']}.topics", [first_of(t["mentions"]) for t in event["topics"]]
        for topic in event["topics"]:
            yield f"{event['id']}.{topic['id']}", [m["start"] for m in topic["mentions"]]


def check_order(record):
    for name, places in orders(record):
        if places != sorted(places):
            yield f"{name}: not in the order of the text: {places}"
    for i, event in enumerate(record["events"], 1):
        if event["id"] != f"e{i}":
            yield f"events: {event['id']} where e{i} belongs"


def check_record(record, validator):
    failures = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(record)]
    if failures:
        return failures
    if record["error"]:
        filled = [key for key in ("segments", "entities", "times", "events", "warnings") if record[key]]
        return [f"{key}: not empty beside an error" for key in filled]
    if record["text"] is None:
        return ["text: missing, though asked for"]
    return [*check_spans(record), *check_references(record), *check_order(record)]


def load_validator():
    schema = json.loads((HERE / "schema/extraction.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def project_articles():
    patterns = ("tests/corpus/**/*.jsonl", "tests/corpus/**/*.txt", "tests/corpus/**/*.json", "examples/articles/**/*")
    found = {path for pattern in patterns for path in HERE.parent.glob(pattern) if path.is_file()}
    return sorted(path for path in found if "record" not in path.name and "expected" not in path.name and path.suffix in (".txt", ".json", ".jsonl"))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    files = sys.argv[2:] or [str(path) for path in project_articles()]
    validator = load_validator()
    checked = failed = 0
    for unit in UNITS:
        for name in files:
            run = subprocess.run([sys.argv[1], "--with-text", "--offsets", unit, name], capture_output=True, check=False)
            if run.returncode not in (0, 1):
                failed += 1
                print(f"{name}: exit status {run.returncode}: {run.stderr.decode('utf-8', 'replace')[:300]}")
            for line in run.stdout.split(b"\n")[:-1]:
                record = json.loads(line)
                checked += 1
                failures = check_record(record, validator)
                failed += bool(failures)
                for failure in failures:
                    print(f"{name}: {record['id']}: {unit}: {failure}")
    print(f"{len(files)} files, {checked} records, {failed} failures")
    return 1 if failed or (files and not checked) else 0


if __name__ == "__main__":
    sys.exit(main())
