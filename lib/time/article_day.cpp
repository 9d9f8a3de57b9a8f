// The article's own day: given, in its address, on a dateline, or told by its text. Never a default.
#include <algorithm>
#include <array>

#include "time/todays.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr At kDatelineLines = 12;  // a dateline stands among the first lines
constexpr At kShortLine = 24;      // tokens
constexpr long kLateFeed = 1;      // days by which a stamp may differ from the words

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number of `size` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

constexpr int kFirstWebYear = 1990, kLastWebYear = 2100;

std::optional<Day> web_day(int year, int month, int day) {
  if (year < kFirstWebYear || year > kLastWebYear || month < 1 || day < 1) return std::nullopt;
  return make_day(year, month, day);
}

// 2021/10/07, 2021-10-7 or 20211007 at a place in an address, and nothing but figures around it.
std::optional<Day> day_at(std::string_view url, std::size_t at) {
  if (at > 0 && is_digit(url[at - 1])) return std::nullopt;
  const int year = number_at(url, at, 4);
  if (year < 0) return std::nullopt;
  const auto ends = [&](std::size_t end) { return end >= url.size() || !is_digit(url[end]); };
  if (number_at(url, at, 8) >= 0)
    return ends(at + 8) ? web_day(year, number_at(url, at + 4, 2), number_at(url, at + 6, 2)) : std::nullopt;
  if (at + 4 >= url.size()) return std::nullopt;
  const char separator = url[at + 4];
  if (separator != '/' && separator != '-' && separator != '_') return std::nullopt;
  const std::size_t month_size = number_at(url, at + 5, 2) >= 0 ? 2 : 1;
  const std::size_t day_begin = at + 5 + month_size + 1;
  if (day_begin > url.size() || url[day_begin - 1] != separator) return std::nullopt;
  const std::size_t day_size = number_at(url, day_begin, 2) >= 0 ? 2 : 1;
  if (!ends(day_begin + day_size)) return std::nullopt;
  return web_day(year, number_at(url, at + 5, month_size), number_at(url, day_begin, day_size));
}

std::optional<Day> day_of_url(std::string_view url) {
  for (std::size_t at = 0; at < url.size(); ++at)
    if (is_digit(url[at]))
      if (const auto day = day_at(url, at)) return day;
  return std::nullopt;
}

// "Thu, 07 Oct 2021 10:00:00 GMT", "October 7, 2021", "2021/10/07".
std::optional<Day> day_of_stamp(std::string_view stamp) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const auto day = parse_iso_date(stamp)) return day;
  if (const auto day = day_of_url(stamp)) return day;
  std::string lower(stamp.substr(0, 64));
  for (char& c : lower) c = char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  int month = 0, day = 0, year = 0;
  for (std::size_t i = 0; i < kMonths.size() && month == 0; ++i)
    if (lower.find(kMonths[i]) != std::string::npos) month = int(i) + 1;
  for (std::size_t at = 0; at < lower.size() && year == 0;) {
    std::size_t end = at;
    while (end < lower.size() && is_digit(lower[end])) ++end;
    if (end - at == 4)
      year = number_at(lower, at, 4);
    else if (end - at == 1 || end - at == 2)
      day = day == 0 ? number_at(lower, at, end - at) : day;
    at = std::max(end, at + 1);
  }
  return month != 0 ? web_day(year, month, day) : std::nullopt;
}

// The lines of the text among which a dateline stands, as tokens.
std::vector<TokenRange> first_lines(const Document& doc) {
  std::vector<TokenRange> lines;
  const At size = At(doc.tokens.size());
  for (At begin = 0; begin < size && lines.size() < kDatelineLines;) {
    At end = begin + 1;
    while (end < size && !doc.tokens[end].newline_before) ++end;
    lines.push_back({begin, end});
    begin = end;
  }
  return lines;
}

}  // namespace

struct Dateline {
  Day day;
  At token;
};

// What is looked at to learn the article's day.
class DayFinder {
 public:
  DayFinder(const Phrases& phrases, const Resolver& resolver)
      : doc_(phrases.document()), phrases_(phrases), resolver_(resolver), reader_(doc_, phrases.words()) {}

  // The first dateline among the first lines.
  std::optional<Dateline> dateline() const {
    for (const TokenRange line : first_lines(doc_))
      if (const auto found = dateline_of(line)) return found;
    return std::nullopt;
  }

  // "today, Thursday" with a full date that is a Thursday and stands apart, or in the same breath.
  std::optional<Day> told() const {
    std::optional<int> weekday;
    std::optional<Day> full, foreign;
    bool many = false;
    for (const Phrase& p : phrases_.all()) {
      if (p.shape != Shape::kDate) continue;
      const auto day = resolver_.full_date(p);
      if (day && p.deictic && !full) full = *day - days(*p.deictic);
      if (!day && p.deictic && p.weekday != 0 && !weekday) weekday = (p.weekday - 1 - *p.deictic + 7) % 7 + 1;
      if (!day || p.deictic || !reader_.is_foreign(p)) continue;
      many = many || (foreign && *foreign != *day);
      foreign = day;
    }
    if (full) return full;
    const bool agrees = weekday && foreign && !many && weekday_of(*foreign) == *weekday;
    return agrees ? foreign : std::nullopt;
  }

 private:
  // Whether the head of a line has a month's name or a date in figures.
  bool may_tell(TokenRange line) const {
    const At end = std::min(line.end, line.begin + kShortLine);
    for (At i = line.begin; i < end; ++i) {
      const bool figures = doc_.tokens[i].kind == TokenKind::kPunctuation && i > line.begin && i + 1 < line.end &&
                           doc_.tokens[i - 1].kind == TokenKind::kNumber &&
                           doc_.tokens[i + 1].kind == TokenKind::kNumber;
      if (figures || phrases_.words().meets(i, {WordClass::kMonth})) return true;
    }
    return false;
  }

  std::optional<Dateline> dateline_of(TokenRange line) const {
    if (!may_tell(line)) return std::nullopt;
    Reader reader(doc_, phrases_.words());
    reader.restrict(line);
    for (At i = line.begin; i < line.end && i < line.begin + kShortLine; ++i) {
      Phrase p;
      if (!reader.read(i, p) || p.shape != Shape::kDate) continue;
      const auto day = resolver_.full_date(p);
      if (day && reader.is_dateline(p)) return Dateline{*day, p.begin};
      i = std::max(p.end, i + 1) - 1;
    }
    return std::nullopt;
  }

  const Document& doc_;
  const Phrases& phrases_;
  const Resolver& resolver_;
  Reader reader_;
};

ArticleDay TimeGrammar::Impl::find_article_day(const Phrases& phrases, std::string_view given,
                                               std::string_view url) const {
  ArticleDay result;
  const DayFinder finder(phrases, resolver);
  result.day = day_of_stamp(given);
  if (!given.empty() && !result.day)
    result.warnings.push_back({"published-unreadable", "the given day is no date", {}, {}});
  const auto learn = [&](std::optional<Day> day, PublishedBasis basis) {
    if (!result.day && day) result.day = day, result.basis = basis;
  };
  learn(day_of_url(url), PublishedBasis::kUrl);
  const auto line = finder.dateline();
  const bool own = line && line->token <= kOpening;  // one below is that of a second report
  if (own && result.day && std::abs((line->day - *result.day).count()) > kLateFeed)
    result.warnings.push_back({"dateline-against-published", "the dateline says " + to_iso(line->day), {}, {}});
  if (line) learn(line->day, PublishedBasis::kDateline);
  if (!result.day) learn(finder.told(), PublishedBasis::kText);
  return result;
}

}  // namespace mahdar
