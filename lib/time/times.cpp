#include "time/times.h"

#include <cstdio>

#include "text/fold.h"
#include "text/utf8.h"
#include "time/grammar.h"
#include "time/todays.h"

namespace mahdar {
namespace {

constexpr std::size_t kIsoSize = 10;
constexpr int kMostInARow = 3;  // tokens between two dates that share a year

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The bytes of a phrase, without the clitic on its first word.
Span span_of(const Document& doc, const Phrase& p) {
  Span span = doc.span_of({p.begin, p.end});
  const Span word = doc.tokens[p.begin].span;
  std::size_t at = word.begin;
  for (int letters = 0; at < word.end;) {
    std::size_t next = at;
    const bool letter = classify(next_code_point(doc.text, next)) == CharClass::kLetter;
    if (letter && letters++ == p.clitic_letters) break;
    at = next;
  }
  if (p.clitic_letters > 0 && at < word.end) span.begin = std::uint32_t(at);
  return span;
}

// In "23 April and 3 May 1991" the year is said once, of the last; so is "next" in "March and April next".
void share_year(Phrase& p, const Phrase& next) {
  const bool open = p.shape == Shape::kDate && p.month != 0 && !p.year.given() && p.month_direction == Direction::kNone;
  const bool dated = next.shape == Shape::kDate && next.month != 0;
  if (!open || !dated || p.hijri != next.hijri || (p.day == 0) != (next.day == 0)) return;
  if (next.year.year == 0) {
    p.month_direction = next.month_direction;
    p.year = next.year;
    return;
  }
  const bool turns = p.month > next.month;
  if (p.weekday == 0) p.year = next.year;
  if (turns && p.year.year != 0) --p.year.year;
}

}  // namespace

std::optional<Day> parse_iso_date(std::string_view text) {
  if (text.size() < kIsoSize || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > kIsoSize && text[kIsoSize] != 'T' && text[kIsoSize] != ' ') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_day(*year, *month, *day);
}

std::string to_iso(Day day) {
  const CivilDate date = civil(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

TimeGrammar::TimeGrammar(const TableSet& tables) : impl_(std::make_unique<const Impl>(tables)) {}
TimeGrammar::~TimeGrammar() = default;

Phrases::Phrases(const Document& doc, const DateWords& words) : doc_(doc), words_(doc, words) {
  for (const Sentence& sentence : doc.sentences) {
    if (sentence.boilerplate) continue;
    const std::vector<Phrase> more = read(sentence.tokens);
    all_.insert(all_.end(), more.begin(), more.end());
  }
}

// The phrases of a sentence, those in a row sharing what is said once.
std::vector<Phrase> Phrases::read(TokenRange range) const {
  Reader reader(doc_, words_);
  reader.restrict(range);
  std::vector<Phrase> phrases;
  for (At i = range.begin; i < range.end;) {
    if (!reader.may_begin(i)) {
      ++i;
      continue;
    }
    Phrase phrase;
    if (!reader.read(i, phrase)) {
      ++i;
      continue;
    }
    phrase.past = reader.governed_by_past(phrase.begin, phrase.end);
    phrase.future = phrase.future || (!phrase.past && reader.governed_by_future(phrase.begin, phrase.end));
    phrase.heading = reader.is_heading(phrase);
    phrase.alone = phrase.begin <= range.begin + 1 && phrase.end + 1 >= range.end;
    if (!reader.is_name(phrase)) phrases.push_back(phrase);
    i = std::max(phrase.end, i + 1);
  }
  for (std::size_t k = phrases.size(); k-- > 1;)
    if (phrases[k].begin - phrases[k - 1].end <= kMostInARow && reader.joins(phrases[k - 1].end, phrases[k].begin))
      share_year(phrases[k - 1], phrases[k]);
  return phrases;
}

std::vector<TimeMention> TimeGrammar::Impl::find(const Phrases& phrases, const Todays& todays) const {
  TimeContext context;
  std::vector<TimeMention> times;
  for (const Phrase& phrase : phrases.all()) {
    context.published = todays.published_at(phrase.begin);
    context.today = todays.today_at(phrase.begin);
    if (phrase.heading)
      context.heading = context.published && phrase.year.year < civil(*context.published).year
                            ? std::optional(phrase.year.year)
                            : std::nullopt;
    TimeMention time;
    if (!resolver.resolve(phrase, context, time)) continue;
    time.tokens = {phrase.begin, phrase.end};
    time.span = span_of(phrases.document(), phrase);
    if (time.first && time.type == TimeType::kDate) context.last = time.first;
    times.push_back(std::move(time));
  }
  return times;
}

TimeGrammar::Reading TimeGrammar::read(const Document& doc, std::string_view given, std::string_view url) const {
  const Phrases phrases(doc, impl_->words);
  Reading reading;
  reading.day = impl_->find_article_day(phrases, given, url);
  const Todays todays(phrases, impl_->resolver, reading.day.day);
  for (Warning& warning : impl_->contradictions(phrases, todays)) reading.day.warnings.push_back(std::move(warning));
  reading.times = impl_->find(phrases, todays);
  return reading;
}

}  // namespace mahdar
