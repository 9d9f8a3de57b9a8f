#!/usr/bin/env python3
"""Writes the corpora of the benchmarks: articles as JSON lines, made from the project's own articles and word lists.

    generate.py general 60 > general.jsonl    60 MB of general news: 5 % of the articles tell of a call or meeting
    generate.py dense 60 > dense.jsonl        60 MB of diplomatic news: half of the sentences have a trigger
    generate.py aliases 50000 > names.txt     so many made-up names, a line each
    generate.py names 0 > names.txt           all names of the built-in lists

The same seed gives the same bytes. Words are drawn by Zipf's law from gazetteers/ar/common_words.tsv, which is in the order
of frequency; one in sixteen is made up, so that the tail of words is as long as in real news, and names are drawn from all
lists, so that caches see what they would see. Sentences with events are those of tests/corpus and examples/articles with
other people in the place of theirs.
"""
import argparse
import itertools
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LETTERS = "اابتتجحخدرررزسسشصطععفقكللمممنننههووييي"
DAYS = "الأحد الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت".split()
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
ARTICLE_BYTES = 3000
MADE_UP, NAMED, NUMBERED, DATED = 1 / 16, 1 / 100, 1 / 60, 1 / 300  # of words
EVENTFUL_ARTICLES, EVENTFUL_SENTENCES = 0.05, 0.5  # of general, of dense news


def column(table, *names):
    lines = [line for line in (ROOT / "gazetteers" / table).read_text().splitlines() if line and line[0] != "#"]
    header = lines[0].split("\t")
    at = [header.index(name) for name in names]
    return [[line.split("\t")[i] for i in at] for line in lines[1:]]


def own_articles():
    for path in sorted((ROOT / "tests/corpus").glob("*.json")):
        yield json.loads(path.read_text())["text"]
    for path in sorted((ROOT / "examples/articles").glob("*.txt")):
        yield path.read_text()


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.common = [row[0] for row in column("ar/common_words.tsv", "word")]
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(self.common))))
        self.people = [row[0] for row in column("ar/people.tsv", "native")]
        self.names = self.people + [
            name
            for table in ("ar/places.tsv", "ar/organizations.tsv", "ar/countries.tsv")
            for row in column(table, "native", "variants")
            for name in [row[0]] + [v for v in row[1].split("|") if v]
        ]
        known = set(self.people)
        self.eventful = []
        for text in own_articles():
            for sentence in re.split(r"(?<=[.؟!])\s+|\n+", text):
                if len(sentence) > 40:
                    self.eventful.append(self.split_at_people(sentence, known))

    def split_at_people(self, sentence, known):
        """The sentence as pieces, None where a person of the lists is named by two or three words."""
        words, pieces = sentence.split(" "), []
        while words:
            size = next((n for n in (3, 2) if " ".join(words[:n]).strip("،.:") in known), 0)
            pieces.append(None if size else words[0])
            words = words[size or 1 :]
        return pieces

    def made_up(self):
        word = "".join(self.random.choices(LETTERS, k=self.random.choice((3, 4, 4, 5, 5, 6, 7))))
        return self.random.choice(("", "", "ال", "و", "بال", "لل", "ي")) + word + self.random.choice(("", "", "ة", "ات", "ين"))

    def date(self):
        r = self.random
        return r.choice((
            "يوم " + r.choice(DAYS),
            "أمس " + r.choice(DAYS),
            f"{r.randint(1, 28)} {r.choice(MONTHS)} {r.randint(2005, 2024)}",
            f"عام {r.randint(1950, 2024)}",
            "الأسبوع الماضي",
            "العام الماضي",
            "اليوم",
        ))

    def sentence(self):
        r = self.random
        words = []
        for word in r.choices(self.common, cum_weights=self.weights, k=r.randint(6, 40)):
            kind = r.random()
            if kind < MADE_UP:
                word = self.made_up()
            elif kind < MADE_UP + NAMED:
                word = r.choice(self.names)
            elif kind < MADE_UP + NAMED + NUMBERED:
                word = str(r.randint(1, 5000))
            elif kind < MADE_UP + NAMED + NUMBERED + DATED:
                word = self.date()
            words.append(word + ("،" if r.random() < 0.07 else ""))
        return " ".join(words) + "."

    def event_sentence(self):
        pieces = self.random.choice(self.eventful)
        return " ".join(self.random.choice(self.people) if piece is None else piece for piece in pieces)

    def article(self, number, dense):
        r = self.random
        eventful = dense or r.random() < EVENTFUL_ARTICLES
        share = EVENTFUL_SENTENCES if dense else 0.25
        size, target, sentences = 0, r.lognormvariate(0, 0.6) * ARTICLE_BYTES, []
        while size < target:
            sentence = self.event_sentence() if eventful and r.random() < share else self.sentence()
            sentences.append(sentence + r.choice((" ", " ", "\n")))
            size += 2 * len(sentence)
        return {
            "id": f"bench/{number}",
            "published": f"{r.randint(2010, 2024)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}",
            "title": self.sentence()[:80],
            "text": "".join(sentences),
        }

    def corpus(self, megabytes, dense, out):
        size = 0
        for number in itertools.count():
            if size >= megabytes * 1_000_000:
                return
            line = json.dumps(self.article(number, dense), ensure_ascii=False).encode() + b"\n"
            out.write(line)
            size += len(line)

    def aliases(self, count, out):
        """Names as people have them: two or three words, of which the first are few and the last many."""
        first = sorted({name.split(" ")[0] for name in self.people})
        last = sorted({name.split(" ")[-1] for name in self.people} | {self.made_up() for _ in range(count // 8)})
        seen = set()
        while len(seen) < count:
            middle = [self.random.choice(first)] if self.random.random() < 0.4 else []
            seen.add(" ".join([self.random.choice(first), *middle, self.random.choice(last)]))
        out.write("".join(name + "\n" for name in sorted(seen)).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("general", "dense", "aliases", "names"))
    parser.add_argument("size", type=float, help="megabytes, or number of names")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    generator = Generator(args.seed)
    if args.what == "aliases":
        generator.aliases(int(args.size), sys.stdout.buffer)
    elif args.what == "names":
        sys.stdout.buffer.write("".join(name + "\n" for name in sorted(set(generator.names))).encode())
    else:
        generator.corpus(args.size, args.what == "dense", sys.stdout.buffer)


if __name__ == "__main__":
    main()
