#include "events/analysis.h"

#include <fmt/format.h>

namespace mahdar {
namespace {

constexpr std::size_t kRecentMentions = 400;  // a sentence has at most as many tokens

}  // namespace

std::uint32_t entity_index(Analysis& analysis, const Knowledge& knowledge, std::uint32_t known) {
  const auto [at, added] = analysis.known_entities.try_emplace(known, std::uint32_t(analysis.entities.size()));
  if (!added) return at->second;
  const KnownEntity& entry = knowledge.entity(known);
  ArticleEntity entity;
  entity.type = entry.type;
  entity.known = known;
  entity.id = fmt::format("{}/{}", type_name(entry.type), entry.id);
  entity.name = entry.name;
  entity.native = entry.native;
  entity.country = entry.country;
  analysis.entities.push_back(std::move(entity));
  return std::uint32_t(analysis.entities.size() - 1);
}

std::uint32_t unknown_person_index(Analysis& analysis, std::string_view folded, std::string_view native,
                                   std::string_view country) {
  std::uint32_t hash = 0x811C9DC5u;  // FNV-1a
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  const std::string id = fmt::format("person/x-{:08x}", hash);
  const auto [known, added] = analysis.unknown_people.try_emplace(id, std::uint32_t(analysis.entities.size()));
  if (!added) return known->second;
  if (const std::size_t space = folded.rfind(' '); space != std::string_view::npos)
    analysis.unknown_surnames.try_emplace(std::string(folded.substr(space + 1)), known->second);
  ArticleEntity entity;
  entity.type = EntityType::kPerson;
  entity.id = id;
  entity.name = entity.native = native;
  entity.folded = folded;
  entity.country = country;
  analysis.entities.push_back(std::move(entity));
  return std::uint32_t(analysis.entities.size() - 1);
}

std::string side_country(const Analysis& analysis, const Knowledge& knowledge, const Side& side) {
  const std::string own = side.entity == 0 ? "" : analysis.entities[side.entity - 1].country;
  if (side.of == 0) return own;
  const std::string_view kind = side.office ? std::string_view(knowledge.office_kind(*side.office).id) : "";
  const bool sent_there =
      side.kind == ParticipantKind::kPerson && kind.ends_with("-envoy") && kind != "presidential-envoy";
  return sent_there ? own : knowledge.entity(side.of).country;
}

void add_mention(ArticleEntity& entity, Span span, MentionForm form) {
  // Mentions come in the order of the text; only those of the same sentence can be the same.
  const std::size_t first = entity.mentions.size() > kRecentMentions ? entity.mentions.size() - kRecentMentions : 0;
  for (std::size_t i = first; i < entity.mentions.size(); ++i)
    if (entity.mentions[i].span.begin == span.begin && entity.mentions[i].span.end == span.end) return;
  entity.mentions.push_back({span, form});
}

std::optional<DayNumber> day_number(const std::optional<Day>& day) {
  if (!day) return {};
  const std::chrono::year_month_day date(*day);
  return int(date.year()) * 10000 + int(unsigned(date.month())) * 100 + int(unsigned(date.day()));
}

}  // namespace mahdar
