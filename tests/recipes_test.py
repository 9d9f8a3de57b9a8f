#!/usr/bin/env python3
"""Runs every shell command of examples/recipes.md, and of README.md's section on the command, as it stands there.

Usage: recipes_test.py COMMAND [TEST...]
"""
import gzip
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from command_support import CALL, COMMAND

PROJECT = pathlib.Path(__file__).resolve().parent.parent
MEETING = "ومن المقرر أن يلتقي الرئيس التركي رجب طيب أردوغان نظيره الفرنسي إيمانويل ماكرون في باريس يوم 20 أكتوبر 2021."
PAGE = f'<!DOCTYPE html><html lang="ar"><head><title>عنوان</title></head><body><article><p>{CALL}</p></article></body></html>'


def blocks(text):
    """The blocks of shell code."""
    return re.findall(r"^```sh\n(.*?)^```$", text, re.S | re.M)


def section(text, heading):
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def fill(folder):
    """The files that the commands are about. articles.jsonl has a line that is no article."""
    articles = [{"id": f"n{i}", "title": "عنوان", "published": "2021-10-07", "text": f"{CALL}\n{MEETING}"} for i in range(3)]
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    files = {
        "article.txt": CALL, "articles/call.json": json.dumps(articles[0]), "articles/plain.txt": CALL,
        "page.html": PAGE, "pages/one.html": PAGE, "pages/two.html": PAGE,
        "articles.jsonl": lines + "broken\n",
        "other.jsonl": json.dumps({"story": {"ar": CALL}, "when": "2021-10-06T22:00:00Z"}) + "\n",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    (folder / "news.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "old.csv").write_text('id,text\n1,"' + CALL.replace("اً", "ا") + '"\n', "cp1256")


class Recipes(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        fill(self.folder)
        self.path = f"{pathlib.Path(COMMAND).parent}:{os.environ['PATH']}"

    def run_block(self, block):
        for tool in ("jq", "mlr", "sqlite3", "parallel"):
            if re.search(rf"\b{tool}\b", block) and not shutil.which(tool):
                self.fail(f"{tool} is not installed: make test sees to that")
        before = set(self.folder.rglob("*"))
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", block], cwd=self.folder, env={**os.environ, "PATH": self.path},
                              capture_output=True, stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(done.returncode, 1 if "articles.jsonl" in block else 0, f"{block}\n{done.stderr.decode()}")
        made = [path for path in self.folder.rglob("*") if path not in before and path.is_file()]
        self.assertTrue(done.stdout.strip() or made, f"{block}\nprints and writes nothing")
        for path in made:
            self.assertGreater(path.stat().st_size, 0, f"{block}\n{path.name} is empty")
        return done.stdout.decode()

    def test_every_command(self):
        readme = section((PROJECT / "README.md").read_text("utf-8"), "The command")
        recipes = blocks((PROJECT / "examples/recipes.md").read_text("utf-8"))
        commands = [command for block in blocks(readme) for command in block.splitlines()]
        self.assertGreater(len(commands), 5)
        self.assertGreater(len(recipes), 12)
        said = {}
        for block in commands + recipes:
            with self.subTest(block):
                said[block] = self.run_block(block)
        self.check(lambda part: next(out for block, out in said.items() if part in block))

    def check(self, printed):
        """What some of them say."""
        self.assertEqual(printed("@tsv").splitlines()[0], "2021-10-07\tcall\tRecep Tayyip Erdoğan + Vladimir Putin")
        self.assertEqual(printed("select(any(").split(), ["n0", "n1", "n2"])
        self.assertIn("articles.jsonl:4", printed("select(.error)"))
        self.assertIn("TUR; RUS", printed("count -g countries"))
        self.assertIn("n2|", printed("CREATE TABLE"))
        self.assertEqual(printed('main = "true"').splitlines()[0], "2021-10-07|Recep Tayyip Erdoğan; Vladimir Putin")
        record, = map(json.loads, (self.folder / "other-records.jsonl").read_text("utf-8").splitlines())
        self.assertEqual(record["published"]["value"], "2021-10-07")
        self.assertEqual(len((self.folder / "records-parallel.jsonl").read_text("utf-8").splitlines()), 4)


if __name__ == "__main__":
    unittest.main()
