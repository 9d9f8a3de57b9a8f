#!/usr/bin/env python3
"""Drives the extract_events command: inputs, options, bad input of every kind, exit codes.

Usage: command_test.py COMMAND [TEST...]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from check_records import check_record, load_validator

COMMAND = ""
VALIDATOR = load_validator()
KEYS = ["schema", "extractor", "id", "url", "title", "source", "language", "published", "text", "offset_unit", "segments",
        "entities", "times", "events", "warnings", "error"]

CALL = "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالاً هاتفياً مع نظيره الروسي فلاديمير بوتين. وأكد الرئيسان أهمية التعاون."
OTHER_LANGUAGES = {
    "fa": "رئیس‌جمهور ترکیه روز پنجشنبه در گفت‌وگوی تلفنی با همتای روسی خود ولادیمیر پوتین درباره تحولات منطقه گفت‌وگو کرد.",
    "ur": "ترکی کے صدر نے جمعرات کو اپنے روسی ہم منصب ولادیمیر پوٹن سے ٹیلی فون پر بات چیت کی اور خطے کی صورتحال پر تبادلہ خیال کیا۔",
    "ckb": "سەرۆکی تورکیا ڕۆژی پێنجشەممە لە پەیوەندییەکی تەلەفۆنیدا لەگەڵ هاوتا ڕووسییەکەی باسی دۆخی ناوچەکەیان کرد.",
}
LARGE_BYTES = 50_000_000
LARGE_SECONDS = float(os.environ.get("MAHDAR_LARGE_SECONDS", 240))  # slow machines may ask for more


def run(*arguments, data=b"", **more):
    data = data.encode("utf-8") if isinstance(data, str) else data
    return subprocess.run([COMMAND, *arguments], input=data, capture_output=True, check=False, **more)


def records_of(finished):
    lines = finished.stdout.decode("utf-8").split("\n")
    assert lines[-1] == "", "the output does not end with a newline"
    return [json.loads(line) for line in lines[:-1]]


class Command(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)

    def file(self, name, content):
        path = self.scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return str(path)

    def read(self, *arguments, status=0, data=b""):
        """The records of a run, each of them checked."""
        finished = run("--with-text", *arguments, data=data)
        self.assertEqual(finished.returncode, status, finished.stderr.decode("utf-8", "replace"))
        records = records_of(finished)
        for record in records:
            self.assertEqual(list(record), KEYS)
            self.assertEqual(check_record(record, VALIDATOR), [])
        return records

    def read_one(self, *arguments, **more):
        records = self.read(*arguments, **more)
        self.assertEqual(len(records), 1)
        return records[0]


class GoodInput(Command):
    def test_a_call(self):
        record = self.read_one("--published", "2021-10-07", "-", data=CALL)
        self.assertEqual(record["id"], "stdin")
        self.assertEqual(record["published"], {"value": "2021-10-07", "basis": "input"})
        self.assertEqual([event["type"] for event in record["events"]], ["call"])
        names = {participant["name"] for participant in record["events"][0]["participants"]}
        self.assertEqual(names, {"Recep Tayyip Erdoğan", "Vladimir Putin"})

    def test_files_and_directories_in_order(self):
        self.file("d/b.txt", CALL)
        self.file("d/a/z.json", json.dumps({"text": CALL}, indent=1))
        self.file("d/c.jsonl", '{"id": "one", "text": "x"}\n{"text": "y"}\n')
        self.file("d/.hidden", "no")
        single = self.file("single.txt", "x")
        records = self.read(single, str(self.scratch / "d"))
        self.assertEqual([r["id"] for r in records], ["single.txt", "a/z.json", "b.txt", "one", "c.jsonl:2"])
        self.assertEqual(records[1]["events"], records[2]["events"])

    def test_fields_of_json(self):
        article = {"maintext": CALL, "headline": "t", "url": "https://example.org/a", "source": "s", "date_publish": "2021-10-08 01:02:03", "id": 7}
        record = self.read_one("--published", "2020-01-01", "-", data=json.dumps(article))
        self.assertEqual([record[key] for key in ("id", "title", "url", "source")], ["7", "t", "https://example.org/a", "s"])
        self.assertEqual(record["published"]["value"], "2021-10-08")

    def test_input_format_is_obeyed(self):
        line = '{"text": "a"}\n'
        self.assertEqual(self.read_one("--input-format", "text", "-", data=line)["text"], line)
        self.assertEqual(self.read_one("--input-format", "json", "-", data=line)["text"], "a")
        self.assertEqual(self.read_one("--input-format", "jsonl", "-", data=line)["id"], "stdin:1")

    def test_byte_order_mark_is_no_text(self):
        self.assertEqual(self.read_one("-", data=b"\xef\xbb\xbf" + CALL.encode())["text"], CALL)
        self.assertEqual(self.read_one("-", data=b"\xef\xbb\xbf" + json.dumps({"text": CALL}).encode())["text"], CALL)

    def test_offset_units(self):
        text = "\U0001F600 " + CALL
        starts = []
        for unit in ("codepoint", "utf16", "byte"):
            record = self.read_one("--offsets", unit, "-", data=text)
            self.assertEqual(record["offset_unit"], unit)
            starts.append(record["entities"][0]["mentions"][0]["start"])
        self.assertEqual(starts[1], starts[0] + 1)
        self.assertGreater(starts[2], starts[1])

    def test_text_only_when_asked_for(self):
        self.assertIsNone(records_of(run("-", data=CALL))[0]["text"])

    def test_lines_come_out_as_they_go_in(self):
        with subprocess.Popen([COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for i in range(3):
                process.stdin.write(json.dumps({"id": str(i), "text": CALL}).encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["id"], str(i))
            process.stdin.close()
            self.assertEqual(process.wait(), 0)


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


class BadInput(Command):
    def test_empty_text(self):
        for data in ("", " \n", '{"text": ""}'):
            self.assertEqual(self.read_one("-", data=data)["events"], [])

    def test_invalid_utf8(self):
        spoilt = b"\xff\xd8" + CALL.encode() + b"\xed\xa0\x80\xf4\x90\x80\x80\xe2\x80"
        for data in (spoilt, b'{"text": "' + spoilt + b'"}'):
            record = self.read_one("-", data=data)
            self.assertEqual(record["text"], spoilt.decode("utf-8", "replace"))
            self.assertEqual(len(record["events"]), 1)
            self.assertEqual(sum(w["code"] == "ill-formed-utf8" for w in record["warnings"]), 1)

    def test_random_bytes(self):
        for size in (1, 2, 3, 1000, 100_000):
            self.read("--input-format", "text", "-", data=os.urandom(size))

    def test_nul_bytes(self):
        text = "\0" + CALL + "\0\0"
        self.assertEqual(self.read_one("-", data=text)["text"], text)
        record = self.read_one("-", data=json.dumps({"text": text}))
        self.assertEqual(record["text"], text)
        self.assertEqual(len(record["events"]), 1)

    def test_no_arabic(self):
        for text in ("The president of Turkey called his Russian counterpart on Thursday.", "12 34 !? \u00e9\u4e2d\u6587", "\U0001F600" * 50):
            record = self.read_one("-", data=text)
            self.assertEqual((record["language"], record["events"]), ("und", []))

    def test_other_languages_of_arabic_script(self):
        for language, text in OTHER_LANGUAGES.items():
            record = self.read_one("-", data=text)
            self.assertEqual(record["language"], language)
            self.assertEqual(record["events"], [])
            self.assertIn("no-rules", [warning["code"] for warning in record["warnings"]])

    def test_every_third_line_broken(self):
        broken = ["", '{"text": "a', "nonsense", "[]", '{"id": 1}', '{"text": null}', '{"text":', "\0", '{"text": "a"} {', "\ufeff"]
        lines = [broken[i // 3 % len(broken)] if i % 3 == 0 else json.dumps({"id": f"n{i}", "text": CALL}) for i in range(10_000)]
        for data in ("\n".join(lines) + "\n", "\r\n".join(lines)):
            finished = run("--input-format", "jsonl", "-", data=data)
            self.assertEqual(finished.returncode, 1)
            records = records_of(finished)
            self.assertEqual(len(records), len(lines))
            for i, record in enumerate(records):
                if i % 3 == 0:
                    self.assertEqual((record["id"], record["events"]), ("1" if '"id"' in lines[i] else f"stdin:{i + 1}", []))
                    self.assertEqual(sorted(record["error"]), ["code", "message"])
                else:
                    self.assertEqual((record["id"], record["error"], len(record["events"])), (f"n{i}", None, 1))
            self.assertEqual(check_record(records[0], VALIDATOR), [])

    def test_a_broken_first_line_is_told_from_an_object(self):
        for first in ('{"text": "a', '{"text":', "{", '{"a": [', '{"id": 1,'):
            records = self.read("-", data=first + "\n" + '{"id": "b", "text": ""}\n', status=1)
            self.assertEqual([r["id"] for r in records], ["1" if "id" in first else "stdin:1", "b"], first)

    def test_large_article(self):
        paragraph = CALL + "\n" + "وكانت أسعار السلع قد ارتفعت خلال الأسابيع الماضية في عدد من الأسواق المحلية بحسب التجار. " * 20 + "\n"
        encoded = paragraph.encode("utf-8")
        data = encoded * (LARGE_BYTES // len(encoded))
        begin = time.monotonic()
        finished = run("-", data=data)
        seconds = time.monotonic() - begin
        print(f"{len(data) / 1e6:.0f} MB in {seconds:.1f} s", file=sys.stderr)
        self.assertEqual(finished.returncode, 0)
        record = records_of(finished)[0]
        self.assertIsNone(record["error"])
        self.assertTrue(record["events"])
        self.assertLess(seconds, LARGE_SECONDS)

    def test_large_articles_without_sense(self):
        for text in ("\u0627", " ", "\n", ". ", "(", "1", "\u064e", "اتصال هاتفي ", "اتصل ", "قال: "):
            encoded = text.encode("utf-8")
            finished = run("--input-format", "text", "-", data=CALL.encode("utf-8") + encoded * (2_000_000 // len(encoded)), timeout=LARGE_SECONDS)
            self.assertEqual(finished.returncode, 0, text)
            self.assertIsNone(records_of(finished)[0]["error"])


class ExitCodes(Command):
    def test_missing_file(self):
        present = self.file("b.txt", CALL)
        records = self.read(str(self.scratch / "a.txt"), present, status=1)
        self.assertEqual([(r["id"], r["error"] is None) for r in records], [("a.txt", False), ("b.txt", True)])
        self.assertEqual(records[0]["error"]["code"], "unreadable")

    def test_usage(self):
        article = self.file("a.txt", CALL)
        wrong = [[], ["--nonsense", article], ["--format", "xml", article], ["--offsets", "word", article],
                 ["--input-format", "html", article], ["--published", "yesterday", article], ["--published", "2021-02-29", article],
                 ["--published", "2021-2-1", article], ["--data", str(self.scratch / "none"), article]]
        for arguments in wrong:
            finished = run(*arguments)
            self.assertEqual((finished.returncode, finished.stdout), (2, b""), arguments)
            self.assertIn(b"extract_events: ", finished.stderr)

    def test_help_and_version(self):
        finished = run("--help")
        self.assertEqual((finished.returncode, finished.stderr), (0, b""))
        self.assertTrue(finished.stdout.startswith(b"Examples:\n"))
        options = ("--input-format", "--format", "--published", "--offsets", "--data", "--explain", "--with-text", "--help", "--version")
        for option in options:
            self.assertIn(option.encode(), finished.stdout)
        finished = run("--version")
        self.assertEqual(finished.returncode, 0)
        self.assertRegex(finished.stdout.decode(), r"^mahdar \d+\.\d+\.\d+ data:[0-9a-f]{8}\n$")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_full_device(self):
        for arguments in (["-"], ["--format", "json", "-"], ["--format", "text", "-"], ["--explain", "-"], ["--help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                finished = subprocess.run([COMMAND, *arguments], input=CALL.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
            self.assertEqual(finished.returncode, 3, arguments)
            self.assertIn(b"cannot be written", finished.stderr)

    def test_closed_pipe(self):
        line = json.dumps({"text": CALL}).encode() + b"\n"
        path = self.file("many.jsonl", line * 2000)
        with subprocess.Popen([COMMAND, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdout.close()
            self.assertEqual(process.wait(), 141)
            self.assertEqual(process.stderr.read(), b"")

    @unittest.skipIf(not hasattr(os, "geteuid") or os.geteuid() == 0, "root may read everything")
    def test_forbidden_file(self):
        path = self.file("a.txt", CALL)
        os.chmod(path, 0)
        self.assertEqual(self.read_one(path, status=1)["error"]["code"], "unreadable")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    COMMAND = sys.argv.pop(1)
    unittest.main()
