// How the lists' names enter the lexicon: the forms of each, and what each form may mean.
#include <array>

#include "gazetteer/knowledge_builder.h"

namespace mahdar {
namespace {

constexpr std::size_t kLeastSurname =
    8;  // bytes: four letters; a shorter last word is often a given name or a preposition
constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";

struct Ending {
  std::string_view letters;
  std::uint16_t flags;
};
// Of a nationality word, after its masculine singular: -, -a(t), -an, -yn, -wn, -at, -tan, -tyn, -wa, -y, accusative.
constexpr Ending kEndings[] = {{"", 0},
                               {"\xD8\xA9", 0},
                               {"\xD8\xA7\xD9\x86", kDual},
                               {"\xD9\x8A\xD9\x86", kDual | kPlural},
                               {"\xD9\x88\xD9\x86", kPlural},
                               {"\xD8\xA7\xD8\xAA", kPlural},
                               {"\xD8\xAA\xD8\xA7\xD9\x86", kDual},
                               {"\xD8\xAA\xD9\x8A\xD9\x86", kDual},
                               {"\xD8\xA7", 0}};

void add_nationality(LexiconBuilder& lexicon, const std::string& nisba, std::uint32_t id) {
  const auto words = split(nisba, ' ');
  for (const Ending& ending : kEndings) {
    std::string bare, definite;
    for (const std::string& word : words) {
      if (!bare.empty()) bare += ' ', definite += ' ';
      bare += word + std::string(ending.letters);
      definite += std::string(kArticle) + word + std::string(ending.letters);
    }
    lexicon.add(bare, {kNationality, ending.flags, id});
    lexicon.add(definite, {kNationality, std::uint16_t(ending.flags | kDefinite), id});
  }
}

// Where a family name begins in a full name: at its last word, or at a particle that belongs to it.
std::size_t family_name_at(const std::string& name, const std::vector<std::string>& particles) {
  std::size_t at = name.rfind(' ');
  while (at != std::string::npos && at > 0) {
    const std::size_t before = name.rfind(' ', at - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string word = name.substr(begin, at - begin);
    bool particle = false;
    for (const std::string& known : particles) particle = particle || known == word;
    if (!particle || before == std::string::npos) break;
    at = before;
  }
  return at == std::string::npos ? 0 : at + 1;
}

// Whether a name ends in somebody's father: "X bin Abdulaziz" is not called Abdulaziz.
bool is_patronymic(std::string_view name) {
  constexpr std::string_view kBins[] = {" \xD8\xA8\xD9\x86 ", " \xD8\xA8\xD9\x86\xD8\xAA "};
  const std::string_view rest = name.substr(0, name.rfind(' ') + 1);
  return rest.ends_with(kBins[0]) || rest.ends_with(kBins[1]);
}

bool family_name_first(const std::string& country) {
  constexpr std::array<std::string_view, 6> kCountries = {"PRK", "KOR", "CHN", "TWN", "VNM", "SGP"};
  for (const std::string_view known : kCountries)
    if (known == country) return true;
  return false;
}

}  // namespace

void KnowledgeBuilder::fill_people(LexiconBuilder& lexicon) const {
  std::vector<std::string> particles;
  const Table& table = tables_.get("ar/name_particles.tsv");
  for (const Table::Row& row : table.rows()) particles.push_back(table.cell(row, "particle"));
  const Table& people = tables_.get("ar/people.tsv");
  for (const Table::Row& row : people.rows()) {
    const std::uint32_t id = *find(EntityType::kPerson, people.cell(row, "id"));
    std::vector<std::string> names = people.list(row, "variants");
    names.insert(names.begin(), people.cell(row, "native"));
    for (const std::string& name : names) {
      lexicon.add(name, {kPersonName, 0, id});
      const std::size_t family = family_name_at(name, particles);
      if (family != 0) {
        const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
        lexicon.add(std::string_view(name).substr(family), {kPersonBack, 0, id});
        if (last.size() >= kLeastSurname && !is_patronymic(name)) lexicon.add(last, {kPersonBack, 0, id});
      }
      if (family_name_first(facts_.entities_[id].country))
        lexicon.add(std::string_view(name).substr(0, name.find_first_of(" -")), {kPersonBack, 0, id});
    }
    for (const std::string& alone : people.list(row, "alone")) lexicon.add(alone, {kPersonAlone, 0, id});
  }
}

void KnowledgeBuilder::fill_entities(LexiconBuilder& lexicon) const {
  constexpr struct {
    const char* file;
    EntityType type;
  } kLists[] = {{"ar/countries.tsv", EntityType::kPlace},
                {"ar/places.tsv", EntityType::kPlace},
                {"ar/organizations.tsv", EntityType::kOrganization},
                {"ar/agreements.tsv", EntityType::kAgreement}};
  for (const auto& list : kLists) {
    const Table& table = tables_.get(list.file);
    const bool contexts = table.has_column("context");
    for (const Table::Row& row : table.rows()) {
      const std::uint32_t id = *find(list.type, table.cell(row, "id"));
      const std::uint16_t context = contexts && table.cell(row, "context") == "yes" ? kNeedsContext : 0;
      std::vector<std::string> names = table.list(row, "variants");
      names.push_back(table.cell(row, "native"));
      for (const std::string& name : names)  // several words are clear by themselves
        lexicon.add(
            name,
            {kEntityName,
             std::uint16_t(name.find(' ') == std::string::npos || list.type != EntityType::kPlace ? context : 0), id});
    }
  }
}

void KnowledgeBuilder::fill_nationalities(LexiconBuilder& lexicon) const {
  const Table& table = tables_.get("ar/nationalities.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::uint32_t id = office_body(table, row, table.cell(row, "of"));
    for (const std::string& nisba : table.list(row, "nisba")) add_nationality(lexicon, nisba, id);
    for (const std::string& plural : table.list(row, "plurals")) {
      lexicon.add(plural, {kNationality, kPlural, id});
      lexicon.add(std::string(kArticle) + plural, {kNationality, kPlural | kDefinite, id});
    }
  }
}

void KnowledgeBuilder::fill_offices(LexiconBuilder& lexicon) const {
  constexpr struct {
    const char* column;
    std::uint16_t flags;
  } kColumns[] = {{"definite", kDefinite},
                  {"construct", kConstruct},
                  {"plural_definite", kDefinite | kPlural},
                  {"plural_construct", kConstruct | kPlural}};
  const Table& heads = tables_.get("ar/offices.tsv");
  for (const Table::Row& row : heads.rows()) {
    const auto kind = facts_.find_office_kind(heads.cell(row, "kind"));
    if (!kind) heads.fail(row, "unknown office: " + heads.cell(row, "kind"));
    for (const auto& column : kColumns)
      for (const std::string& form : heads.list(row, column.column))
        lexicon.add(form, {kOfficeHead, column.flags, *kind});
  }
  const Table& named = tables_.get("ar/named_offices.tsv");
  for (std::uint32_t i = 0; i < named.rows().size(); ++i)
    for (const std::string& form : named.list(named.rows()[i], "forms")) lexicon.add(form, {kNamedOffice, 0, i});
  const Table& bodies = tables_.get("ar/bodies.tsv");
  for (std::uint32_t i = 0; i < bodies.rows().size(); ++i) {
    if (i >= body_kinds_.size() || bodies.cell(bodies.rows()[i], "kind") != body_kinds_[i])
      bodies.fail(bodies.rows()[i], "kinds and their order must be those of bodies.tsv");
    for (int c = 0; c < 2; ++c)
      for (const std::string& form : bodies.list(bodies.rows()[i], kColumns[c].column))
        lexicon.add(form, {kBodyHead, kColumns[c].flags, i});
  }
}

void KnowledgeBuilder::fill(LexiconBuilder& lexicon) const {
  fill_people(lexicon);
  fill_entities(lexicon);
  fill_nationalities(lexicon);
  fill_offices(lexicon);
}

}  // namespace mahdar
