#!/usr/bin/env python3
"""Equal articles give equal records: determinism_test.py COMMAND [OTHER_COMMAND]

The articles of tests/corpus and examples/ are read once, then again under other locales and time zones, in another order
and by OTHER_COMMAND (another compiler's). All outputs must be the same byte for byte.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def articles():
    lines = []
    for path in sorted((HERE / "corpus").glob("*.json")) + sorted((HERE.parent / "examples/articles").iterdir()):
        article = json.loads(path.read_text("utf-8")) if path.suffix == ".json" else {"text": path.read_text("utf-8")}
        kept = {key: article[key] for key in ("title", "published", "text") if article.get(key)}
        lines.append(json.dumps({"id": path.stem, **kept}, ensure_ascii=False))
    return lines


def records(command, lines, *options, **environment):
    """The output lines by article id."""
    run = subprocess.run([command, "--format", "jsonl", *options, "-"], input="\n".join(lines) + "\n", text=True,
                         capture_output=True, check=True, env={**os.environ, **environment}, encoding="utf-8")
    return {json.loads(line)["id"]: line for line in run.stdout.splitlines()}


def make_turkish(folder):
    """A folder with the Turkish locale, whose capital of i is another letter; Debian's package locales has its source."""
    subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", f"{folder}/tr_TR.UTF-8"], check=True)
    return folder


def main():
    with tempfile.TemporaryDirectory() as folder:
        return compare(make_turkish(folder))


def compare(turkish):
    command, lines = sys.argv[1], articles()
    expected = records(command, lines)
    assert len(expected) == len(lines) > 100, "a record an article"
    shuffled = random.Random(7).sample(lines, len(lines))
    variants = {
        "again": records(command, lines),
        "locale C": records(command, lines, LC_ALL="C"),
        "locale tr_TR.UTF-8": records(command, lines, LC_ALL="tr_TR.UTF-8", LOCPATH=turkish),
        "time zone Kiritimati": records(command, lines, TZ="Pacific/Kiritimati"),
        "time zone Samoa": records(command, lines, TZ="Pacific/Pago_Pago"),
        "shuffled": records(command, shuffled),
        "one job": records(command, lines, "--jobs", "1"),
        "eight jobs": records(command, lines, "--jobs", "8"),
    }
    if len(sys.argv) > 2:
        variants["other command"] = records(sys.argv[2], lines)
    failures = 0
    for name, got in variants.items():
        different = [key for key in expected if got.get(key) != expected[key]]
        failures += bool(different)
        print(f"{name}: {'equal' if not different else 'DIFFERENT: ' + ', '.join(different[:5])}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
