#!/usr/bin/env python3
"""gate.py EXTRACT_EVENTS [--write]: instructions per byte of input, for the whole and for each stage, against gate.tsv.

They are counted by callgrind over a small corpus of the generator, start-up left out, and do not depend on how busy the
machine is. Exit status 1 if one is above its number by more than the rise allowed beside it. --write sets the numbers anew.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTES = 1
WHOLE, START, RULES = "whole", "start", "rules"
RULE = "re2::RE2::RE2("  # a rule is compiled when it is first used: once in a process, so it is no cost of a byte
STAGES = {
    "read": "mahdar::ArticleReader::next(",
    "well_formed": "mahdar::is_well_formed_utf8(",
    "language": "mahdar::detect_language",
    "tokenise": "mahdar::tokenise(",
    "sentences": "mahdar::split_sentences(",
    "dates": "mahdar::TimeGrammar::read(",
    "match": "mahdar::Lexicon::find(mahdar::Document const&, mahdar::TokenRange, std::vector",
    "link": "mahdar::link_names(",
    "actors": "mahdar::find_actors(",
    "events": "mahdar::find_events(",
    "record": "mahdar::fill_record(",
    "write": "mahdar::to_json",
}


def callgrind(command, source, directory, *options):
    output = directory / "callgrind.out"
    with open(source, "rb") as stdin:
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", *options, command, "-"],
            stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    total = int(re.search(r"Collected : (\d+)", run.stderr).group(1))
    listing = subprocess.run(
        ["callgrind_annotate", "--inclusive=yes", "--threshold=100", output], capture_output=True, text=True, check=True).stdout
    costs = {}
    for line in listing.splitlines():
        match = re.match(r"\s*([\d,]+) \([^)]*\)\s+\S*?:((?:mahdar|re2)::.*)", line)
        if match:
            costs.setdefault(match.group(2), int(match.group(1).replace(",", "")))
    return total, costs


def measure(command):
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        corpus, empty = directory / "corpus.jsonl", directory / "empty.jsonl"
        with open(corpus, "wb") as out:
            subprocess.run([sys.executable, HERE / "generate.py", "general", str(MEGABYTES)], stdout=out, check=True)
        empty.write_bytes(b"")
        size = corpus.stat().st_size
        start, _ = callgrind(command, empty, directory)
        total, costs = callgrind(command, corpus, directory)
        def cost_of(function):
            return sum(cost for symbol, cost in costs.items() if symbol.startswith(function))

        rules = cost_of(RULE)
        found = {START: start / 1e6, RULES: rules / 1e6, WHOLE: (total - start - rules) / size}
        for stage, function in STAGES.items():
            found[stage] = (cost_of(function) - (rules if stage == "events" else 0)) / size
        return found


def main():
    found = measure(sys.argv[1])
    table = HERE / "gate.tsv"
    lines = [line for line in table.read_text().splitlines()]
    failed, written = False, []
    for line in lines:
        if line.startswith("#") or line.startswith("stage\t"):
            written.append(line)
            continue
        stage, limit, rise = line.split("\t")
        value = found[stage]
        written.append(f"{stage}\t{value:.1f}\t{rise}")
        over = value > float(limit) * (1 + float(rise) / 100)
        failed = failed or over
        print(f"{stage:12}{value:8.1f}  {limit:>8} + {rise} %{'  TOO MANY' if over else ''}")
    if "--write" in sys.argv:
        table.write_text("\n".join(written) + "\n")
    elif failed:
        sys.exit("more instructions than gate.tsv allows: find the cause, or set it anew with --write and say why")


if __name__ == "__main__":
    main()
