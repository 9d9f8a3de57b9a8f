#!/usr/bin/env python3
"""The extract_events command on large input. Takes minutes: make test-slow."""
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from command_support import CALL, COMMAND, records_of, run

LARGE_BYTES = 50_000_000
LARGE_SECONDS = float(os.environ.get("MAHDAR_LARGE_SECONDS", 240))  # slow machines may ask for more
STREAM_BYTES = int(os.environ.get("MAHDAR_STREAM_BYTES", 2_000_000_000))
MOST_MEMORY = 700_000_000  # of which tables and 256 MB of work under way


class Large(unittest.TestCase):
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

    def test_a_large_deep_page(self):
        paragraph = "<p>كلمة <b>أخرى</b> هنا</p>"
        deep = 10_000
        page = f"<!DOCTYPE html><html><body><article><p>{CALL}</p>" + "<div>" * deep + paragraph * (20_000_000 // len(paragraph.encode())) + "</div>" * deep
        begin = time.monotonic()
        record, = records_of(run("-", data=page, timeout=LARGE_SECONDS))
        print(f"{len(page.encode()) / 1e6:.0f} MB of HTML in {time.monotonic() - begin:.1f} s", file=sys.stderr)
        self.assertIsNone(record["error"])
        self.assertEqual(len(record["events"]), 1)

    def test_a_stream_in_constant_memory(self):
        """Articles, most of their bytes in keys that are passed over, as feeds have them; what counts is the stream's length."""
        articles = [{"id": str(i), "text": CALL if i % 50 == 0 else "نص قصير", "raw": "x" * 20_000} for i in range(100)]
        block = "".join(json.dumps(article) + "\n" for article in articles).encode()
        with subprocess.Popen([COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            def feed():
                for _ in range(STREAM_BYTES // len(block)):
                    process.stdin.write(block)
                process.stdin.close()
            threading.Thread(target=feed).start()
            lines = sum(1 for _ in process.stdout)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        print(f"{STREAM_BYTES / 1e9:.1f} GB: {usage.ru_maxrss / 1000:.0f} MB of memory", file=sys.stderr)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(lines, STREAM_BYTES // len(block) * 100)
        self.assertLess(usage.ru_maxrss * 1024, MOST_MEMORY)

    def test_packed_zeros_in_constant_memory(self):
        """A few megabytes that unpack to two gigabytes of one line."""
        with tempfile.NamedTemporaryFile(suffix=".gz") as packed:
            subprocess.run(["bash", "-c", f"head -c {STREAM_BYTES} /dev/zero | tr '\\0' a | gzip -1 > {packed.name}"], check=True)
            with subprocess.Popen([COMMAND, "--input-format", "jsonl", packed.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
                record, = map(json.loads, process.stdout)
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual((process.returncode, record["error"]["code"]), (1, "too-large"))
        self.assertLess(usage.ru_maxrss * 1024, MOST_MEMORY)


if __name__ == "__main__":
    unittest.main()
