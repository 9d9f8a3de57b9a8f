"""What the tests of the extract_events command share: they drive the real binary.

Each of these tests runs as: TEST.py COMMAND [TEST...]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from check_records import check_record, load_validator

COMMAND = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else sys.exit(__doc__)
VALIDATOR = load_validator()
KEYS = ["schema", "extractor", "id", "url", "title", "source", "language", "published", "text", "offset_unit", "segments",
        "entities", "times", "events", "warnings", "error"]

CALL = "أجرى الرئيس التركي رجب طيب أردوغان، الخميس، اتصالاً هاتفياً مع نظيره الروسي فلاديمير بوتين. وأكد الرئيسان أهمية التعاون."
OTHER_LANGUAGES = {
    "fa": "رئیس‌جمهور ترکیه روز پنجشنبه در گفت‌وگوی تلفنی با همتای روسی خود ولادیمیر پوتین درباره تحولات منطقه گفت‌وگو کرد.",
    "ur": "ترکی کے صدر نے جمعرات کو اپنے روسی ہم منصب ولادیمیر پوٹن سے ٹیلی فون پر بات چیت کی اور خطے کی صورتحال پر تبادلہ خیال کیا۔",
    "ckb": "سەرۆکی تورکیا ڕۆژی پێنجشەممە لە پەیوەندییەکی تەلەفۆنیدا لەگەڵ هاوتا ڕووسییەکەی باسی دۆخی ناوچەکەیان کرد.",
}


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
