#include "gazetteer/knowledge.h"

#include <fmt/format.h>

#include <algorithm>

namespace mahdar {
namespace {

std::uint64_t office_key(std::uint32_t kind, std::uint32_t of) { return std::uint64_t(kind) << 32 | of; }

// How an entity, an office kind and their texts lie in an image.
struct EntityRow {
  std::uint32_t type, capital, text;
  std::uint32_t sizes[6];  // of id, name, native, country, kind, wikidata, which follow each other
};
struct OfficeRow {
  std::uint32_t leads, single, text;
  std::uint32_t sizes[2];  // of id, name
};

template <class Object, std::size_t N>
using Texts = std::string Object::*const[N];
constexpr Texts<KnownEntity, 6> kEntityTexts = {&KnownEntity::id,      &KnownEntity::name, &KnownEntity::native,
                                                &KnownEntity::country, &KnownEntity::kind, &KnownEntity::wikidata};
constexpr Texts<OfficeKind, 2> kOfficeTexts = {&OfficeKind::id, &OfficeKind::name};

template <class Object, class Row, std::size_t N>
void save_texts(const Object& from, const Texts<Object, N>& texts, Row& row, std::string& all) {
  row.text = std::uint32_t(all.size());
  for (std::size_t i = 0; i < N; ++i) {
    row.sizes[i] = std::uint32_t((from.*texts[i]).size());
    all += from.*texts[i];
  }
}

template <class Object, class Row, std::size_t N>
void load_texts(const Row& row, std::string_view all, const Texts<Object, N>& texts, Object& to) {
  std::size_t at = row.text;
  for (std::size_t i = 0; i < N; at += row.sizes[i++])
    to.*texts[i] = all.substr(std::min(at, all.size()), row.sizes[i]);
}

}  // namespace

std::string fill_in(std::string pattern, const std::string& name) {
  const std::size_t place = pattern.find("{}");
  if (place != std::string::npos) pattern.replace(place, 2, name);
  return pattern;
}

std::string_view type_name(EntityType type) {
  constexpr std::string_view kNames[] = {"person", "place", "organization", "agreement"};
  return kNames[static_cast<int>(type)];
}

void Knowledge::save(ImageWriter& writer) const {
  std::string text;
  std::vector<EntityRow> entities;
  for (const KnownEntity& entity : entities_) {
    EntityRow& row = entities.emplace_back(EntityRow{std::uint32_t(entity.type), entity.capital, 0, {}});
    save_texts(entity, kEntityTexts, row, text);
  }
  std::vector<OfficeRow> offices;
  for (const OfficeKind& kind : office_kinds_) {
    OfficeRow& row = offices.emplace_back(OfficeRow{kind.leads, kind.single, 0, {}});
    save_texts(kind, kOfficeTexts, row, text);
  }
  writer.add(text);
  writer.add<EntityRow>(entities);
  writer.add<OfficeRow>(offices);
  writer.add<Body>(bodies_);
  writer.add<NamedOffice>(named_offices_);
  writer.add<Tenure>(tenures_);
}

Knowledge::Knowledge(ImageReader& reader) {
  const std::string_view text = reader.read_text();
  const auto entities = reader.read<EntityRow>();
  entities_.resize(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    entities_[i].type = EntityType(entities[i].type);
    entities_[i].capital = entities[i].capital;
    load_texts(entities[i], text, kEntityTexts, entities_[i]);
  }
  for (const OfficeRow& row : reader.read<OfficeRow>()) {
    OfficeKind& kind = office_kinds_.emplace_back();
    kind.leads = row.leads != 0;
    kind.single = row.single != 0;
    load_texts(row, text, kOfficeTexts, kind);
  }
  const auto bodies = reader.read<Body>();
  bodies_.assign(bodies.begin(), bodies.end());
  const auto named = reader.read<NamedOffice>();
  named_offices_.assign(named.begin(), named.end());
  const auto tenures = reader.read<Tenure>();
  tenures_.assign(tenures.begin(), tenures.end());
  index_entities();
  index_offices();
  index_tenures();
}

void Knowledge::index_entities() {
  for (std::uint32_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].kind != "country") continue;
    if (!entities_[i].country.empty()) by_country_.emplace(entities_[i].country, i);
    if (entities_[i].capital != 0) capitals_.emplace(entities_[i].capital, i);
  }
}

void Knowledge::index_offices() {
  for (std::uint32_t i = 0; i < office_kinds_.size(); ++i) office_ids_.emplace(office_kinds_[i].id, i);
  for (const Body& body : bodies_) body_index_.emplace(office_key(body.kind, body.country), body.entity);
}

void Knowledge::index_tenures() {
  for (std::uint32_t i = 0; i < tenures_.size(); ++i) {
    by_office_[office_key(tenures_[i].kind, tenures_[i].of)].push_back(i);
    by_person_[tenures_[i].person].push_back(i);
  }
}

std::uint32_t Knowledge::body(std::uint32_t kind, std::uint32_t country) const {
  const auto found = body_index_.find(office_key(kind, country));
  return found == body_index_.end() ? 0 : found->second;
}

std::uint32_t Knowledge::capital_of(std::uint32_t place) const {
  const auto found = capitals_.find(place);
  return found == capitals_.end() ? 0 : found->second;
}

std::optional<std::uint32_t> Knowledge::find_country(std::string_view iso3) const {
  const auto found = by_country_.find(std::string(iso3));
  if (found == by_country_.end()) return {};
  return found->second;
}

std::optional<std::uint32_t> Knowledge::find_office_kind(std::string_view id) const {
  const auto found = office_ids_.find(std::string(id));
  if (found == office_ids_.end()) return {};
  return found->second;
}

std::string Knowledge::office_name(std::uint32_t kind, std::uint32_t of) const {
  return fill_in(office_kinds_[kind].name, entities_[of].name);
}

std::vector<std::uint32_t> Knowledge::holders(std::uint32_t kind, std::uint32_t of,
                                              std::optional<DayNumber> day) const {
  std::vector<std::uint32_t> people;
  const auto found = by_office_.find(office_key(kind, of));
  if (found == by_office_.end()) return people;
  const Tenure* latest = nullptr;
  for (const std::uint32_t index : found->second) {
    const Tenure& tenure = tenures_[index];
    if (day && (tenure.from > *day || tenure.to < *day)) continue;
    if (std::find(people.begin(), people.end(), tenure.person) == people.end()) people.push_back(tenure.person);
    if (latest == nullptr || tenure.from > latest->from) latest = &tenure;
  }
  // On the day of a change both would hold a single office: the new holder does.
  if (day && people.size() > 1 && office_kinds_[kind].single) people = {latest->person};
  return people;
}

std::vector<const Tenure*> Knowledge::tenures_of(std::uint32_t person, std::optional<DayNumber> day) const {
  std::vector<const Tenure*> held;
  const auto found = by_person_.find(person);
  if (found == by_person_.end()) return held;
  for (const std::uint32_t index : found->second) {
    const Tenure& tenure = tenures_[index];
    if (!day || (tenure.from <= *day && tenure.to >= *day)) held.push_back(&tenure);
  }
  return held;
}

}  // namespace mahdar
