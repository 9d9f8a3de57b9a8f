#include "events/offices.h"

#include <algorithm>

namespace mahdar {
namespace {

// What a word for an office may mean where the country has no such office: "the leader" is a president or a king.
constexpr struct {
  std::string_view word;
  std::string_view kinds;  // parted by blanks
} kKin[] = {
    {"leader",
     "supreme-leader president king emir sultan chancellor prime-minister de-facto-leader secretary-general "
     "chairperson"},
    {"president", "de-facto-leader supreme-leader chairperson secretary-general"},
    {"prime-minister", "chancellor de-facto-leader"},
    {"king", "queen emperor sultan grand-duke"},
    {"emir", "sovereign-prince crown-prince prince"},
    {"foreign-minister", "high-representative"},
    {"minister-of-state", "minister-of-state-foreign-affairs"},
    {"minister-of-state-foreign-affairs", "minister-of-state foreign-minister"},
    {"chairperson", "president"},
    {"un-ambassador", "ambassador"},
    {"presidential-envoy", "us-envoy ru-envoy"},
    {"energy-minister", "finance-minister"},
};

}  // namespace

OfficeKin::OfficeKin(const Knowledge& knowledge) {
  for (std::uint32_t kind = 0; knowledge.has_office_kind(kind); ++kind) {
    kinds_.push_back({kind});
    for (const auto& kin : kKin) {
      if (kin.word != knowledge.office_kind(kind).id) continue;
      for (const std::string& other : split(kin.kinds, ' '))
        if (const auto found = knowledge.find_office_kind(other)) kinds_.back().push_back(*found);
    }
  }
}

OfficeResolver::OfficeResolver(Analysis& analysis, const EventData& data)
    : analysis_(analysis), data_(data), day_(day_number(analysis.day.day)) {}

bool OfficeResolver::is_kin(std::uint32_t kind, std::uint32_t other) const {
  const auto& kin = data_.kin.of(kind);
  return std::find(kin.begin(), kin.end(), other) != kin.end();
}

std::vector<std::uint32_t> OfficeResolver::candidates(std::uint32_t kind, std::uint32_t of) const {
  for (const std::uint32_t k : data_.kin.of(kind)) {
    auto people = data_.knowledge.holders(k, of, day_);
    if (!people.empty()) return people;
  }
  return {};
}

Side OfficeResolver::person(std::uint32_t known, std::optional<std::uint32_t> kind, std::uint32_t of, Span span) {
  Side side;
  side.entity = entity_index(analysis_, data_.knowledge, known) + 1;
  side.span = span;
  side.office = kind;
  side.of = of;
  if (!kind || of == 0) {
    const auto held = data_.knowledge.tenures_of(known, day_);
    const auto leads = [&](const Tenure* t) {
      return data_.knowledge.office_kind(t->kind).leads && data_.knowledge.entity(t->of).kind == "country";
    };
    const Tenure* best = nullptr;
    for (const Tenure* tenure : held)
      if (best == nullptr || (kind && tenure->kind == *kind) || (!kind && leads(tenure) && !leads(best))) best = tenure;
    if (best != nullptr && day_) side.office = best->kind, side.of = best->of;
  }
  return side;
}

Side OfficeResolver::unknown_person(std::string_view folded, std::string_view native, std::optional<std::uint32_t> kind,
                                    std::uint32_t of, Span span) {
  Side side;
  const std::string country = of == 0 ? "" : data_.knowledge.entity(of).country;
  side.entity = unknown_person_index(analysis_, folded, native, country) + 1;
  side.office = kind;
  side.of = of;
  side.span = span;
  return side;
}

Side OfficeResolver::delegation(std::uint32_t of, Span span, ParticipantKind kind) {
  Side side;
  side.kind = kind;
  side.of = of;
  side.entity = 0;
  side.span = span;
  return side;
}

Side OfficeResolver::holder(std::uint32_t kind, std::uint32_t of, Span span) {
  for (auto side = told_.rbegin(); side != told_.rend(); ++side) {  // whom the article has given that office
    if (side->kind != ParticipantKind::kPerson || side->of != of || !side->office) continue;
    if (is_kin(kind, *side->office)) {
      Side found = *side;
      found.span = span;
      return found;
    }
  }
  const auto people = candidates(kind, of);
  if (people.size() == 1) return person(people[0], kind, of, span);
  for (auto side = told_.rbegin(); side != told_.rend(); ++side)
    for (const std::uint32_t known : people)
      if (side->kind == ParticipantKind::kPerson && side->entity != 0 &&
          analysis_.entities[side->entity - 1].known == known)
        return person(known, kind, of, span);
  return delegation(of, span,
                    data_.knowledge.office_kind(kind).leads ? ParticipantKind::kLeader : ParticipantKind::kDelegation);
}

std::optional<Side> OfficeResolver::last_holder(std::uint32_t kind) const {
  for (auto side = told_.rbegin(); side != told_.rend(); ++side) {
    if (side->kind == ParticipantKind::kDelegation || !side->office) continue;
    if (is_kin(kind, *side->office)) return *side;
  }
  return {};
}

void OfficeResolver::remember(const Side& side) {
  told_.push_back(side);
  last_ = side;
}

}  // namespace mahdar
