#!/usr/bin/env python3
"""mahdar-gazetteer: what it compiles gives the records of the tables; explanations; importers and their reports.

Usage: gazetteer_test.py MAHDAR_GAZETTEER EXTRACT_EVENTS
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

GAZETTEER, COMMAND = sys.argv[1], sys.argv[2]
ARTICLE = {"id": "a", "published": "2021-10-07", "title": "", "text":
           "التقى الرئيس التركي رجب طيب أردوغان، الخميس، في بلدة قرنفلية البيضاء نظيره الروسي فلاديمير بوتين."}


def run(*arguments, **options):
    return subprocess.run([GAZETTEER, *map(str, arguments)], capture_output=True, text=True, **options)


def records(data):
    arguments = [COMMAND, *(["--data", str(data)] if data else []), "-"]
    done = subprocess.run(arguments, input=json.dumps(ARTICLE), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class GazetteerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def read(self, name):
        lines = (self.path / name).read_text().splitlines()
        return [dict(zip(lines[0].split("\t"), line.split("\t"))) for line in lines[1:]]

    def places(self):
        self.write("over/places.tsv", "id\tname\ttype\tcountry\tlat\tlon\tsource\nq-town\tQ Town\tcity\tTUR\t\t\ttest\n")
        self.write("over/ar/places.tsv", "id\tnative\tvariants\tcontext\nq-town\tقرنفلية البيضاء\t\t\n")
        return self.path / "over"

    def test_a_compiled_file_gives_the_records_of_its_tables(self):
        over, compiled = self.places(), self.path / "data.compiled"
        self.assertEqual(run("--data", over, "compile", compiled).returncode, 0)
        expected = records(over)
        self.assertIn("place/q-town", [entity["id"] for entity in expected["entities"]])
        self.assertEqual(records(compiled), expected)
        self.assertNotEqual(expected["extractor"], records(None)["extractor"])

    def test_a_file_that_is_none_is_refused(self):
        for content in ("", "no such form", "mahdar data 1" * 100):
            done = run("--data", self.write("bad.compiled", content), "check")
            self.assertEqual(done.returncode, 2, content)
            self.assertIn("mahdar-gazetteer:", done.stderr)

    def test_check_names_file_and_line(self):
        self.write("over/places.tsv", "id\tname\ttype\tcountry\tlat\tlon\tsource\nq-town\tQ Town\n")
        done = run("--data", self.path / "over", "check")
        self.assertEqual(done.returncode, 2)
        self.assertIn("places.tsv:2:", done.stderr)

    def test_explain(self):
        for words, expected in (("ولأنقرة", "a name of place/ankara"), ("فلاديمير بوتين", "a full name of person/vladimir-putin"),
                                ("قرنفلية", "no phrase begins with it"), ("فلاديمير قرنفلية", "none goes on with 'قرنفلية'")):
            self.assertIn(expected, run("explain", words).stdout)

    def test_import_geonames(self):
        def row(number, name, country, population):
            cells = [number, name, name, "", "41.0", "29.0", "P", "PPL", country] + [""] * 5 + [population] + [""] * 4
            return "\t".join(map(str, cells)) + "\n"

        cities = self.write("cities.txt", row(1, "Bigtown", "TR", 900000) + row(2, "Hamlet", "TR", 30) + row(3, "Sea", "TR", 70000)
                            + row(4, "Nameless", "TR", 70000))
        alternates = self.write("alternateNames.txt", "1\t1\tar\tقرنفلية\t\n2\t1\tar\tقرنفلية الكبرى\t1\n3\t1\tfa\tقرنفل\t\n"
                                "4\t2\tar\tقرية صغيرة\t\n5\t3\tar\tالعام\t\n")
        done = run("import", "geonames", cities, "--alternate-names", alternates, "--min-population", 1000, "-o", self.path / "out")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("2 entries with 3 names written; left out: 1 under the population", done.stderr)
        self.assertIn("1 entries without an Arabic name", done.stderr)
        self.assertIn("geonames-3 and a common word", done.stderr)
        names = {row["id"]: row for row in self.read("out/ar/places.tsv")}
        self.assertEqual((names["geonames-1"]["native"], names["geonames-1"]["variants"]), ("قرنفلية الكبرى", "قرنفلية"))
        self.assertEqual(names["geonames-3"]["context"], "yes")
        self.assertEqual(self.read("out/places.tsv")[0]["country"], "TUR")
        self.assertEqual(run("--data", self.path / "out", "check").returncode, 0)

    def test_import_spacy(self):
        rows = [{"label": "PERSON", "pattern": "قرنفل بن زنبق", "id": "Q Z"},
                {"label": "PERSON", "pattern": [{"LOWER": "قرنفل"}, {"TEXT": "الزنبق"}], "id": "Q Z"},
                {"label": "GPE", "pattern": "فلاديمير بوتين"}, {"label": "DATE", "pattern": "أمس"},
                {"label": "ORG", "pattern": [{"POS": "NOUN"}]}]
        path = self.write("patterns.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        done = run("import", "spacy", path, "-o", self.path / "out")
        self.assertIn("2 entries with 3 names", done.stderr)
        self.assertIn("2 rows not understood", done.stderr)
        self.assertIn("and person/vladimir-putin of the lists", done.stderr)
        self.assertEqual(self.read("out/ar/people.tsv")[0]["variants"], "قرنفل الزنبق")

    def test_import_wikidata(self):
        uri = "http://www.wikidata.org/entity/Q99"
        bindings = [{"item": {"type": "uri", "value": uri}, "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Q Z"},
                     "native": {"type": "literal", "xml:lang": "ar", "value": name}, "country": {"type": "literal", "value": "TUR"}}
                    for name in ("قرنفل بن زنبق", "قرنفل الزنبق", "قر")]
        path = self.write("results.json", json.dumps({"head": {}, "results": {"bindings": bindings}}))
        done = run("import", "wikidata", path, "--as", "people", "-o", self.path / "out")
        self.assertIn("1 entries with 2 names written", done.stderr)
        self.assertIn("1 names too short", done.stderr)
        self.assertEqual(self.read("out/people.tsv")[0]["wikidata"], "Q99")
        self.assertEqual(run("--data", self.path / "out", "check").returncode, 0)

    def test_import_tables(self):
        done = run("import", "tables", self.places(), "-o", self.path / "out")
        self.assertIn("1 entries with 1 names written", done.stderr)
        self.assertEqual(self.read("out/ar/places.tsv")[0]["native"], "قرنفلية البيضاء")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
