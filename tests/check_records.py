#!/usr/bin/env python3
"""Every record of the command keeps the promises of the schema, over the examples, the corpus and hard inputs.

Usage: check_records.py COMMAND [JSONL...]      more articles, one JSON object a line

Each record validates against tests/schema; each span, in each unit of offsets, slices to its text; each id that is
referred to is one of the record's entities; each list is in the order of the text; confidence has two decimals.
"""
import json
import pathlib
import re
import subprocess
import sys

import jsonschema

TESTS = pathlib.Path(__file__).resolve().parent
HARD = [  # what spans are easily wrong in: characters of one to four bytes, bidi marks, broken words, NUL
    "\U0001F4DE\u200F أجرى الرئيس التركي رجب طيب أردوغان \U0001F600 اتصـ.ـالاً هاتفياً مع نظيره الروسي فلاديمير بوتين.\u2028التقى "
    "الوزيران\u0000 في سوتشي\u0085 يوم ٧ أكتوبر ٢٠٢١",
    "\ufeff", "", "\n\n\n", "بوتين", "e\u0301" * 50]


def read_articles(paths):
    for path in paths:
        for line in path.read_text("utf-8").split("\n"):
            if line.strip():
                yield json.loads(line)


def collect(arguments):
    examples = TESTS.parent / "examples" / "articles"
    for path in sorted(examples.glob("*.txt")):
        yield {"id": path.name, "text": path.read_text("utf-8")}
    for path in sorted([*examples.glob("*.json"), *(TESTS / "corpus").glob("*.json")]):
        article = json.loads(path.read_text("utf-8"))
        yield {key: article[key] for key in ("id", "title", "url", "source", "published", "text") if key in article}
    for number, text in enumerate(HARD):
        yield {"id": f"hard-{number}", "published": "2021-10-07", "text": text}
    yield from read_articles(pathlib.Path(a) for a in arguments)


def run(command, articles, unit):
    lines = "".join(json.dumps(a) + "\n" for a in articles).encode()
    done = subprocess.run([command, "--input-format", "jsonl", "--offsets", unit, "-"], input=lines, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8").split("\n")[:-1]


def slicer(text, unit):
    """The function from start and end to the text between them."""
    if unit == "codepoint":
        return lambda start, end: text[start:end]
    encoding, width = ("utf-16-le", 2) if unit == "utf16" else ("utf-8", 1)
    encoded = text.encode(encoding)
    return lambda start, end: encoded[width * start:width * end].decode(encoding)


def spans(value, path="$"):
    """Every object with a start, an end and a text, with where it stands."""
    if isinstance(value, dict):
        if value.get("start") is not None and "text" in value:
            yield path, value
        for key, item in value.items():
            yield from spans(item, f"{path}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from spans(item, f"{path}[{number}]")


def references(record):
    for event in record["events"]:
        where = event["id"]
        for p in event["participants"]:
            if p["entity"] is not None:
                yield f"{where} participant", p["entity"]
        for key in ("agreements", "attribution"):
            yield from ((f"{where} {key}", item["entity"]) for item in event[key])
        if event["location"]:
            yield f"{where} location", event["location"]["entity"]
        for s in event["statements"]:
            yield from ((f"{where} statement", speaker) for speaker in s["speakers"])


def lists_of_spans(record):
    """Each list that stands in the order of the text, as its positions."""
    def at(item):
        return item["start"], item["end"]

    def first(item):
        return min(at(m) for m in item["mentions"])

    yield "segments", [at(s) for s in record["segments"]]
    yield "times", [at(t) for t in record["times"]]
    yield "entities", [first(e) for e in record["entities"]]
    yield from ((f"mentions of {e['id']}", [at(m) for m in e["mentions"]]) for e in record["entities"])
    yield "events", [min(at(x) for x in e["evidence"]) for e in record["events"]]
    for event in record["events"]:
        for key in ("participants", "agreements", "statements", "attribution", "evidence"):
            yield f"{event['id']} {key}", [at(x) for x in event[key] if x["start"] is not None]
        yield f"{event['id']} topics", [first(t) for t in event["topics"]]
        yield from ((f"{event['id']} {t['id']}", [at(m) for m in t["mentions"]]) for t in event["topics"])


def check(line, article, unit, validator):
    """What is wrong with a record."""
    record = json.loads(line)
    yield from (f"schema: {e.json_path}: {e.message[:200]}" for e in validator.iter_errors(record))
    if record["id"] != article["id"]:
        yield "not the record of its line"
    cut = slicer(article["text"], unit)
    for path, span in spans(record):
        if not span["start"] < span["end"] or cut(span["start"], span["end"]) != span["text"]:
            yield f"{path}: {span['start']}-{span['end']} is not {span['text']!r}"
    known = [e["id"] for e in record["entities"]]
    if len(known) != len(set(known)):
        yield "two entities of one id"
    yield from (f"{where}: no entity {entity}" for where, entity in references(record) if entity not in known)
    yield from (f"{name}: not in the order of the text" for name, found in lists_of_spans(record) if found != sorted(found))
    if [e["id"] for e in record["events"]] != [f"e{n + 1}" for n in range(len(record["events"]))]:
        yield "events are not numbered e1, e2 ..."
    if len(re.findall(r'"confidence":(?:0\.\d\d|1\.00)}', line)) != len(record["events"]):
        yield "confidence without two decimals"
    if re.search("[\u0085\u2028\u2029\x00-\x1f]", line):
        yield "a line break or control character stands raw"


def main():
    schema = json.loads((TESTS / "schema" / "extraction.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
    articles = list(collect(sys.argv[2:]))
    failures, events = 0, 0
    for unit in ("codepoint", "utf16", "byte"):
        lines = run(sys.argv[1], articles, unit)
        assert len(lines) == len(articles), "a record a line"
        for line, article in zip(lines, articles):
            events += line.count('"evidence":')
            for what in check(line, article, unit, validator):
                failures += 1
                print(f"{article['id']} ({unit}): {what}")
    print(f"{len(articles)} articles in three units, {events} events, {failures} failures")
    return 1 if failures or not events else 0


if __name__ == "__main__":
    sys.exit(main())
