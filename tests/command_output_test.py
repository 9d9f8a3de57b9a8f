#!/usr/bin/env python3
"""The extract_events command: what comes out."""
import csv
import io
import json
import os
import pathlib
import re
import signal
import subprocess
import time
import unittest

from command_support import CALL, COMMAND, KEYS, VALIDATOR, Command, records_of, run


class Formats(Command):
    def test_json(self):
        finished = run("--format", "json", "-", data=CALL)
        self.assertEqual(json.loads(finished.stdout), records_of(run("-", data=CALL))[0])
        self.assertGreater(finished.stdout.count(b"\n"), 50)

    def test_text(self):
        text = run("--format", "text", "--published", "2021-10-07", "-", data=CALL).stdout.decode("utf-8")
        for part in ("call (phone), occurred", "2021-10-07", "Vladimir Putin", "\u2068", "statements", "evidence"):
            self.assertIn(part, text)
        self.assertEqual(text.count("\u2068"), text.count("\u2069"))

    def test_text_shows_no_controls(self):
        spoilt = CALL.replace("بوتين", "بو\u202e\x1b[31mتين\u2069\x07").replace("، ", "،\u2066 ")
        article = json.dumps({"id": "a\x1b]0;x\x07\u202e", "title": "t\u202e", "text": spoilt})
        text = run("--format", "text", "-", data=article).stdout.decode("utf-8")
        for character in "\x1b\x07\u202e\u2066":
            self.assertNotIn(character, text)
        self.assertEqual(text.count("\u2068"), text.count("\u2069"))

    def test_separators_of_lines_are_escaped(self):
        out = run("--with-text", "-", data="a\u2028b\u2029c\u0085d").stdout.decode("utf-8")
        self.assertEqual(len(out.splitlines()), 1)
        self.assertEqual(json.loads(out)["text"], "a\u2028b\u2029c\u0085d")

    def test_explain(self):
        finished = run("--explain", "-", data=CALL)
        self.assertEqual(finished.returncode, 0)
        self.assertIn("ar/call/", finished.stdout.decode("utf-8"))

    def test_explain_tells_of_each_field_and_of_no_event(self):
        """Every field of an event, and the reason where a word of meeting gives none."""
        text = ("استقبل الرئيس المصري عبد الفتاح السيسي في القاهرة أمس وزير الخارجية الأمريكي مايك بومبيو، وبحثا الوضع في سوريا.\n"
                "ومن المتوقع عقد لقاء آخر.\n")
        out = run("--published", "2019-01-11", "--explain", "-", data=text).stdout.decode("utf-8")
        for field in ("e1 meeting, occurred, main", "  mention ", "  date ", "  place ", "  side ", "host", "  account ",
                      "  topic       syria", "  confidence ", "no event: "):
            self.assertIn(field, out)


class Tables(Command):
    def rows(self, *arguments, delimiter=",", **more):
        text = run(*arguments, **more).stdout.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))

    def test_rows_of_each_kind(self):
        article = json.dumps({"id": "a", "url": "u", "published": "2021-10-07", "text": CALL})
        record = self.read_one("-", data=article)
        event = record["events"][0]
        row, = self.rows("--format", "csv", "-", data=article)
        self.assertEqual(row["participants"], "; ".join(p["name"] for p in event["participants"]))
        self.assertEqual((row["id"], row["url"], row["event"], row["type"], row["status"], row["main"]), ("a", "u", "e1", "call", "occurred", "true"))
        self.assertEqual((row["countries"], row["date_start"], row["timex"]), ("TUR; RUS", "2021-10-07", "2021-10-07"))
        self.assertEqual(float(row["confidence"]), event["confidence"])
        expected = {
            "mentions": [m["text"] for e in record["entities"] for m in e["mentions"]],
            "statements": [s["text"] for s in event["statements"]],
            "times": [t["text"] for t in record["times"]],
        }
        for kind, texts in expected.items():
            found = self.rows("--format", "csv", "--records", kind, "-", data=article)
            self.assertEqual([row["text"] for row in found], texts)
            self.assertTrue(texts)

    def test_header_is_always_there(self):
        for kind in ("events", "mentions", "statements", "times"):
            out = run("--format", "csv", "--records", kind, "-", data="x").stdout.decode()
            self.assertTrue(out.startswith("id,url,source,published,"))
            self.assertEqual(out.count("\n"), 1)

    def test_cells_with_separators(self):
        text = CALL.replace("الروسي", "\"الروسي\"\t،\n")
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            rows = self.rows("--format", form, "--records", "statements", "-", delimiter=delimiter, data=CALL + "\n" + CALL)
            self.assertEqual(len(rows), len({row["start"] for row in rows}))
        tsv = run("--format", "tsv", "--records", "mentions", "-", data=text).stdout.decode("utf-8")
        self.assertEqual({line.count("\t") for line in tsv.splitlines()}, {14})

    def test_spreadsheets_compute_nothing(self):
        article = json.dumps({"id": "=cmd()", "url": "@x", "text": CALL})
        out = run("--format", "csv", "--excel", "-", data=article).stdout
        self.assertTrue(out.startswith(b"\xef\xbb\xbfid,"))
        self.assertIn(b"\r\n'=cmd(),'@x,", out)


class Choice(Command):
    TEXT = CALL + "\nومن المقرر أن يلتقي الرئيس التركي رجب طيب أردوغان نظيره الفرنسي إيمانويل ماكرون في باريس يوم 20 أكتوبر 2021."

    def kinds(self, *arguments):
        record, = records_of(run("--published", "2021-10-07", *arguments, "-", data=self.TEXT))
        return [(event["type"], event["status"]) for event in record["events"]]

    def test_events_are_chosen(self):
        both = [("call", "occurred"), ("meeting", "planned")]
        self.assertEqual(self.kinds(), both)
        self.assertEqual(self.kinds("--type", "meeting"), both[1:])
        self.assertEqual(self.kinds("--status", "occurred"), both[:1])
        self.assertEqual(self.kinds("--status", "occurred,planned", "--min-confidence", "0.1"), both)
        self.assertEqual(self.kinds("--min-confidence", "1"), [])

    def test_background_is_left_out(self):
        articles = str(pathlib.Path(__file__).parent / "corpus")
        every, main = records_of(run(articles)), records_of(run("--main-only", articles))
        self.assertTrue(any(not event["main"] for record in every for event in record["events"]))
        for a, b in zip(every, main, strict=True):
            self.assertEqual([event for event in a["events"] if event["main"]], b["events"])


class Jobs(Command):
    def test_any_number_gives_the_same_bytes(self):
        lines = []
        for i in range(3000):
            kind = i % 7
            lines.append("broken" if kind == 3 else json.dumps({"id": str(i), "text": CALL * (200 if i % 500 == 0 else kind)}))
        data = "\n".join(lines) + "\n"
        one = run("-q", "--jobs", "1", "-", data=data)
        self.assertEqual([r["id"] for r in records_of(one)], [f"stdin:{i + 1}" if i % 7 == 3 else str(i) for i in range(3000)])
        for jobs in ("2", "8"):
            self.assertEqual(run("-q", "--jobs", jobs, "-", data=data).stdout, one.stdout)


class OutputFiles(Command):
    def test_a_file_appears_whole(self):
        target = self.scratch / "out.jsonl"
        with subprocess.Popen([COMMAND, "-o", str(target), "-"], stdin=subprocess.PIPE) as process:
            process.stdin.write(json.dumps({"text": CALL}).encode() + b"\n")
            process.stdin.flush()
            time.sleep(1)
            self.assertFalse(target.exists())
            process.stdin.close()
            self.assertEqual(process.wait(), 0)
        self.assertEqual(len(target.read_text("utf-8").splitlines()), 1)
        self.assertEqual(os.listdir(self.scratch), ["out.jsonl"])

    def test_or_not_at_all(self):
        target = self.file("out.jsonl", "as it was")
        for end in (signal.SIGTERM, signal.SIGINT):
            with subprocess.Popen([COMMAND, "-o", target, "-"], stdin=subprocess.PIPE) as process:
                process.stdin.write(json.dumps({"text": CALL}).encode() + b"\n")
                process.stdin.flush()
                time.sleep(1)
                process.send_signal(end)
                self.assertEqual(process.wait(), -end)
        self.assertEqual(run("-o", target, "--strict", "-", data='{"text": "a"}\nbroken\n').returncode, 1)
        self.assertEqual(pathlib.Path(target).read_text(), "as it was")
        self.assertEqual(os.listdir(self.scratch), ["out.jsonl"])

    def test_a_place_that_cannot_be_written(self):
        for target in (str(self.scratch / "no" / "out"), "/dev/full"):
            finished = run("-o", target, "-", data=CALL)
            self.assertEqual(finished.returncode, 3, target)
            self.assertIn(b"cannot be written", finished.stderr)


class Folders(Command):
    def test_a_page_an_article_and_an_index(self):
        target = self.scratch / "report"
        data = "".join(json.dumps({"id": name, "title": name, "text": CALL}) + "\n" for name in ("a", "<b>"))
        self.assertEqual(run("--format", "html", "-o", f"{target}/", "-", data=data).returncode, 0)
        self.assertEqual(sorted(os.listdir(target)), ["00001.html", "00002.html", "index.html"])
        index = (target / "index.html").read_text("utf-8")
        self.assertIn('<a href="00002.html">&lt;b&gt;</a>', index)
        self.assertIn("بوتين", index)

    def test_annotations(self):
        target = self.scratch / "brat"
        text = CALL
        self.assertEqual(run("--format", "brat", "-o", str(target), "-", data=text).returncode, 0)
        self.assertEqual((target / "00001.txt").read_text("utf-8"), text)
        kinds = set()
        for line in (target / "00001.ann").read_text("utf-8").splitlines():
            number, rest, *covered = line.split("\t")
            kinds.add(number[0])
            if number[0] == "T":
                spans = [tuple(map(int, span.split())) for span in rest.split(" ", 1)[1].split(";")]
                self.assertEqual(" ".join(text[a:b] for a, b in spans), covered[0])
        self.assertEqual(kinds, set("TNEA") | ({"#"} & kinds))
        self.assertIn("[events]", (target / "annotation.conf").read_text())


class Documents(Command):
    """The man page and the completions know the same options as the command."""
    SHARE = pathlib.Path(__file__).resolve().parent.parent / "examples/extract_events/share"

    def options(self):
        return set(re.findall(r"--[a-z][a-z-]*", run("--help").stdout.decode().split("\nInput:")[1].split("Input is told")[0]))

    def test_every_option_is_told_of(self):
        options = self.options()
        self.assertGreater(len(options), 25)
        plain = re.sub(r"\\f[BIR]", "", (self.SHARE / "extract_events.1").read_text()).replace("\\-", "-")
        readme = (self.SHARE.parent.parent.parent / "README.md").read_text("utf-8")
        fish = re.sub(r" -l ([a-z-]+)", r" --\1", (self.SHARE / "extract_events.fish").read_text())
        others = {"man page": plain, "README": readme, "bash": (self.SHARE / "extract_events.bash").read_text(),
                  "zsh": (self.SHARE / "_extract_events").read_text(), "fish": fish}
        for name, text in others.items():
            found = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
            self.assertEqual(options - found, set(), f"{name} does not know")
            if name != "README":
                self.assertEqual(found - options, set(), f"{name} invents")

    def test_completion_for_bash(self):
        script = f'source {self.SHARE}/extract_events.bash; _extract_events extract_events "$1" "$2"; echo "${{COMPREPLY[@]}}"'
        for current, previous, expected in (("--min", "x", "--min-confidence"), ("c", "--type", "call"), ("m", "--records", "mentions")):
            done = subprocess.run(["bash", "-euc", script, "bash", current, previous], capture_output=True, check=True)
            self.assertEqual(done.stdout.decode().split(), [expected])


class Schemas(Command):
    def test_every_kind_names_every_key(self):
        for kind in ("json-schema", "duckdb", "clickhouse", "postgres", "elasticsearch"):
            out = run("--print-schema", kind).stdout.decode()
            for key in KEYS:
                self.assertIn(f'"{key}"', out, kind)
        self.assertEqual(json.loads(run("--print-schema", "json-schema").stdout), VALIDATOR.schema)
        mapping = json.loads(run("--print-schema", "elasticsearch").stdout)
        self.assertEqual(mapping["mappings"]["properties"]["times"]["properties"]["timex"], {"type": "keyword"})
        self.assertIn('"timex" VARCHAR', run("--print-schema", "duckdb").stdout.decode())


if __name__ == "__main__":
    unittest.main()
