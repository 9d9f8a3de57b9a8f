#include "gazetteer/knowledge_builder.h"

#include <fmt/format.h>

#include <charconv>

namespace mahdar {
namespace {

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

}  // namespace

KnowledgeBuilder::KnowledgeBuilder(const TableSet& tables) : tables_(tables) {
  facts_.entities_.emplace_back();  // index 0 is no entity
  read_entities();
  read_capitals();
  facts_.index_entities();
  read_bodies();
  read_offices();
  facts_.index_offices();
  read_named_offices();
  read_tenures();
  facts_.index_tenures();
}

std::uint32_t KnowledgeBuilder::add(KnownEntity entity, const Table& table, const Table::Row& row) {
  const auto index = std::uint32_t(facts_.entities_.size());
  const std::string key = fmt::format("{}/{}", type_name(entity.type), entity.id);
  if (!by_id_.emplace(key, index).second) table.fail(row, "id stands twice: " + entity.id);
  facts_.entities_.push_back(std::move(entity));
  return index;
}

void KnowledgeBuilder::read_entities() {
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
    const Table& table = tables_.get(source.file);
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
      add(std::move(entity), table, row);
    }
    const Table& names = tables_.get(std::string("ar/") + source.file);
    for (const Table::Row& row : names.rows()) {
      const auto found = find(source.type, names.cell(row, "id"));
      if (!found) names.fail(row, "unknown id: " + names.cell(row, "id"));
      facts_.entities_[*found].native = names.cell(row, "native");
    }
  }
}

void KnowledgeBuilder::read_capitals() {
  const Table& countries = tables_.get("countries.tsv");
  for (const Table::Row& row : countries.rows()) {
    const std::string& capital = countries.cell(row, "capital");
    if (capital.empty()) continue;
    const auto place = find(EntityType::kPlace, capital);
    if (!place) countries.fail(row, "unknown capital: " + capital);
    const std::uint32_t country = *find(EntityType::kPlace, countries.cell(row, "id"));
    facts_.entities_[country].capital = *place;
  }
}

void KnowledgeBuilder::read_bodies() {
  const Table& table = tables_.get("bodies.tsv");
  std::unordered_map<std::string, std::uint32_t> by_name;
  for (std::uint32_t i = 0; i < facts_.entities_.size(); ++i)
    if (facts_.entities_[i].type == EntityType::kOrganization) by_name.emplace(facts_.entities_[i].name, i);
  const std::vector<KnownEntity> places = facts_.entities_;
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
      facts_.bodies_.push_back({kind, i, index});
    }
  }
}

void KnowledgeBuilder::read_named_offices() {
  const Table& table = tables_.get("ar/named_offices.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string& office = table.cell(row, "office");
    const std::size_t slash = office.find('/');
    const auto kind = facts_.find_office_kind(office.substr(0, slash));
    if (slash == std::string::npos || !kind) table.fail(row, "unknown office: " + office);
    facts_.named_offices_.push_back({*kind, office_body(table, row, office.substr(slash + 1))});
  }
}

void KnowledgeBuilder::read_offices() {
  const Table& table = tables_.get("offices.tsv");
  for (const Table::Row& row : table.rows()) {
    OfficeKind kind;
    kind.id = table.cell(row, "kind");
    kind.name = table.cell(row, "name");
    kind.leads = table.cell(row, "leads") == "yes";
    kind.single = table.cell(row, "single") == "yes";
    if (!facts_.office_ids_.emplace(kind.id, std::uint32_t(facts_.office_kinds_.size())).second)
      table.fail(row, "kind stands twice");
    facts_.office_kinds_.push_back(std::move(kind));
  }
}

std::uint32_t KnowledgeBuilder::office_body(const Table& table, const Table::Row& row, std::string_view of) const {
  if (const auto country = facts_.find_country(of)) return *country;
  if (const auto body = find(EntityType::kOrganization, of)) return *body;
  if (const auto place = find(EntityType::kPlace, of)) return *place;
  table.fail(row, fmt::format("unknown country or body: {}", of));
}

void KnowledgeBuilder::read_tenures() {
  const Table& table = tables_.get("tenures.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string& office = table.cell(row, "office");
    const std::size_t slash = office.find('/');
    const auto kind = facts_.find_office_kind(office.substr(0, slash));
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
    facts_.tenures_.push_back(tenure);
  }
}

std::optional<std::uint32_t> KnowledgeBuilder::find(EntityType type, std::string_view id) const {
  const auto found = by_id_.find(fmt::format("{}/{}", type_name(type), id));
  if (found == by_id_.end()) return {};
  return found->second;
}

}  // namespace mahdar
