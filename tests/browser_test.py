#!/usr/bin/env python3
"""Opens pages of --format html in headless Chromium: their text is the article's, nothing is fetched, nothing runs, and
pointing at an event's card outlines the event's words.

Usage: browser_test.py COMMAND [TEST...]    (make test-browser; needs chromium)
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from command_support import CALL, run, records_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--window-size=1280,1600"]
MEETING = "\nومن المقرر أن يلتقي الرئيس التركي رجب طيب أردوغان نظيره الفرنسي إيمانويل ماكرون في باريس يوم 20 أكتوبر 2021."
HOSTILE = ('</div></article><script>alert(1)</script><img src="http://example.invalid/x.png" onerror="alert(2)">'
           '<style>body{background:url(http://example.invalid/y)}</style>\r\n&lt;b&gt; "\' \u202e \u2028 \x1b[31m \0 <svg/onload=alert(3)>\n')


class Browser:
    """A page of Chromium, by the DevTools protocol over a pipe: JSON messages, each ended by a zero byte."""

    def __init__(self, profile):
        read, self.to_browser = os.pipe()
        self.from_browser, write = os.pipe()
        command = f'exec "$@" 3<&{read} 4>&{write}'
        self.process = subprocess.Popen(["bash", "-c", command, "browser", CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
                                        pass_fds=(read, write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read)
        os.close(write)
        self.number, self.buffer, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def receive(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.from_browser, 1 << 16)
            if not piece:
                raise RuntimeError("Chromium is gone")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def open(self, path):
        self.events.clear()
        self.call("Page.navigate", url=pathlib.Path(path).as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def point_at(self, selector):
        x, y = self.value(f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
                          f" return [r.x + r.width / 2, r.y + 12] }})(document.querySelector({selector!r}))")
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def seen(self, method):
        return [event["params"] for event in self.events if event["method"] == method]

    def close(self):
        self.process.terminate()
        self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)


def words_of(record, event):
    """The characters that an event points at."""
    quotes = [*event["participants"], *event["statements"], *event["evidence"], *event["agreements"], *event["attribution"],
              *(mention for topic in event["topics"] for mention in topic["mentions"]), event["date"] or {}, event["location"] or {}]
    places = {i for quote in quotes if quote.get("start") is not None for i in range(quote["start"], quote["end"])}
    return "".join(record["text"][i] for i in sorted(places))


@unittest.skipUnless(CHROMIUM, "no Chromium here")
class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.browser = Browser(cls.folder / "profile")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.addClassCleanup(cls.browser.close)

    def open(self, article):
        data = json.dumps(article)
        page = self.folder / "page.html"
        page.write_bytes(run("--format", "html", "-", data=data).stdout)
        self.browser.open(page)
        return records_of(run("--with-text", "-", data=data))[0]

    def check_quiet(self):
        """No request but for the page itself, no dialog, no script, nothing that the policy had to forbid."""
        requests = [request["request"]["url"] for request in self.browser.seen("Network.requestWillBeSent")]
        self.assertEqual([url for url in requests if not url.endswith("/page.html")], [])
        self.assertEqual(self.browser.seen("Page.javascriptDialogOpening"), [])
        self.assertEqual([entry["entry"]["text"] for entry in self.browser.seen("Log.entryAdded")], [])
        self.assertEqual(self.browser.value("document.scripts.length"), 0)

    def test_the_text_is_the_article(self):
        record = self.open({"id": "a", "title": "عنوان", "published": "2021-10-07", "text": CALL + MEETING})
        self.assertEqual(self.browser.value("document.querySelector('.text').textContent"), record["text"])
        self.assertEqual(self.browser.value("getComputedStyle(document.querySelector('.text')).direction"), "rtl")
        self.assertGreater(self.browser.value("document.querySelectorAll('.network .line').length"), 1)
        self.assertEqual(self.browser.value("getComputedStyle(document.querySelector('article')).borderRadius"), "10px")  # the style is allowed
        self.check_quiet()

    def test_hostile_text_stays_text(self):
        article = {"id": "<script>alert(4)</script>", "title": "<img src=x onerror=alert(5)>" + HOSTILE, "source": HOSTILE,
                   "url": "javascript:alert(6)", "language": "ar", "text": HOSTILE + CALL + HOSTILE}
        record = self.open(article)
        self.assertEqual(len(record["events"]), 1)
        self.assertEqual(self.browser.value("document.querySelector('.text').textContent"), record["text"].replace("\0", "\ufffd"))
        self.assertEqual(self.browser.value("document.querySelectorAll('img, iframe, article a').length"), 0)
        self.check_quiet()

    def test_pointing_at_a_card_outlines_its_words(self):
        record = self.open({"id": "a", "published": "2021-10-07", "text": CALL + MEETING})
        self.assertEqual(len(record["events"]), 2)
        outlined = ("[...document.querySelectorAll('.text mark')].filter(m => getComputedStyle(m).outlineStyle !== 'none')"
                    ".map(m => m.textContent).join('')")
        self.browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)
        self.assertEqual(self.browser.value(outlined), "")
        for number, event in enumerate(record["events"], 1):
            self.browser.point_at(f".card.k{number}")
            self.assertEqual(self.browser.value(outlined), words_of(record, event))

    def test_letters_stay_joined(self):
        self.open({"id": "a", "text": CALL})
        widths = self.browser.value("""(() => {
          const text = document.querySelector('.text'), plain = text.cloneNode();
          text.after(plain);
          plain.textContent = text.textContent;
          const width = e => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().width; };
          text.style.whiteSpace = plain.style.whiteSpace = 'nowrap';
          return [width(text), width(plain)];
        })()""")
        self.assertAlmostEqual(widths[0], widths[1], delta=1)


if __name__ == "__main__":
    unittest.main()
