#!/usr/bin/env python3
"""The extract_events command: what goes in, in every form."""
import gzip
import json
import shutil
import subprocess
import unittest

from check_records import check_record
from command_support import CALL, COMMAND, VALIDATOR, Command, records_of, run


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
        for ids in (True, False):
            with subprocess.Popen([COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                for i in range(1, 4):
                    article = {"id": f"stdin:{i}", "text": CALL} if ids else {"text": CALL}
                    process.stdin.write(json.dumps(article).encode() + b"\n")
                    process.stdin.flush()
                    self.assertEqual(json.loads(process.stdout.readline())["id"], f"stdin:{i}")
                process.stdin.close()
                self.assertEqual(process.wait(), 0)

    def test_names_from_a_file(self):
        names = [self.file(name, CALL) for name in ("b.txt", "a c.txt")]
        for separator in ("\n", "\r\n", "\0"):
            listed = self.file("list", separator.join(names))
            self.assertEqual([r["id"] for r in self.read("--files-from", listed)], ["b.txt", "a c.txt"])
            self.assertEqual(len(self.read("--files-from", "-", data=separator.join(names))), 2)
        self.assertEqual(self.read_one("--files-from", str(self.scratch / "none"), status=1)["error"]["code"], "unreadable")

    def test_forms_of_the_same_articles(self):
        articles = [{"id": f"n{i}", "title": "t", "published": f"2021-10-0{i}", "text": CALL} for i in (7, 8)]
        lines = "".join(json.dumps(article) + "\n" for article in articles)
        table = "".join(f"{a['id']}SEPtSEP{a['published']}SEP\"{a['text']}\"\n" for a in articles)
        forms = {
            "a.jsonl": lines,
            "indented.json": "\n".join(json.dumps(article, indent=2) for article in articles),
            "array.json": json.dumps(articles),
            "indented-array": json.dumps(articles, indent=1, ensure_ascii=False),
            "a.csv": "id,title,published,text\n" + table.replace("SEP", ","),
            "semicolon.csv": "\ufeffid;title;date;maintext\n" + table.replace("SEP", ";"),
            "a.tsv": "id\theadline\tdate_publish\tcontent\n" + table.replace("SEP", "\t"),
            "a.utf16": lines.encode("utf-16"),
            "a.jsonl.gz": gzip.compress(lines.encode()),
            "members": b"".join(gzip.compress(line.encode()) for line in lines.splitlines(True)) + b"\0" * 512,
        }
        if shutil.which("zstd"):
            frames = [subprocess.run(["zstd", "-q", "-c"], input=line.encode(), stdout=subprocess.PIPE, check=True).stdout for line in lines.splitlines(True)]
            forms["a.zst"] = b"".join(frames)
        expected = self.read("-", data=lines)
        self.assertEqual([r["published"]["value"] for r in expected], ["2021-10-07", "2021-10-08"])
        records = self.read(*(self.file(name, content) for name, content in forms.items()))
        for i, name in enumerate(forms):
            self.assertEqual(records[2 * i:2 * i + 2], expected, name)
        self.assertEqual(self.read("-", data=forms["members"]), expected)
        self.assertEqual(self.read("-", data=forms["a.utf16"]), expected)

    def test_declared_encoding(self):
        for encoding, name in (("cp1256", "windows-1256"), ("utf-16-be", "UTF-16BE"), ("iso8859-6", "iso-8859-6")):
            record = self.read_one("--encoding", name, "-", data=CALL.replace("اتصالاً", "اتصالا").encode(encoding))
            self.assertEqual(len(record["events"]), 1)

    def test_keys_that_are_told(self):
        article = {"text": "no", "story": {"arabic": CALL}, "when": "2021-10-07", "date": "1999-01-01", "name": "n"}
        record = self.read_one("--text-field", "story.arabic", "--date-field", "when", "--id-field", "name", "-", data=json.dumps(article))
        self.assertEqual((record["id"], record["published"]["value"], len(record["events"])), ("n", "2021-10-07", 1))

    def test_day_where_it_was_published(self):
        article = json.dumps({"text": CALL, "published": "2021-10-06T22:30:00Z"})
        self.assertEqual(self.read_one("-", data=article)["published"]["value"], "2021-10-06")
        record = self.read_one("--time-zone", "Asia/Riyadh", "-", data=article)
        self.assertEqual(record["published"]["value"], "2021-10-07")

    def test_day_of_fetching_is_a_last_resort(self):
        article = {"text": CALL, "date_download": "2024-01-01"}
        self.assertEqual(self.read_one("-", data=json.dumps(article))["published"], {"value": "2024-01-01", "basis": "crawl"})
        article["url"] = "https://example.org/2021/10/07/a"
        self.assertEqual(self.read_one("-", data=json.dumps(article))["published"], {"value": "2021-10-07", "basis": "url"})


class Pages(Command):
    HEAD = ('<!DOCTYPE html><html lang="ar"><head><title>عنوان | موقع</title><meta property="og:site_name" content="موقع">'
            '<link rel="canonical" href="https://example.org/1"><meta property="article:published_time" content="2021-10-06T22:30:00Z">'
            '<meta property="article:modified_time" content="2021-10-07T09:00:00+03:00"></head>')
    BODY = (f'<body><nav><a href="/">الرئيسية</a></nav><article><h1>عنوان</h1><p>{CALL}</p>'
            '<figure><figcaption>التقى السيسي محمد بن سلمان</figcaption></figure>'
            '<div class="related-posts"><h3>اقرأ أيضا</h3><p>التقى عباس ملك الأردن</p></div><p>وانتهى الخبر.</p></article></body></html>')

    def test_a_page(self):
        finished = run("-", data=self.HEAD + self.BODY)
        record = records_of(finished)[0]
        self.assertEqual(check_record(record, VALIDATOR), [])
        self.assertEqual(record["text"], CALL + "\n\nوانتهى الخبر.")
        self.assertEqual([record[key] for key in ("title", "url", "source")], ["عنوان", "https://example.org/1", "موقع"])
        self.assertEqual(record["published"], {"value": "2021-10-07", "basis": "markup"})
        self.assertEqual([event["date"]["start_date"] for event in record["events"]], ["2021-10-07"])

    def test_declared_encoding_of_a_page(self):
        page = self.HEAD.replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">') + self.BODY
        expected = records_of(run("-", data=page))[0]
        self.assertEqual(records_of(run("-", data=page.encode("cp1256")))[0], expected)
        self.assertEqual(records_of(run("-", data=page.encode("utf-16")))[0], expected)

    def test_a_page_without_an_article(self):
        record = self.read_one("-", data="<!DOCTYPE html><html><body><nav>x</nav></body></html>", status=1)
        self.assertEqual(record["error"]["code"], "no-text")

    def test_deep_and_entangled_pages(self):
        call = f"<p>{CALL}</p>"
        fonts = "".join(f"<font size={i}>" for i in range(1000))
        pages = ("<div>" * 10_000 + call + "</div>" * 10_000, call + "<div>" * 200_000, "<table>" * 3000 + call, fonts + call + "<p>ثم" * 5000)
        files = [self.file(f"{i}.html", "<!DOCTYPE html><html><body>" + page) for i, page in enumerate(pages)]
        self.assertEqual([len(record["events"]) for record in self.read(*files)], [1, 1, 1, 1])


if __name__ == "__main__":
    unittest.main()
