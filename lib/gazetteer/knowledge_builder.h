// How the facts and names are read from tables.
#ifndef MAHDAR_GAZETTEER_KNOWLEDGE_BUILDER_H_
#define MAHDAR_GAZETTEER_KNOWLEDGE_BUILDER_H_

#include "gazetteer/knowledge.h"
#include "gazetteer/lexicon_builder.h"
#include "gazetteer/table.h"

namespace mahdar {

// Reads and checks the tables of facts. For one thread.
class KnowledgeBuilder {
 public:
  explicit KnowledgeBuilder(const TableSet& tables);  // throws Error

  const Knowledge& knowledge() const { return facts_; }
  // Adds all names of people, places, organizations, agreements, nationalities and offices.
  void fill(LexiconBuilder& lexicon) const;

 private:
  std::optional<std::uint32_t> find(EntityType type, std::string_view id) const;
  std::uint32_t add(KnownEntity entity, const Table& table, const Table::Row& row);
  void read_entities();
  void read_capitals();
  void read_bodies();
  void read_offices();
  void read_named_offices();
  void read_tenures();
  std::uint32_t office_body(const Table& table, const Table::Row& row, std::string_view of) const;
  void fill_people(LexiconBuilder& lexicon) const;
  void fill_entities(LexiconBuilder& lexicon) const;
  void fill_nationalities(LexiconBuilder& lexicon) const;
  void fill_offices(LexiconBuilder& lexicon) const;

  const TableSet& tables_;
  Knowledge facts_;
  std::unordered_map<std::string, std::uint32_t> by_id_;  // "type/id"
  std::vector<std::string> body_kinds_;
};

}  // namespace mahdar

#endif  // MAHDAR_GAZETTEER_KNOWLEDGE_BUILDER_H_
