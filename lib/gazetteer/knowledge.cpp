#include "gazetteer/knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "mahdar/mahdar.h"

namespace mahdar {
namespace {

std::uint64_t office_key(std::uint32_t kind, std::uint32_t of) { return std::uint64_t(kind) << 32 | of; }

int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

// "2014-08-28", "2014-08" or "2014" as a day; the first or the last that it can mean.
std::optional<DayNumber> parse_day(std::string_view text, bool last) {
  const auto parts = split(text, '-');
  if (parts.size() > 3 || parts[0].size() != 4) return {};
  const int year = number(parts[0]);
  const int month = parts.size() > 1 ? number(parts[1]) : last ? 12 : 1;
  const int day = parts.size() > 2 ? number(parts[2]) : last ? 31 : 1;
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return year * 10000 + month * 100 + day;
}

std::string fill_in(std::string pattern, const std::string& name) {
  const std::size_t place = pattern.find("{}");
  if (place != std::string::npos) pattern.replace(place, 2, name);
  return pattern;
}

}  // namespace

std::string_view type_name(EntityType type) {
  constexpr std::string_view kNames[] = {"person", "place", "organization", "agreement"};
  return kNames[static_cast<int>(type)];
}

Knowledge::Knowledge(const TableSet& tables) {
  entities_.emplace_back();  // index 0 is no entity
  read_entities(tables);
  read_bodies(tables);
  read_offices(tables);
  read_named_offices(tables);
  read_tenures(tables);
}

std::uint32_t Knowledge::add(KnownEntity entity, const Table& table, const Table::Row& row) {
  const auto index = std::uint32_t(entities_.size());
  const std::string key = fmt::format("{}/{}", type_name(entity.type), entity.id);
  if (!by_id_.emplace(key, index).second) table.fail(row, "id stands twice: " + entity.id);
  entities_.push_back(std::move(entity));
  return index;
}

void Knowledge::read_entities(const TableSet& tables) {
  struct Source {
    const char* file;
    EntityType type;
  };
  constexpr Source kSources[] = {{"countries.tsv", EntityType::kPlace},
                                 {"places.tsv", EntityType::kPlace},
                                 {"organizations.tsv", EntityType::kOrganization},
                                 {"agreements.tsv", EntityType::kAgreement},
                                 {"people.tsv", EntityType::kPerson}};
  for (const Source& source : kSources) {
    const Table& table = tables.get(source.file);
    const bool countries = table.has_column("iso3");
    for (const Table::Row& row : table.rows()) {
      KnownEntity entity;
      entity.type = source.type;
      entity.id = table.cell(row, "id");
      entity.name = table.cell(row, "name");
      entity.country = table.has_column("country") ? table.cell(row, "country")
                       : countries                 ? table.cell(row, "iso3")
                                                   : "";
      entity.kind = countries                  ? "country"
                    : table.has_column("type") ? table.cell(row, "type")
                    : table.has_column("kind") ? table.cell(row, "kind")
                                               : "";
      if (table.has_column("wikidata")) entity.wikidata = table.cell(row, "wikidata");
      const std::uint32_t index = add(std::move(entity), table, row);
      if (countries && !entities_[index].country.empty()) by_country_.emplace(entities_[index].country, index);
    }
    const Table& names = tables.get(std::string("ar/") + source.file);
    for (const Table::Row& row : names.rows()) {
      const auto found = find(source.type, names.cell(row, "id"));
      if (!found) names.fail(row, "unknown id: " + names.cell(row, "id"));
      entities_[*found].native = names.cell(row, "native");
    }
  }
  const Table& countries = tables.get("countries.tsv");
  for (const Table::Row& row : countries.rows()) {
    const std::string& capital = countries.cell(row, "capital");
    if (capital.empty()) continue;
    const auto place = find(EntityType::kPlace, capital);
    if (!place) countries.fail(row, "unknown capital: " + capital);
    const std::uint32_t country = *find(EntityType::kPlace, countries.cell(row, "id"));
    entities_[country].capital = *place;
    capitals_.emplace(*place, country);
  }
}

void Knowledge::read_bodies(const TableSet& tables) {
  const Table& table = tables.get("bodies.tsv");
  std::unordered_map<std::string, std::uint32_t> by_name;
  for (std::uint32_t i = 0; i < entities_.size(); ++i)
    if (entities_[i].type == EntityType::kOrganization) by_name.emplace(entities_[i].name, i);
  const std::vector<KnownEntity> places = entities_;
  for (const Table::Row& row : table.rows()) {
    const auto kind = std::uint32_t(body_kinds_.size());
    body_kinds_.push_back(table.cell(row, "kind"));
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      if (places[i].kind != "country") continue;
      KnownEntity body;
      body.type = EntityType::kOrganization;
      body.id = fmt::format("{}-of-{}", body_kinds_.back(), places[i].id);
      body.name = fill_in(table.cell(row, "name"), places[i].name);
      body.country = places[i].country;
      body.kind = table.cell(row, "organization_kind");
      const auto listed = by_name.find(body.name);
      const auto same_id = find(EntityType::kOrganization, body.id);
      const std::uint32_t index = listed != by_name.end() ? listed->second
                                  : same_id               ? *same_id
                                                          : add(std::move(body), table, row);
      bodies_.emplace(office_key(kind, i), index);
    }
  }
}

std::uint32_t Knowledge::body(std::uint32_t kind, std::uint32_t country) const {
  const auto found = bodies_.find(office_key(kind, country));
  return found == bodies_.end() ? 0 : found->second;
}

void Knowledge::read_named_offices(const TableSet& tables) {
  const Table& table = tables.get("ar/named_offices.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string& office = table.cell(row, "office");
    const std::size_t slash = office.find('/');
    const auto kind = find_office_kind(office.substr(0, slash));
    if (slash == std::string::npos || !kind) table.fail(row, "unknown office: " + office);
    named_offices_.push_back({*kind, office_body(table, row, office.substr(slash + 1))});
  }
}

void Knowledge::read_offices(const TableSet& tables) {
  const Table& table = tables.get("offices.tsv");
  for (const Table::Row& row : table.rows()) {
    OfficeKind kind;
    kind.id = table.cell(row, "kind");
    kind.name = table.cell(row, "name");
    kind.leads = table.cell(row, "leads") == "yes";
    kind.single = table.cell(row, "single") == "yes";
    if (!office_ids_.emplace(kind.id, std::uint32_t(office_kinds_.size())).second) table.fail(row, "kind stands twice");
    office_kinds_.push_back(std::move(kind));
  }
}

std::uint32_t Knowledge::office_body(const Table& table, const Table::Row& row, std::string_view of) const {
  if (const auto country = find_country(of)) return *country;
  if (const auto body = find(EntityType::kOrganization, of)) return *body;
  if (const auto place = find(EntityType::kPlace, of)) return *place;
  table.fail(row, fmt::format("unknown country or body: {}", of));
}

void Knowledge::read_tenures(const TableSet& tables) {
  const Table& table = tables.get("tenures.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string& office = table.cell(row, "office");
    const std::size_t slash = office.find('/');
    const auto kind = find_office_kind(office.substr(0, slash));
    if (slash == std::string::npos || !kind) table.fail(row, "unknown office: " + office);
    const auto person = find(EntityType::kPerson, table.cell(row, "person"));
    if (!person) table.fail(row, "unknown person: " + table.cell(row, "person"));
    Tenure tenure{*person, *kind,    office_body(table, row, office.substr(slash + 1)),
                  0,       kForever, table.cell(row, "acting") == "yes"};
    const std::string &from = table.cell(row, "from"), &to = table.cell(row, "to");
    if (!from.empty()) {
      const auto day = parse_day(from, false);
      if (!day) table.fail(row, "no date: " + from);
      tenure.from = *day;
    }
    if (!to.empty()) {
      const auto day = parse_day(to, true);
      if (!day) table.fail(row, "no date: " + to);
      tenure.to = *day;
    }
    if (tenure.to < tenure.from) table.fail(row, "ends before it begins");
    by_office_[office_key(tenure.kind, tenure.of)].push_back(std::uint32_t(tenures_.size()));
    by_person_[tenure.person].push_back(std::uint32_t(tenures_.size()));
    tenures_.push_back(tenure);
  }
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

std::optional<std::uint32_t> Knowledge::find(EntityType type, std::string_view id) const {
  const auto found = by_id_.find(fmt::format("{}/{}", type_name(type), id));
  if (found == by_id_.end()) return {};
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
