// Where the words of an article contradict one another or its day.
#include <cstdlib>

#include "time/todays.h"

namespace mahdar {
namespace {

constexpr long kLateFeed = 1;  // days by which a stamp may differ from the words

Warning make_warning(const Document& doc, const Phrase& p, std::string code, std::string message) {
  const Span span = doc.span_of({p.begin, p.end});
  return {std::move(code), std::move(message), span.begin, span.end};
}

}  // namespace

std::vector<Warning> TimeGrammar::Impl::contradictions(const Phrases& phrases, const Todays& todays) const {
  std::vector<Warning> warnings;
  const auto warn = [&](const Phrase& p, const char* code, std::string message) {
    warnings.push_back(make_warning(phrases.document(), p, code, std::move(message)));
  };
  const std::optional<Day> published = todays.published_at(0);
  std::optional<int> today;  // the weekday that the report speaks from
  for (const Phrase& p : phrases.all()) {
    if (p.shape != Shape::kDate) continue;
    const auto day = resolver.full_date(p);
    if (day && p.weekday != 0 && weekday_of(*day) != p.weekday)
      warn(p, "weekday-against-date", "the date " + to_iso(*day) + " is another weekday");
    if (p.other_month != 0) warn(p, "month-names-differ", "two names of different months stand for one");
    if (day && todays.opens_report(p.begin)) {
      today.reset();
      if (std::abs((*day - *published).count()) > kLateFeed)
        warn(p, "two-days", "a second report begins, of " + to_iso(*day));
    }
    if (!p.deictic || p.weekday == 0 || day) continue;
    const int then = (p.weekday - 1 - *p.deictic + 14) % 7 + 1;
    const auto report = todays.published_at(p.begin);
    if (report && !today && weekday_of(*report) != then)
      warn(p, "weekday-against-published", "the article's day is another weekday than its text says");
    if (today && *today != then) warn(p, "two-days", "the text speaks from two different days");
    if (!today) today = then;
  }
  return warnings;
}

}  // namespace mahdar
