#include "time/todays.h"

#include <algorithm>

namespace mahdar {
namespace {

using std::chrono::days;

constexpr long kLateStamp = 3;     // days by which a stamp may be off the weekday that the text names
constexpr long kOldReport = 3660;  // a dateline further off is a date of the story
}  // namespace

namespace {

// The day of a date, its year the nearest where none is said.
std::optional<Day> near_day(const Phrase& p, const Resolver& resolver, Day published) {
  if (const auto day = resolver.full_date(p)) return day;
  if (p.day == 0 || p.month == 0 || p.hijri || p.last_day != 0 || p.year.given()) return std::nullopt;
  std::optional<Day> best;
  for (int year = civil(published).year - 1; year <= civil(published).year + 1; ++year) {
    const auto day = make_day(year, p.month, p.day);
    if (day && (!best || std::chrono::abs(*day - published) < std::chrono::abs(*best - published))) best = day;
  }
  return best;
}

}  // namespace

Todays::Todays(const Phrases& phrases, const Resolver& resolver, std::optional<Day> published) : published_(published) {
  if (!published) return;
  const Document& doc = phrases.document();
  Reader reader(doc, phrases.words());
  auto sentence = doc.sentences.begin();
  for (const Phrase& p : phrases.all()) {
    if (p.shape != Shape::kDate) continue;
    while (sentence->tokens.end <= p.begin) ++sentence;
    const At begin = sentence->tokens.begin;
    const auto day = near_day(p, resolver, *published);
    if (day && (begin == 0 || doc.tokens[begin].newline_before)) {
      reader.restrict(sentence->tokens);
      const long off = std::abs((*day - *published).count());
      const bool own = p.begin <= kOpening;
      const bool dated = resolver.full_date(p) || own;
      if (dated && off < (own ? kLateStamp : kOldReport) && reader.is_dateline(p))
        (own ? told_ : datelines_).push_back({p.begin, *day});
    }
    if (!p.deictic || p.weekday == 0 || resolver.full_date(p)) continue;
    const Day today = nearest_weekday(*published_at(p.begin) + days(*p.deictic), p.weekday) - days(*p.deictic);
    told_.push_back({p.begin, today});
  }
}

bool Todays::opens_report(At token) const {
  return std::any_of(datelines_.begin(), datelines_.end(), [&](const Mark& mark) { return mark.token == token; });
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
