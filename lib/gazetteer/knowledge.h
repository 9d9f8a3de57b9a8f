// What the lists know: people, places, organizations, agreements, offices and who held them when.
#ifndef MAHDAR_GAZETTEER_KNOWLEDGE_H_
#define MAHDAR_GAZETTEER_KNOWLEDGE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer/image.h"
#include "mahdar/record.h"

namespace mahdar {

// Days are written as numbers YYYYMMDD; an open beginning is 0, an open end kForever.
using DayNumber = std::int32_t;
inline constexpr DayNumber kForever = 99991231;

// An entry of a list. `country` is ISO 3166-1 alpha-3, empty where disputed or none.
struct KnownEntity {
  EntityType type = EntityType::kPerson;
  std::string id;      // without the type's prefix
  std::string name;    // English
  std::string native;  // Arabic
  std::string country;
  std::string kind;  // of a place or an organization; "country" for a country
  std::string wikidata;
  std::uint32_t capital = 0;  // of a country: index of its capital, 0 for none
};

// A kind of office: "president", "foreign-minister".
struct OfficeKind {
  std::string id;
  std::string name;     // "President of {}", with the country's or body's name for {}
  bool leads = false;   // its holder is a leader:Country where he cannot be told
  bool single = false;  // one holder at a time
};

// An office that a phrase names whole: "the custodian of the two holy mosques".
struct NamedOffice {
  std::uint32_t kind = 0;
  std::uint32_t of = 0;
};

// One person's time in one office.
struct Tenure {
  std::uint32_t person = 0;
  std::uint32_t kind = 0;  // index of an OfficeKind
  std::uint32_t of = 0;    // entity: the country or body
  DayNumber from = 0;
  DayNumber to = kForever;
  bool acting = false;
};

// How the lexicon's entries are told apart.
enum NameKind : std::uint16_t {
  kPersonName,   // a full name
  kPersonAlone,  // a name that needs no other word
  kPersonBack,   // the last word of a full name: refers back to it
  kEntityName,   // a place, organization or agreement; id is the entity
  kNationality,  // id is the entity (country or body); flags: number and definiteness
  kOfficeHead,   // id is the office kind; flags: kConstruct, kPlural
  kNamedOffice,  // id is an index into Knowledge::named_office
  kBodyHead,     // id is the body kind (bodies.tsv)
  kWordClass,    // id is the word class; flags: tense and number
  kTopicPhrase,  // id is the topic; flags: 1 if weak
};

enum HeadFlag : std::uint16_t { kDefinite = 1, kConstruct = 2, kDual = 4, kPlural = 8, kNeedsContext = 16 };

// All lists, indexed, made by a KnowledgeBuilder. Immutable; threads may share it.
class Knowledge {
 public:
  const KnownEntity& entity(std::uint32_t index) const { return entities_[index]; }
  std::size_t entity_count() const { return entities_.size(); }
  bool is_capital(std::uint32_t place) const { return capitals_.count(place) != 0; }
  // Of a capital, its country; 0 for other places.
  std::uint32_t capital_of(std::uint32_t place) const;
  std::optional<std::uint32_t> find_country(std::string_view iso3) const;

  bool has_office_kind(std::uint32_t index) const { return index < office_kinds_.size(); }
  const OfficeKind& office_kind(std::uint32_t index) const { return office_kinds_[index]; }
  std::optional<std::uint32_t> find_office_kind(std::string_view id) const;
  // "President of Turkey".
  std::string office_name(std::uint32_t kind, std::uint32_t of) const;

  // Who held an office on a day; without a day, its holders ever. Several where none can be told apart.
  std::vector<std::uint32_t> holders(std::uint32_t kind, std::uint32_t of, std::optional<DayNumber> day) const;
  // The offices that a person held on a day (without a day: all), in the order of the table.
  std::vector<const Tenure*> tenures_of(std::uint32_t person, std::optional<DayNumber> day) const;

  const NamedOffice& named_office(std::uint32_t index) const { return named_offices_[index]; }
  // The body of a kind that a country has ("Presidency of Turkey"), 0 if there is none.
  std::uint32_t body(std::uint32_t kind, std::uint32_t country) const;
  // Whether such a body is an organization of the record: not "the Turkish government".
  bool is_named_body(std::uint32_t body) const { return entities_[body].kind != "side"; }

  // Facts as save() wrote them. Throws Error.
  explicit Knowledge(ImageReader& reader);
  void save(ImageWriter& writer) const;

 private:
  friend class KnowledgeBuilder;
  Knowledge() = default;
  void index_entities();
  void index_offices();
  void index_tenures();

  // A country's body of a kind.
  struct Body {
    std::uint32_t kind, country, entity;
  };

  std::vector<KnownEntity> entities_;
  std::unordered_map<std::string, std::uint32_t> by_country_;  // ISO3
  std::unordered_map<std::uint32_t, std::uint32_t> capitals_;  // place -> country
  std::vector<OfficeKind> office_kinds_;
  std::unordered_map<std::string, std::uint32_t> office_ids_;
  std::vector<Body> bodies_;
  std::unordered_map<std::uint64_t, std::uint32_t> body_index_;  // (kind, country) -> entity
  std::vector<NamedOffice> named_offices_;
  std::vector<Tenure> tenures_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_office_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_person_;
};

// "person", "place", ...
std::string_view type_name(EntityType type);

// A pattern with a name in the place of its "{}".
std::string fill_in(std::string pattern, const std::string& name);

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_KNOWLEDGE_H_
