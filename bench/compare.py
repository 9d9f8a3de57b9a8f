#!/usr/bin/env python3
"""compare.py EXTRACT_EVENTS YARDSTICKS DIRECTORY: the command beside others, as ratios in one run.

Every program is run in turn, in nine rounds, on the same file, its output written to a file; the figure is the median of
user and system time. The corpora are made in DIRECTORY unless they are there; MAHDAR_BENCH_TEXT=FILE (JSON lines with a
`text`) takes the place of the general one. MAHDAR_BENCH_MB and MAHDAR_BENCH_ROUNDS change size (60) and rounds (9).
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTES = float(os.environ.get("MAHDAR_BENCH_MB", 60))
ROUNDS = int(os.environ.get("MAHDAR_BENCH_ROUNDS", 9))
MATCH_BYTES = 8_000_000  # of text, for the matchers
TRIGGERS = "اتصال|هاتفي|التقى|لقاء|اجتماع|محادثات"


def generate(directory, name, what, size):
    path = directory / name
    if not path.exists():
        print(f"making {path}", file=sys.stderr)
        partial = path.with_suffix(".part")
        with open(partial, "wb") as out:
            subprocess.run([sys.executable, HERE / "generate.py", what, str(size)], stdout=out, check=True)
        partial.rename(path)
    return path


def plain_text(directory, corpus):
    path = directory / "plain.txt"
    size = 0
    with open(corpus, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for line in lines:
            text = json.loads(line)["text"] + "\n"
            out.write(text)
            size += len(text.encode())
            if size > MATCH_BYTES:
                break
    return path


def spent(command, environment, source, directory):
    """User and system seconds of one run."""
    with open(source, "rb") as stdin, open(directory / "output", "wb") as stdout:
        process = subprocess.Popen(command, stdin=stdin, stdout=stdout, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def compare_programs(extract_events, yardsticks, general, dense, directory):
    utf8, c = {"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C"}
    programs = {
        "extract_events, general news": ([extract_events, "-"], {}, general),
        "extract_events, dense news": ([extract_events, "-"], {}, dense),
        "wc -w, C.UTF-8": (["wc", "-w"], utf8, general),
        "wc -w, C": (["wc", "-w"], c, general),
        "grep -cE, six triggers, C": (["grep", "-cE", TRIGGERS], c, general),
        "ICU BreakIterator": ([yardsticks, "words", general], {}, general),
        "UTF-8 check": ([yardsticks, "utf8", general], {}, general),
    }
    times = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, (command, environment, source) in programs.items():
            times[name].append(spent(command, environment, source, directory))
    speeds = {}
    for name, (_, _, source) in programs.items():
        speeds[name] = os.path.getsize(source) / 1e6 / statistics.median(times[name])
    ours = speeds["extract_events, general news"]
    print(f"{'':32}{'MB/s':>8}  extract_events on general news is")
    for name, speed in speeds.items():
        print(f"{name:32}{speed:8.1f}  {ours / speed:8.3f} times as fast")
    print(f"dense / general: {speeds['extract_events, dense news'] / ours:.2f}")


def compare_matchers(yardsticks, lists, text, directory):
    print(f"\n{'names':>10}{'ms':>10}{'memory MB':>11}{'load ms':>9}   python3-ahocorasick: ms, MB, load ms; ratio of the speeds")
    for names in lists:
        commands = ([yardsticks, "match", names, text], [sys.executable, HERE / "match_ahocorasick.py", names, text])
        runs = [[], []]
        for _ in range(max(1, ROUNDS // 3)):
            for i, command in enumerate(commands):
                output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                runs[i].append([float(n) for n in re.match(r"([\d.]+) ms, \d+ matches, ([\d.]+) MB, loaded in (\d+)", output).groups()])
        ours, theirs = (min(run) for run in runs)
        count = sum(1 for _ in open(names, "rb"))
        print(f"{count:10}{ours[0]:10.0f}{ours[1]:11.1f}{ours[2]:9.0f}   {theirs[0]:.0f}, {theirs[1]:.0f}, {theirs[2]:.0f}; {theirs[0] / ours[0]:.1f}")
    print(subprocess.run([yardsticks, "map", lists[-1], directory / "names.image"], capture_output=True, text=True, check=True).stdout.strip())


def main():
    extract_events, yardsticks, directory = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    directory.mkdir(parents=True, exist_ok=True)
    own = os.environ.get("MAHDAR_BENCH_TEXT")
    general = pathlib.Path(own) if own else generate(directory, "general.jsonl", "general", MEGABYTES)
    dense = generate(directory, "dense.jsonl", "dense", MEGABYTES)
    lists = [
        generate(directory, "names.txt", "names", 0),
        generate(directory, "50000.txt", "aliases", 50_000),
        generate(directory, "1000000.txt", "aliases", 1_000_000),
    ]
    compare_programs(extract_events, yardsticks, general, dense, directory)
    compare_matchers(yardsticks, lists, plain_text(directory, general), directory)


if __name__ == "__main__":
    main()
