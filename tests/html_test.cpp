// HTML pages as articles.
#include <gtest/gtest.h>

#include <string>

#include "io/articles.h"
#include "io/html_text.h"
#include "mahdar/mahdar.h"

namespace mahdar::test {
namespace {

// A paragraph long enough to be an article's.
std::string paragraph(const std::string& begin) {
  return begin + " and so on, for as many words as a paragraph of an article has, with a comma, and an end.";
}

std::string text_of_page(const std::string& body) { return read_html("<html><body>" + body + "</body></html>").text; }

TEST(Html, TakesTheTextWithoutWhatStandsAroundIt) {
  const std::string one = paragraph("One"), two = paragraph("Two"), text = one + "\n\n" + two;
  const std::string furniture[] = {
      "<nav><p>" + one + "</p></nav>",
      "<aside><p>" + one + "</p></aside>",
      "<figure><img><figcaption>Caption</figcaption></figure>",
      "<div class='related-stories'><h3>See</h3><p>Another story</p></div>",
      "<div class='article__share'>Share <span>now</span></div>",
      "<div id='relatedPosts'><p>Another story</p></div>",
      "<p><a href='x'>Another story that is nothing but a link</a></p>",
      "<ul><li><a href='x'>a link</a></li><li><a href='y'>another</a></li></ul>",
      "<script>var x = '<p>no</p>';</script><style>p{}</style><noscript>no</noscript>",
      "<p hidden>no</p><p style='display: none'>no</p><div role='complementary'>no</div>",
      "<blockquote class='twitter-tweet'>no</blockquote><h2>Heading of what is left out</h2>"
      "<div class='read-also'>no</div>"};
  for (const std::string& box : furniture) {
    for (const char* kind : {"article", "main", "div"}) {
      const std::string open = std::string("<") + kind + ">", close = std::string("</") + kind + ">";
      EXPECT_EQ(text_of_page(open + "<p>" + one + "</p><p>" + two + "</p>" + box + close), text) << box;
    }
  }
}

TEST(Html, AClassDoesNotTakeAnArticleAway) {
  const std::string one = paragraph("One"), two = paragraph("Two");
  EXPECT_EQ(text_of_page("<div class='page has-sidebar'><div class='content social'><p>" + one + "</p><p>" + two +
                         "</p></div></div>"),
            one + "\n\n" + two);
}

TEST(Html, PrefersTheBodyThatIsMarked) {
  const std::string one = paragraph("One"), other = paragraph("Other");
  EXPECT_EQ(text_of_page("<p>" + other + "</p><div itemprop='articleBody'><p>" + one + "</p></div>"), one);
  EXPECT_EQ(text_of_page("<article><p>Teaser</p></article><article><p>" + one + "</p></article>"), one);
  EXPECT_EQ(text_of_page("<div><p>" + other + "</p></div><div class='entry-content'><p>" + one + "</p><p>" + one +
                         "</p></div>"),
            one + "\n\n" + one);
}

TEST(Html, KeepsLinesAndJoinsWhiteSpace) {
  EXPECT_EQ(text_of_page("<article><p>a\n  b&nbsp;c<br>d <b>e</b>f</p>g</article>"), "a b c\nd ef\n\ng");
  EXPECT_EQ(text_of_page("<table><tr><td>a</td><td>b</td></tr></table>"), "a\n\nb");
  EXPECT_EQ(text_of_page(""), "");
  EXPECT_EQ(plain_text("a &amp; b<p>c"), "a & b\n\nc");
}

struct Dated {
  const char* head;
  const char* published;
};
TEST(Html, ReadsTheDayOfPublication) {
  const Dated cases[] = {
      {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-10-07T09:00:00+03:00\"}</script>"
       "<meta property='article:published_time' content='2020-01-01'>",
       "2021-10-07T09:00:00+03:00"},
      {"<script type='application/ld+json'>[{\"@graph\":[{\"@type\":[\"X\",\"ReportageNewsArticle\"],\"datePublished\":\"2021-10-07\"}]}]</script>",
       "2021-10-07"},
      {"<script type='application/ld+json'>{broken</script><meta property='og:published_time' content='2021-10-07'>",
       "2021-10-07"},
      {"<script type='application/ld+json'>{\"@type\":\"WebSite\",\"datePublished\":\"2001-01-01\"}</script>", ""},
      {"<meta name='pubdate' content='2021-10-07'><time datetime='2020-01-01'>x</time>", "2021-10-07"},
      {"<meta itemprop='datePublished' content='2021-10-07'>", "2021-10-07"},
      {"<meta property='article:modified_time' content='2021-10-07'>", ""},
      {"<time datetime='2021-10-07'>x</time><time datetime='2020-01-01'>y</time>", "2021-10-07"},
      {"<time>yesterday</time>", ""},
      // In UTC: the day is that of the publisher, where another stamp tells its zone.
      {"<meta property='article:published_time' content='2021-10-06T22:30:00Z'>"
       "<meta property='article:modified_time' content='2021-10-07T09:00:00+03:00'>",
       "2021-10-07"},
  };
  for (const Dated& c : cases) {
    const Article article = read_html(std::string("<html><head>") + c.head + "</head><body><p>x</p></body></html>");
    EXPECT_EQ(article.published, c.published) << c.head;
    EXPECT_EQ(article.published_basis, PublishedBasis::kMarkup);
  }
}

TEST(Html, ReadsTitleAddressOutletAndLanguage) {
  const Article article = read_html(
      "<html lang='fa'><head><title>T | S</title><meta property='og:title' content='The  title'>"
      "<meta property='og:site_name' content='S'><link rel='canonical' href='https://example.org/a'></head>"
      "<body><h1>H</h1><p>\xD8\xA7\xD9\x84</p></body></html>");
  EXPECT_EQ(article.title, "The title");
  EXPECT_EQ(article.source, "S");
  EXPECT_EQ(article.url, "https://example.org/a");
  EXPECT_EQ(article.language, "fa");
  std::string arabic;
  for (int i = 0; i < 20; ++i) arabic += "\xD8\xA7\xD9\x84\xD8\xB1\xD8\xA6\xD9\x8A\xD8\xB3 ";
  EXPECT_EQ(read_html("<html lang='en'><p>" + arabic + "</p>").language, "");  // left from a template
  EXPECT_EQ(read_html("<p>x</p>", "https://example.org/b").url, "https://example.org/b");
}

TEST(Html, PrefersTheBodyOfJsonLdUnlessItIsCutShort) {
  const std::string one = paragraph("One"), two = paragraph("Two");
  const auto page = [&](const std::string& body) {
    return read_html("<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + body +
                     "\"}</script><article><p>" + one + "</p><p>" + two + "</p></article>")
        .text;
  };
  EXPECT_EQ(page("<p>" + one + "</p><p>" + two + " &amp; all</p>"), one + "\n\n" + two + " & all");
  EXPECT_EQ(page("One and ..."), one + "\n\n" + two);
}

TEST(Html, ReadsDeclaredEncodings) {
  const std::string alef_lam = "\xD8\xA7\xD9\x84";
  EXPECT_EQ(read_html("<meta charset=windows-1256><p>\xC7\xE1</p>").text, alef_lam);
  EXPECT_EQ(read_html("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-6'><p>\xC7\xE4</p>").text,
            alef_lam);
  EXPECT_EQ(read_html("<meta charset='windows-1256'><p>" + alef_lam + "</p>").text, alef_lam);  // saved as UTF-8
  EXPECT_EQ(read_html("<p>\xC7</p>").text, "\xEF\xBF\xBD");
}

TEST(Html, StandsPagesThatWouldBreakAParser) {
  const std::string call = "<p>" + paragraph("One") + "</p>";
  std::string fonts;
  for (int i = 0; i < 2000; ++i) fonts += "<font size=" + std::to_string(i) + ">";
  std::string paragraphs;
  for (int i = 0; i < 2000; ++i) paragraphs += "<p>x";
  std::string divs;
  for (int i = 0; i < 100000; ++i) divs += "<div>";
  for (const std::string& page :
       {call + divs, divs + call, fonts + call + paragraphs, std::string("<"), std::string("<!--"), call + "<p class='",
        call + "<script>", call + std::string("\0<p>\0", 6)})
    read_html(page);
  EXPECT_EQ(text_of_page(divs + call), paragraph("One"));
}

}  // namespace
}  // namespace mahdar::test
