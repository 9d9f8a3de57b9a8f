#!/usr/bin/env python3
"""The articles of tests/corpus: what the command makes of each, against the record that a reader wrote for it.

Usage: golden_test.py COMMAND [DIR] [--floor 0.NN] [--quiet]

COMMAND is run once, as `COMMAND --format jsonl -`, with all articles on standard input, one JSON object a line.
An article is right if each event asked for is found with its people, status, date, place and initiator, and nothing
else is. A value under a key that ends in "_optional" is as good as the value itself; an event with "optional": true
is not asked for, and not wrong. Topics, agreements and main are measured, but fail no article.

Fails if the share of right articles is below the floor, or an article of DIR/must_pass.txt is wrong.
"""
import argparse
import collections
import json
import os
import pathlib
import shlex
import subprocess
import sys
import unicodedata

CHECKED = ("participants", "status", "date", "location", "initiator")
LISTS = ("participants", "topics", "agreements")
ROLES = CHECKED + ("topics", "agreements", "main")
GRAINS = {"month": 7, "quarter": 7, "season": 7, "half": 4, "year": 4, "decade": 4}
ARTICLE_KEYS = ("id", "title", "published", "text")


def fold(name):
    """A name without case, accents and punctuation; "delegation:Turkey" keeps its kind."""
    kind, colon, rest = name.rpartition(":")
    letters = unicodedata.normalize("NFKD", rest.casefold().replace("ı", "i").replace("-", " "))
    return kind + colon + " ".join("".join(c for c in letters if c.isalnum() or c == " ").split())


def as_set(value, role):
    """One value, a list of them or None as a set; names folded."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return {str(v) if role in ("date", "status", "main") else fold(v) for v in values}


def expected_event(event):
    """An event of an `expected` record: for each role the values asked for, and those allowed beside."""
    event = {"main": True, **event}
    return {"type": event["type"], "optional": event.get("optional", False),
            "values": {role: as_set(event.get(role), role) for role in ROLES},
            "allowed": {role: as_set(event.get(role + "_optional"), role) for role in ROLES}}


def found_dates(date):
    """A record's date as `expected` may write it, best first: cut to its grain; none for a vague one."""
    if not date or (date.get("timex") or "").endswith("_REF"):
        return []
    first, grain = date.get("start_date"), date.get("grain")
    if not first:
        return [date["timex"]] if date.get("timex") else []
    if grain in ("week", "weekend"):
        return [first[:10], first[:7]]
    return [first[:GRAINS.get(grain, 10)]]


def participant_name(person):
    kind, name = person["kind"], person["name"]
    return f"{kind}:{name}" if kind in ("delegation", "leader") else name


def found_event(event):
    """An event of a record in the same form; its dates apart, as they are compared by what is asked for."""
    people, date, place = event.get("participants") or [], event.get("date") or {}, event.get("location")
    values = {"participants": [participant_name(p) for p in people],
              "initiator": [participant_name(p) for p in people if p.get("initiator")],
              "location": place["name"] if place else None,
              "topics": [topic["id"] for topic in event.get("topics") or []],
              "agreements": [agreement["name"] for agreement in event.get("agreements") or []],
              "status": event["status"], "main": event.get("main", True), "date": found_dates(date)[:1]}
    return {"type": event["type"], "dates": found_dates(date), "implied": date.get("certainty") == "implied",
            "values": {role: as_set(values[role], role) for role in ROLES}}


def found_values(expected, found, role):
    """What was found for a role; a date in the form that is asked for, an implied one not where none is."""
    if role != "date":
        return found["values"][role]
    if found["implied"] and not expected["values"]["date"]:
        return set()
    good = expected["values"]["date"] | expected["allowed"]["date"]
    return {date for date in found["dates"] if date in good} or found["values"]["date"]


def differences(expected, found, role):
    """The values of a role that are missing, and those too many."""
    wanted, allowed, got = expected["values"][role], expected["allowed"][role], found_values(expected, found, role)
    if role not in LISTS and got and got <= wanted | allowed:
        return set(), set()
    return wanted - got, got - wanted - allowed


def likeness(expected, found):
    """How well two events agree; 0 if they cannot be the same."""
    if expected["type"] != found["type"]:
        return 0.0
    wanted = expected["values"]["participants"]
    got = found["values"]["participants"] - (expected["allowed"]["participants"] - wanted)
    overlap = len(wanted & got) / len(wanted | got) if wanted | got else 0.0
    agree = [role for role in CHECKED if not any(differences(expected, found, role))]
    return overlap + 0.1 * len(agree) + 0.2 * ("date" in agree) if overlap >= 0.5 else 0.0


def pair(expected, found):
    """Pairs of events, best first; those asked for before the optional ones."""
    scored = [(likeness(e, f), e["optional"], i, j) for i, e in enumerate(expected) for j, f in enumerate(found)]
    pairs = {}
    for score, _, i, j in sorted(scored, key=lambda row: (row[1], -row[0], row[2:])):
        if score > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def show(values):
    return ", ".join(sorted(values)) or "none"


def describe(event):
    values = event["values"]
    return f'{event["type"]}, {show(values["status"])}, {show(values["date"])}: {show(values["participants"])}'


class Tally(collections.Counter):
    """Hits, misses and extras of one role."""

    def add(self, hit, missed, extra):
        self.update(hit=hit, missed=missed, extra=extra)

    def f1(self):
        total = 2 * self["hit"] + self["missed"] + self["extra"]
        return 2 * self["hit"] / total if total else 1.0


def compare_pair(expected, found, tallies):
    """A line for each role that differs and fails an article."""
    lines = []
    for role in ROLES:
        missing, extra = differences(expected, found, role)
        wanted = expected["values"][role]
        tallies[role].add(len(wanted) - len(missing), len(missing), len(extra))
        if (missing or extra) and role in CHECKED:
            lines.append(f"    {role}: expected {show(wanted)}; found {show(found_values(expected, found, role))}")
    return [f"  {describe(expected)}"] + lines if lines else []


def compare_events(expected, found, tallies):
    """The lines that tell how the events found differ from the expected ones."""
    lines, pairs = [], pair(expected, found)
    for i, event in enumerate(expected):
        if event["optional"]:
            continue
        tallies["event"].add(i in pairs, i not in pairs, 0)
        if i in pairs:
            lines += compare_pair(event, found[pairs[i]], tallies)
            continue
        lines.append(f"  - {describe(event)}")
        for role in ROLES:
            tallies[role].add(0, len(event["values"][role]), 0)
    for j in sorted(set(range(len(found))) - set(pairs.values())):
        lines.append(f"  + {describe(found[j])}")
        tallies["event"].add(0, 0, 1)
        for role in ROLES:
            tallies[role].add(0, 0, len(found[j]["values"][role]))
    return lines


def compare(article, record, tallies):
    """The lines that tell what is wrong with an article's record; none if it is right."""
    failure = "no record" if record is None else record.get("error") and f'error: {record["error"]}'
    events = [] if failure else record.get("events") or []
    expected = [expected_event(event) for event in article["expected"]["events"]]
    lines = compare_events(expected, [found_event(event) for event in events], tallies)
    return [f"  {failure}"] + lines if failure else lines


def read_articles(directory):
    articles = [json.loads(path.read_text("utf-8")) for path in sorted(directory.glob("*.json"))]
    if not articles or len({article["id"] for article in articles}) < len(articles):
        sys.exit(f"{directory}: no articles, or an id twice")
    return articles


def read_must_pass(path, articles):
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    ids = {line.split("#")[0].strip() for line in lines} - {""}
    unknown = ids - {article["id"] for article in articles}
    if unknown:
        sys.exit(f"{path}: no such article: {show(unknown)}")
    return ids


def run(command, articles):
    """The command's records by id."""
    words = [command] if os.path.exists(command) else shlex.split(command)
    lines = [json.dumps({key: article.get(key) for key in ARTICLE_KEYS}, ensure_ascii=False) for article in articles]
    result = subprocess.run(words + ["--format", "jsonl", "-"], input="\n".join(lines + [""]).encode(), stdout=subprocess.PIPE, check=False)
    if result.returncode:
        sys.exit(f"{command}: exit status {result.returncode}")
    records = [json.loads(line) for line in result.stdout.decode("utf-8").split("\n") if line.strip()]
    return {record["id"]: record for record in records}


def report(tallies):
    print(f'\n{"":14}{"F1":>8}{"hit":>6}{"missed":>8}{"extra":>7}')
    for role in ("event",) + ROLES:
        tally = tallies[role]
        print(f'{role:14}{tally.f1():8.3f}{tally["hit"]:6}{tally["missed"]:8}{tally["extra"]:7}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("directory", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent / "corpus")
    parser.add_argument("--floor", type=float, default=0.0, help="least share of articles that are wholly right")
    parser.add_argument("--quiet", action="store_true", help="do not list the articles that are right")
    options = parser.parse_args()
    articles = read_articles(options.directory)
    must_pass = read_must_pass(options.directory / "must_pass.txt", articles)
    records = run(options.command, articles)
    tallies, wrong = collections.defaultdict(Tally), set()
    for article in articles:
        lines = compare(article, records.get(article["id"]), tallies)
        if lines:
            wrong.add(article["id"])
            print("\n".join([f'FAIL {article["id"]}: {article["phenomenon"]}'] + lines))
        elif not options.quiet:
            print(f'PASS {article["id"]}')
    report(tallies)
    right = len(articles) - len(wrong)
    print(f"\n{right} of {len(articles)} articles are wholly right: {right / len(articles):.3f} (floor {options.floor:.2f})")
    if wrong & must_pass:
        print(f"must pass, but wrong: {show(wrong & must_pass)}")
    return 1 if wrong & must_pass or right / len(articles) < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
