#!/usr/bin/env python3
"""How often events are right, by the confidence that their record gives.

Usage: calibration.py GOLD RECORDS [--above 0.9] [--right 0.NN] [--share 0.NN]
       calibration.py --corpus COMMAND [...]

GOLD is a file of annotated articles, one JSON object a line (id, events; keys as in tests/corpus), RECORDS the command's
output for them; with --corpus the command is run on the articles of tests/corpus. An event is right if it is one of the
expected ones (half of their people are the same, or a third and the day or the place) with its status and its day; those
that pair with an optional one are not counted. Prints a row for each band of confidence; fails if of the records above
--above too few are right, or too few of all are above it.
"""
import argparse
import json
import pathlib
import sys

import golden_test as golden

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def read_lines(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text("utf-8").splitlines() if line.strip()]


def together(expected, found):
    """Whether two events that share a third of their people share their day or place, too."""
    wanted, got = expected["values"]["participants"], found["values"]["participants"]
    if expected["type"] != found["type"] or not wanted | got or len(wanted & got) / len(wanted | got) < 0.3:
        return False
    return any(golden.found_values(expected, found, role) and not any(golden.differences(expected, found, role))
               for role in ("date", "location"))


def judged(article_events, record):
    """Confidence of each found event, and whether it is right."""
    expected = [golden.expected_event(event) for event in article_events]
    found = [golden.found_event(event) for event in record["events"]]
    of = {j: i for i, j in golden.pair(expected, found).items()}
    for i, event in enumerate(expected):
        for j in range(len(found)):
            if i not in of.values() and j not in of and together(event, found[j]):
                of[j] = i
    for j, event in enumerate(record["events"]):
        if j in of and expected[of[j]]["optional"]:
            continue
        right = j in of and not any(any(golden.differences(expected[of[j]], found[j], role)) for role in ("status", "date"))
        yield event["confidence"], right


def print_table(scores, above):
    print("confidence   events   right")
    for low, high in zip(BANDS, BANDS[1:]):
        band = [right for confidence, right in scores if low <= confidence < high]
        if band:
            print(f"{low:.2f}-{min(high, 1):.2f}    {len(band):6}   {sum(band) / len(band):5.2f}")
    top = [right for confidence, right in scores if confidence > above]
    share, right = len(top) / len(scores), sum(top) / len(top) if top else 1.0
    print(f"above {above:.2f}: {len(top)} of {len(scores)} events ({share:.2f}), {sum(top)} right ({right:.3f})")
    return share, right


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="GOLD RECORDS")
    parser.add_argument("--corpus", metavar="COMMAND")
    parser.add_argument("--above", type=float, default=0.9)
    parser.add_argument("--right", type=float, default=0.0)
    parser.add_argument("--share", type=float, default=0.0)
    options = parser.parse_args()
    if options.corpus:
        articles = golden.read_articles(pathlib.Path(__file__).parent / "corpus")
        records = golden.run(options.corpus, articles)
        expected = {article["id"]: article["expected"]["events"] for article in articles}
    elif len(options.files) == 2:
        expected = {line["id"]: line["events"] for line in read_lines(options.files[0])}
        records = {line["id"]: line for line in read_lines(options.files[1])}
    else:
        parser.error("two files, or --corpus COMMAND")
    scores = [score for id_, events in expected.items() if id_ in records for score in judged(events, records[id_])]
    share, right = print_table(scores, options.above)
    return 0 if right >= options.right and share >= options.share else 1


if __name__ == "__main__":
    sys.exit(main())
