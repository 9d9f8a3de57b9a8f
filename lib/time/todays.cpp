#include "time/todays.h"

#include <algorithm>

namespace mahdar {
namespace {

using std::chrono::days;

constexpr long kLateStamp = 3;     // days by which a stamp may be off the weekday that the text names
constexpr long kOldReport = 3660;  // a dateline further off is a date of the story
constexpr At kOpening = 30;        // tokens: a dateline among the first is the article's own

}  // namespace

Todays::Todays(const Document& doc, const WordView& view, const TimeGrammar::Impl& grammar,
               const std::vector<Phrase>& phrases, std::optional<Day> published)
    : published_(published) {
  if (!published) return;
  Reader reader(doc, view);
  auto sentence = doc.sentences.begin();
  for (const Phrase& p : phrases) {
    if (p.shape != Shape::kDate) continue;
    while (sentence->tokens.end <= p.begin) ++sentence;
    const auto day = grammar.resolver.full_date(p);
    if (day && p.begin > kOpening && std::abs((*day - *published).count()) < kOldReport) {
      reader.restrict(sentence->tokens);
      const bool own_line = doc.tokens[sentence->tokens.begin].newline_before;
      if (own_line && reader.is_dateline(p)) datelines_.push_back({p.begin, *day});
    }
    if (day || !p.deictic || p.weekday == 0) continue;
    const Day today = nearest_weekday(*published_at(p.begin) + days(*p.deictic), p.weekday) - days(*p.deictic);
    told_.push_back({p.begin, today});
  }
}

std::vector<Todays::Mark>::const_iterator Todays::first_after(const std::vector<Mark>& marks, At token) {
  return std::upper_bound(marks.begin(), marks.end(), token, [](At at, const Mark& mark) { return at < mark.token; });
}

std::optional<Day> Todays::published_at(At token) const {
  const auto after = first_after(datelines_, token);
  return after == datelines_.begin() ? published_ : std::optional(std::prev(after)->day);
}

std::optional<Day> Todays::today_at(At token) const {
  const auto published = published_at(token);
  if (!published || told_.empty()) return published;
  auto nearest = first_after(told_, token);
  const bool before_is_nearer = nearest == told_.end() || (nearest != told_.begin() &&
                                                           token - std::prev(nearest)->token <= nearest->token - token);
  if (before_is_nearer) --nearest;
  return std::abs((nearest->day - *published).count()) <= kLateStamp ? std::optional(nearest->day) : published;
}

}  // namespace mahdar
