#!/usr/bin/env python3
"""The extract_events command: bad input, exit codes, terminals."""
import gzip
import json
import os
import pty
import shutil
import subprocess
import threading
import unittest

from check_records import check_record
from command_support import CALL, COMMAND, OTHER_LANGUAGES, VALIDATOR, Command, records_of, run


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


    def test_packed_data_cut_short(self):
        lines = "".join(json.dumps({"id": str(i), "text": CALL}) + "\n" for i in range(2000))
        packed = {"gzip": gzip.compress(lines.encode())}
        if shutil.which("zstd"):
            packed["zstd"] = subprocess.run(["zstd", "-q", "-c"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
        for name, data in packed.items():
            finished = run("-", data=data[:-9])
            self.assertEqual(finished.returncode, 1, name)
            *good, last = records_of(finished)
            self.assertEqual([r["id"] for r in good], [str(i) for i in range(len(good))])
            self.assertEqual(last["error"]["code"], "unreadable")
            self.assertIn("compressed data end too early", last["error"]["message"])
            self.assertEqual(records_of(run("-", data=data[:20] + b"x" * 50 + data[70:]))[-1]["error"]["code"], "unreadable")

    def test_a_record_that_never_ends_is_told_of_at_once(self):
        with subprocess.Popen([COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            process.stdin.write(b'{"text": "')
            for _ in range(300):
                process.stdin.write(b"a" * 1_000_000)
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["error"]["code"], "too-large")
            process.stdin.write(b'"}\n{"id": "b", "text": ""}\n')
            process.stdin.close()
            self.assertEqual(json.loads(process.stdout.readline())["id"], "b")
            self.assertEqual(process.wait(), 1)

    def test_strict_stops_at_the_first_error(self):
        lines = '{"id": "a", "text": ""}\nbroken\n{"id": "b", "text": ""}\n'
        finished = run("--strict", "-", data=lines)
        self.assertEqual((finished.returncode, [r["id"] for r in records_of(finished)]), (1, ["a"]))
        self.assertIn(b"stdin:2: ", finished.stderr)

    def test_quiet(self):
        finished = run("--quiet", "-", data='{"id": "a", "text": ""}\nbroken\n')
        self.assertEqual((finished.returncode, finished.stderr, len(records_of(finished))), (1, b"", 2))


class ExitCodes(Command):
    def test_missing_file(self):
        present = self.file("b.txt", CALL)
        records = self.read(str(self.scratch / "a.txt"), present, status=1)
        self.assertEqual([(r["id"], r["error"] is None) for r in records], [("a.txt", False), ("b.txt", True)])
        self.assertEqual(records[0]["error"]["code"], "unreadable")

    def test_unreadable_files(self):
        (self.scratch / "d").mkdir()
        (self.scratch / "d" / "dangling.txt").symlink_to("nowhere")
        self.file("d/good.txt", CALL)
        records = self.read(str(self.scratch / "d"), status=1)
        self.assertEqual([(r["id"], r["error"] is None) for r in records], [("dangling.txt", False), ("good.txt", True)])
        dangling = self.read_one(str(self.scratch / "d" / "dangling.txt"), status=1)
        self.assertEqual(dangling["error"]["code"], "unreadable")
        directory = os.open(self.scratch / "d", os.O_RDONLY)
        finished = subprocess.run([COMMAND, "-"], stdin=directory, capture_output=True, check=False)
        os.close(directory)
        self.assertEqual((finished.returncode, records_of(finished)[0]["error"]["code"]), (1, "unreadable"))

    def test_usage(self):
        article = self.file("a.txt", CALL)
        wrong = [[], ["--nonsense", article], ["--format", "xml", article], ["--offsets", "word", article],
                 ["--input-format", "pdf", article], ["--records", "times", article], ["--excel", article], ["--encoding", "klingon", article],
                 ["--time-zone", "Mars/Olympus", article], ["--status", "over", article], ["--min-confidence", "2", article], ["--jobs", "0", article],
                 ["--format", "brat", article], ["--print-schema", "access"], ["--published", "yesterday", article], ["--published", "2021-02-29", article],
                 ["--published", "2021-2-1", article], ["--data", str(self.scratch / "none"), article]]
        for arguments in wrong:
            finished = run(*arguments)
            self.assertEqual((finished.returncode, finished.stdout), (2, b""), arguments)
            self.assertIn(b"extract_events: ", finished.stderr)

    def test_help_and_version(self):
        finished = run("--help")
        self.assertEqual((finished.returncode, finished.stderr), (0, b""))
        self.assertTrue(finished.stdout.startswith(b"Examples:\n"))
        finished = run("--version")
        self.assertEqual(finished.returncode, 0)
        self.assertRegex(finished.stdout.decode(), r"^mahdar \d+\.\d+\.\d+ data:[0-9a-f]{8}\nICU [\d.]+, RE2 [\d.]+, libgumbo [\d.]+, zlib [\d.]+, zstd [\d.]+\n$")

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


class Terminal(Command):
    def on_a_terminal(self, arguments, environment=None, data=b""):
        """What a run writes where standard output and error are a terminal."""
        leader, follower = pty.openpty()
        with subprocess.Popen([COMMAND, *arguments], stdin=subprocess.PIPE, stdout=follower, stderr=follower,
                              env={**os.environ, "TERM": "xterm", **(environment or {})}) as process:
            os.close(follower)
            threading.Thread(target=lambda: (process.stdin.write(data), process.stdin.close())).start()
            out = b""
            try:
                while piece := os.read(leader, 65536):
                    out += piece
            except OSError:  # the terminal is gone
                pass
        os.close(leader)
        return out.decode("utf-8", "replace")

    def test_colour(self):
        self.assertIn("\x1b[1m", self.on_a_terminal(["--format", "text", "-"], data=CALL.encode()))
        self.assertNotRegex(self.on_a_terminal(["--format", "text", "-"], {"NO_COLOR": "1"}, CALL.encode()), r"\x1b\[\d")
        self.assertNotIn(b"\x1b[", run("--format", "text", "-", data=CALL).stdout)

    def test_progress(self):
        data = (json.dumps({"text": CALL * 20}).encode() + b"\n") * 3000
        path = self.file("a.jsonl", data)
        shown = self.on_a_terminal(["-o", str(self.scratch / "out"), path])
        self.assertRegex(shown, r"\d+ documents, [\d.]+ MB/s, \d+%, [\d:]+ left")
        self.assertEqual(self.on_a_terminal(["-q", "-o", str(self.scratch / "out"), path]), "")


if __name__ == "__main__":
    unittest.main()
