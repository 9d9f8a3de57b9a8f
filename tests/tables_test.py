#!/usr/bin/env python3
"""What the library itself does not check of gazetteers/: spelling (NFC, no invisible characters), ids, references
between tables, and tenures that contradict each other.

Usage: tables_test.py [PROJECT]

Pairs of tenures that overlap rightly, or whose dates are disputed, stand in tests/tables_known.txt.
"""
import collections
import datetime
import itertools
import pathlib
import re
import sys
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
ISO3 = re.compile(r"[A-Z]{3}\Z")
WIKIDATA = re.compile(r"Q[1-9][0-9]*\Z")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
# Bidi controls, zero-width space, byte order mark. (ZWNJ and ZWJ may belong to a word.)
INVISIBLE = set(map(chr, [0x61C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
MOST_OVERLAP = datetime.timedelta(days=45)  # a handover
FOLDS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})


class Table:
    def __init__(self, path, name):
        self.path, self.name, self.header, self.rows = path, name, None, []

    def has(self, column):
        return column in self.header


class Linter:
    def __init__(self, project):
        self.directory = project / "gazetteers"
        self.failures, self.warnings = [], []
        known = project / "tests" / "tables_known.txt"
        lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
        self.known = {tuple(line.split("\t")) for line in lines if line and not line.startswith("#")}
        self.met = set()
        self.tables = {}
        for path in sorted(self.directory.rglob("*.tsv")):
            self.read(path)

    def fail(self, table, line, what):
        self.failures.append(f"gazetteers/{table.name}:{line}: {what}")

    def warn(self, table, line, what):
        self.warnings.append(f"gazetteers/{table.name}:{line}: {what}")

    def read(self, path):
        table = Table(path, path.relative_to(self.directory).as_posix())
        text = path.read_bytes().decode("utf-8")
        if not text.endswith("\n"):
            self.fail(table, text.count("\n") + 1, "no newline at the end")
        for number, line in enumerate(text.split("\n"), 1):
            self.check_spelling(table, number, line)
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if table.header is None:
                table.header = cells
            elif len(cells) != len(table.header):
                self.fail(table, number, f"{len(cells)} cells, the header has {len(table.header)}")
            else:
                table.rows.append((number, dict(zip(table.header, cells))))
        if table.header is None:
            self.fail(table, 1, "no header row")
            table.header = []
        self.tables[table.name] = table

    def check_spelling(self, table, number, line):
        if unicodedata.normalize("NFC", line) != line:
            self.fail(table, number, "not in NFC")
        for character in sorted(INVISIBLE.intersection(line)):
            self.fail(table, number, f"invisible character U+{ord(character):04X}")
        if line.startswith("#"):
            return
        if any(c < " " and c != "\t" or "\x7f" <= c < "\xa0" for c in line):
            self.fail(table, number, "control character")
        for part in re.split(r"\t|(?<!\\)\|", line):
            if part != part.strip() or "  " in part:
                self.fail(table, number, f"stray blanks in '{part}'")

    def values(self, name, column):
        table = self.tables.get(name)
        return {row[column] for _, row in table.rows} if table and table.has(column) else set()

    def check_unique(self, name, column):
        seen = {}
        for line, row in self.tables[name].rows:
            if row[column] in seen:
                self.fail(self.tables[name], line, f"{column} '{row[column]}' stands at line {seen[row[column]]} too")
            seen.setdefault(row[column], line)

    def check_known(self, name, column, known, empty_is_fine=True):
        for line, row in self.tables[name].rows:
            if row[column] not in known and not (empty_is_fine and row[column] == ""):
                self.fail(self.tables[name], line, f"unknown {column} '{row[column]}'")

    def check_form(self, name, column, pattern, empty_is_fine=True):
        for line, row in self.tables[name].rows:
            if not (pattern.match(row[column]) or empty_is_fine and row[column] == ""):
                self.fail(self.tables[name], line, f"{column} '{row[column]}' is ill-formed")

    def check_ids(self):
        for name, table in self.tables.items():
            if table.has("id") and not name.startswith("ar/rules/"):
                self.check_form(name, "id", SLUG, empty_is_fine=False)
            key = next((c for c in ("id", "kind") if table.header[:1] == [c]), None)
            if key:
                self.check_unique(name, key)
            if table.has("wikidata"):
                self.check_form(name, "wikidata", WIKIDATA)
                seen = {}
                for line, row in table.rows:
                    if row["wikidata"] and row["wikidata"] in seen:
                        self.warn(table, line, f"{row['wikidata']} is {seen[row['wikidata']]} too")
                    seen.setdefault(row["wikidata"], row["id"])

    def check_references(self):
        countries = self.values("countries.tsv", "iso3") - {""}
        self.check_form("countries.tsv", "iso3", ISO3)
        self.check_known("countries.tsv", "capital", self.values("places.tsv", "id"))
        for name in ("places.tsv", "organizations.tsv", "people.tsv"):
            self.check_known(name, "country", countries)
        for line, row in self.tables["places.tsv"].rows:
            try:
                good = row["lat"] == row["lon"] == "" or abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180
            except ValueError:
                good = False
            if not good:
                self.fail(self.tables["places.tsv"], line, f"no coordinates: '{row['lat']}', '{row['lon']}'")
        for name, table in self.tables.items():
            below = name.removeprefix("ar/")
            if name == below or below not in self.tables:
                continue
            for key in ("id", "kind"):
                if table.has(key) and self.tables[below].has(key):
                    self.check_known(name, key, self.values(below, key), empty_is_fine=False)
                    missing = self.values(below, key) - self.values(name, key)
                    if missing and key == "id":
                        self.fail(table, 0, f"{len(missing)} ids have no Arabic name: {', '.join(sorted(missing)[:5])}")
        self.check_known("ar/topics.tsv", "topic", self.values("topics.tsv", "id"), empty_is_fine=False)
        bodies = countries | self.values("organizations.tsv", "id") | self.values("places.tsv", "id")
        bodies |= self.values("countries.tsv", "id")
        for kind, country in itertools.product(self.values("bodies.tsv", "kind"), self.values("countries.tsv", "id")):
            bodies.add(f"{kind}-of-{country}")
        self.check_known("ar/nationalities.tsv", "of", bodies, empty_is_fine=False)
        kinds = self.values("offices.tsv", "kind")
        for name in ("tenures.tsv", "ar/named_offices.tsv"):
            for line, row in self.tables[name].rows:
                kind, slash, of = row["office"].partition("/")
                if not slash or kind not in kinds or of not in bodies:
                    self.fail(self.tables[name], line, f"unknown office '{row['office']}'")
        self.check_known("tenures.tsv", "person", self.values("people.tsv", "id"), empty_is_fine=False)

    def read_tenures(self):
        table, tenures = self.tables["tenures.tsv"], []
        for column in ("from", "to"):
            self.check_form("tenures.tsv", column, DATE)
        self.check_form("tenures.tsv", "acting", re.compile(r"yes\Z"))
        for line, row in table.rows:
            try:
                begin, end = parse_day(row["from"], False), parse_day(row["to"], True)
            except ValueError:
                self.fail(table, line, f"no such day: {row['from']} to {row['to']}")
                continue
            if end < begin:
                self.fail(table, line, f"ends before it begins: {row['from']} to {row['to']}")
            tenures.append((begin, end, line, row))
        return tenures

    def check_tenures(self):
        table, tenures = self.tables["tenures.tsv"], self.read_tenures()
        single = {row["kind"] for _, row in self.tables["offices.tsv"].rows if row["single"] == "yes"}
        by_office = collections.defaultdict(list)
        for tenure in tenures:
            by_office[tenure[3]["office"]].append(tenure)
        for office, held in sorted(by_office.items()):
            held.sort(key=lambda t: t[:3])
            for (b1, e1, l1, one), (b2, e2, l2, two) in itertools.combinations(held, 2):
                common = min(e1, e2) - max(b1, b2)
                if one["person"] == two["person"]:
                    if common > MOST_OVERLAP:
                        self.warn(table, l2, f"{office} is held by {one['person']} from line {l1} on already")
                    continue
                if office.partition("/")[0] not in single or one["acting"] or two["acting"] or common <= MOST_OVERLAP:
                    continue
                pair = (office, one["person"], two["person"])
                if pair in self.known:
                    self.met.add(pair)
                    continue
                span = f"{max(b1, b2)} to {min(e1, e2) if min(e1, e2).year < 9999 else 'now'}"
                what = f"{office}: {one['person']} (line {l1}) and {two['person']}, both {span}"
                if surely_common(one, two) > MOST_OVERLAP:
                    self.fail(table, l2, what)
                else:
                    self.warn(table, l2, what + ", as the dates are imprecise")
        for pair in sorted(self.known - self.met):
            self.warnings.append(f"tests/tables_known.txt: no longer needed: {' '.join(pair)}")
        return tenures

    def check_spellings(self, tenures):
        """Counts spellings that two people share although no tenures keep them apart in time."""
        periods, owners = collections.defaultdict(list), collections.defaultdict(dict)
        for begin, end, _, row in tenures:
            periods[row["person"]].append((begin, end))
        table = self.tables["ar/people.tsv"]
        for line, row in table.rows:
            for name in [row["native"], *row["variants"].split("|")]:
                if name:
                    owners[fold(name)].setdefault(row["id"], line)
        for spelling, people in sorted(owners.items()):
            for one, two in itertools.combinations(people, 2):
                apart = periods[one] and periods[two] and not any(
                    min(e1, e2) >= max(b1, b2) for (b1, e1), (b2, e2) in itertools.product(periods[one], periods[two]))
                if not apart:
                    self.warn(table, people[two], f"'{spelling}' is {one} (line {people[one]}) and {two}")

    def check_calendar(self):
        table, expected = self.tables["hijri.tsv"], None
        for line, row in table.rows:
            first, days = datetime.date.fromisoformat(row["first_day"]), [int(d) for d in row["days"].split("|")]
            if len(days) != 12 or expected and first != expected:
                self.fail(table, line, f"{row['year']} begins on {first}, not on {expected}, or has not twelve months")
            expected = first + datetime.timedelta(days=sum(days))

    def run(self):
        self.check_ids()
        self.check_references()
        self.check_spellings(self.check_tenures())
        self.check_calendar()


def parse_day(text, last):
    """The first or the last day that a date of the tables can mean; empty is open."""
    if not text:
        return datetime.date.max if last else datetime.date.min
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    if not last:
        return datetime.date(*parts, *[1] * (3 - len(parts)))
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


def surely_common(one, two):
    """The shortest time that two tenures can have in common, given how precise their dates are."""
    begins = [parse_day(row["from"], True) if row["from"] else datetime.date.min for row in (one, two)]
    ends = [parse_day(row["to"], False) if row["to"] else datetime.date.max for row in (one, two)]
    return min(ends) - max(begins)


def fold(name):
    return "".join(c for c in name.translate(FOLDS) if not unicodedata.combining(c))


def main():
    linter = Linter(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent))
    if len(linter.tables) == 0:
        linter.failures.append("no tables")
    else:
        linter.run()
    for warning in linter.warnings:
        print("warning:", warning)
    for failure in linter.failures:
        print(failure)
    rows = sum(len(t.rows) for t in linter.tables.values())
    print(f"{len(linter.tables)} tables, {rows} rows, {len(linter.failures)} failures, {len(linter.warnings)} warnings")
    return 1 if linter.failures else 0


if __name__ == "__main__":
    sys.exit(main())
