#include "events/offices.h"

#include <algorithm>

#include "text/fold.h"

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
    {"emir", "sovereign-prince crown-prince prince governor"},
    {"foreign-minister", "high-representative"},
    {"minister-of-state", "minister-of-state-foreign-affairs"},
    {"minister-of-state-foreign-affairs", "minister-of-state foreign-minister"},
    {"chairperson", "president"},
    {"un-ambassador", "ambassador"},
    {"presidential-envoy", "us-envoy ru-envoy"},
    {"energy-minister", "finance-minister"},
    {"governor", "emir mayor"},
};

constexpr std::size_t kLeastSkeleton = 6;  // bytes: three letters

// The letters of a word without those that spellings of a foreign name differ in.
std::string skeleton(std::string_view word) {
  constexpr std::string_view kWeak[] = {"\xD8\xA7", "\xD9\x88", "\xD9\x8A", "\xD9\x89",
                                        "\xD9\x87", "\xD8\xA9", "\xD8\xA1"};
  std::string bones;
  for (std::size_t at = 0; at + 1 < word.size(); at += 2) {
    const std::string_view letter = word.substr(at, 2);
    if (std::find(std::begin(kWeak), std::end(kWeak), letter) == std::end(kWeak)) bones += letter;
  }
  return bones;
}

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

// Whether somebody else holds the office on the article's day than a known person whom it told of.
bool OfficeResolver::is_past(const Side& side, std::uint32_t kind) const {
  const std::uint32_t known = side.entity == 0 ? 0 : analysis_.entities[side.entity - 1].known;
  if (known == 0 || !day_) return false;
  const auto people = candidates(kind, side.of);
  return !people.empty() && std::find(people.begin(), people.end(), known) == people.end();
}

Side OfficeResolver::holder(std::uint32_t kind, std::uint32_t of, Span span) {
  for (auto side = told_.rbegin(); side != told_.rend(); ++side) {  // whom the article has given that office
    if (side->kind != ParticipantKind::kPerson || side->of != of || !side->office) continue;
    if (is_kin(kind, *side->office) && !is_past(*side, kind)) {
      Side found = *side;
      found.span = span;
      return found;
    }
  }
  if (data_.knowledge.office_kind(kind).id == "ambassador") return delegation(of, span);  // it has one in each capital
  const auto people = candidates(kind, of);
  if (people.size() == 1) return person(people[0], kind, of, span);
  for (auto side = told_.rbegin(); side != told_.rend(); ++side)
    for (const std::uint32_t known : people)
      if (side->kind == ParticipantKind::kPerson && side->entity != 0 &&
          analysis_.entities[side->entity - 1].known == known)
        return person(known, kind, of, span);
  if (!data_.knowledge.office_kind(kind).leads) return delegation(of, span);
  Side leader = delegation(of, span, ParticipantKind::kLeader);
  leader.office = kind;
  return leader;
}

std::optional<Side> OfficeResolver::implied_holder(std::uint32_t kind) {
  if (const auto bare = bare_.find(kind); bare != bare_.end()) return bare->second;
  for (auto side = told_.rbegin(); side != told_.rend(); ++side)
    if (side->kind != ParticipantKind::kDelegation && side->office && is_kin(kind, *side->office)) return *side;
  for (auto side = told_.rbegin(); side != told_.rend(); ++side) {  // who holds it beside the office told of
    const std::uint32_t known = side->entity == 0 ? 0 : analysis_.entities[side->entity - 1].known;
    if (known == 0 || !day_) continue;
    for (const Tenure* tenure : data_.knowledge.tenures_of(known, day_))
      if (tenure->kind == kind) return *side;
  }
  if (!data_.knowledge.office_kind(kind).id.ends_with("-envoy")) return only_holder(kind);
  const ArticleEntity* most = nullptr;
  std::uint32_t envoy = 0;
  for (const ArticleEntity& entity : analysis_.entities) {
    if (entity.type != EntityType::kPlace || (most != nullptr && entity.mentions.size() <= most->mentions.size()))
      continue;
    const auto people = data_.knowledge.holders(kind, entity.known, day_);
    if (people.size() == 1) most = &entity, envoy = people[0];
  }
  return most == nullptr ? std::nullopt : std::optional(person(envoy, kind, most->known, {}));
}

// Of an office that one country or body alone has on the day, its holder: "the high representative".
std::optional<Side> OfficeResolver::only_holder(std::uint32_t kind) {
  if (!day_ || !data_.knowledge.office_kind(kind).single) return {};
  const auto [known, added] = only_.try_emplace(kind);
  for (std::uint32_t of = 1; added && of < data_.knowledge.entity_count(); ++of) {
    const auto people = data_.knowledge.holders(kind, of, day_);
    if (people.empty()) continue;
    if (people.size() > 1 || known->second.first != 0) return known->second = {0, 0}, std::nullopt;
    known->second = {people[0], of};
  }
  const auto [holder, of] = known->second;
  return holder == 0 ? std::nullopt : std::optional(person(holder, kind, of, {}));
}

bool OfficeResolver::holds(std::uint32_t known, std::uint32_t kind, std::uint32_t of) const {
  for (const Tenure* tenure : data_.knowledge.tenures_of(known, {}))
    if (tenure->of == of && is_kin(kind, tenure->kind)) return true;
  return false;
}

bool OfficeResolver::can_send(std::uint32_t of) const {
  const KnownEntity& entity = data_.knowledge.entity(of);
  return entity.type == EntityType::kOrganization || entity.kind == "country";
}

std::optional<Side> OfficeResolver::spelt_so(std::uint32_t kind, std::uint32_t of, std::string_view folded, Span span) {
  const auto people = candidates(kind, of);
  if (people.size() != 1 || data_.knowledge.office_kind(kind).id == "ambassador") return {};
  const auto known = split(fold(data_.knowledge.entity(people[0]).native), ' ');
  for (const std::string& word : split(folded, ' '))
    for (const std::string& other : known)
      if (const std::string bones = skeleton(word); bones.size() >= kLeastSkeleton && bones == skeleton(other))
        return person(people[0], kind, of, span);
  return {};
}

void OfficeResolver::remember_bare(std::uint32_t kind, const Side& side) { bare_.insert_or_assign(kind, side); }

std::optional<Side> OfficeResolver::told_leader(const Side& leader) const {
  const Side* found = nullptr;
  for (const Side& side : told_) {
    if (side.kind != ParticipantKind::kPerson || side.of != leader.of || !side.office || !leader.office) continue;
    if (!is_kin(*leader.office, *side.office)) continue;
    if (found != nullptr && found->entity != side.entity) return {};
    found = &side;
  }
  return found == nullptr ? std::nullopt : std::optional(*found);
}

void OfficeResolver::remember(const Side& side, bool titled) {
  told_.push_back(side);
  last_ = side;
  if (!titled || side.kind != ParticipantKind::kPerson) return;
  const std::string_view kind = side.office ? std::string_view(data_.knowledge.office_kind(*side.office).id) : "";
  const bool sovereign = kind == "king" || kind == "queen" || kind == "president" || kind == "sultan";
  (sovereign ? sovereign_ : titled_) = side;
}

}  // namespace mahdar
