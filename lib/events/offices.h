// From an office to its holder: tenures, the article's day, and whom the article has named.
#ifndef MAHDAR_EVENTS_OFFICES_H_
#define MAHDAR_EVENTS_OFFICES_H_

#include <unordered_map>

#include "events/analysis.h"
#include "events/pieces.h"

namespace mahdar {

// For each kind of office, the kinds that its word may mean. Immutable; threads may share it.
class OfficeKin {
 public:
  explicit OfficeKin(const Knowledge& knowledge);
  // The kind itself first.
  const std::vector<std::uint32_t>& of(std::uint32_t kind) const { return kinds_[kind]; }

 private:
  std::vector<std::vector<std::uint32_t>> kinds_;
};

// Remembers the actors of an article in the order of the text and resolves offices and references with them.
class OfficeResolver {
 public:
  OfficeResolver(Analysis& analysis, const EventData& data);

  // The holder of an office of a country or body; else its leader or delegation.
  Side holder(std::uint32_t kind, std::uint32_t of, Span span);
  // Who is meant by an office alone ("the president"): whom the article told of last who holds such an office; of an
  // envoy, the one to a country that the article names. Nothing if there is none.
  std::optional<Side> implied_holder(std::uint32_t kind);
  // The one holder of an office, if a name that no list has is a spelling of his.
  std::optional<Side> spelt_so(std::uint32_t kind, std::uint32_t of, std::string_view folded, Span span);
  // Who can be meant by an office of a country or body on the article's day.
  std::vector<std::uint32_t> holders(std::uint32_t kind, std::uint32_t of) const { return candidates(kind, of); }
  bool holds(std::uint32_t person, std::uint32_t kind, std::uint32_t of) const;
  // Whether a country or body can be a side by itself: a city cannot.
  bool can_send(std::uint32_t of) const;
  // A known person, with the office held on the article's day (that of `kind` if given).
  Side person(std::uint32_t known, std::optional<std::uint32_t> kind, std::uint32_t of, Span span);
  Side unknown_person(std::string_view folded, std::string_view native, std::optional<std::uint32_t> kind,
                      std::uint32_t of, Span span);
  Side delegation(std::uint32_t of, Span span, ParticipantKind kind = ParticipantKind::kDelegation);

  // Whom an office alone means from here on: "the president of the republic X" is "the president" of this article.
  void remember_bare(std::uint32_t kind, const Side& side);
  // Whom the article tells of, before or after, in the office of a leader who could not be told.
  std::optional<Side> told_leader(const Side& leader) const;
  void remember(const Side& side, bool titled = false);
  // The last person told of with a title: a head of state, or of lower rank.
  const std::optional<Side>& last_sovereign() const { return sovereign_; }
  const std::optional<Side>& last_titled() const { return titled_; }
  const std::optional<Side>& last_side() const { return last_; }

 private:
  std::optional<Side> only_holder(std::uint32_t kind);
  bool is_past(const Side& side, std::uint32_t kind) const;
  bool is_kin(std::uint32_t kind, std::uint32_t other) const;
  std::vector<std::uint32_t> candidates(std::uint32_t kind, std::uint32_t of) const;

  Analysis& analysis_;
  const EventData& data_;
  std::optional<DayNumber> day_;
  std::vector<Side> told_;  // in order; the last is the latest
  std::optional<Side> last_, titled_, sovereign_;
  std::unordered_map<std::uint32_t, Side> bare_;                                     // by kind
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> only_;  // kind -> holder, of what
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_OFFICES_H_
