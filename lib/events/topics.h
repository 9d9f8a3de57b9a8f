// Topics: how read-outs write the topics of the closed vocabulary, and where they do in a stretch of a sentence.
#ifndef MAHDAR_EVENTS_TOPICS_H_
#define MAHDAR_EVENTS_TOPICS_H_

#include <string>
#include <unordered_set>
#include <vector>

#include "gazetteer/lexicon.h"
#include "gazetteer/table.h"

namespace mahdar {

struct TopicMatch {
  std::uint32_t topic = 0;
  TokenRange tokens;
  Span span;
  bool strong = false;  // states the topic by itself; else only where something is discussed
  bool adjective = false;
  bool relation = false;  // states it before a nationality ("the relations", "the Turkish-Russian relations")
};

// The vocabulary (topics.tsv) and its phrases (ar/topics.tsv). Immutable; threads may share it.
class Topics {
 public:
  explicit Topics(const TableSet& tables);  // throws Error
  // With the phrases() that another has read of ar/topics.tsv.
  Topics(const TableSet& tables, Lexicon phrases);

  // The topics named in a token range, left to right. A place is strong after a head noun ("the situation in Syria")
  // or in a list after one that is strong ("and Libya"); so is a nationality ("the Syrian crisis").
  std::vector<TopicMatch> find(const Document& doc, TokenRange range) const;

  const Lexicon& phrases() const { return phrases_; }
  const std::string& id(std::uint32_t topic) const { return ids_[topic]; }
  const std::string& label(std::uint32_t topic) const { return labels_[topic]; }
  // Whether `narrow` is said under `broad` too ("Idlib" under "Syria").
  bool is_under(std::uint32_t narrow, std::uint32_t broad) const;

 private:
  enum Flag : std::uint16_t { kStrong = 1, kPlace = 2, kNationality = 4, kRelation = 8, kRegion = 16, kAdjective = 32 };

  static Lexicon read_phrases(const TableSet& tables);
  std::vector<LexiconMatch> overlapping(const Document& doc, TokenRange range) const;
  bool after_head(const Document& doc, const LexiconMatch& match, std::uint16_t flags,
                  const std::vector<LexiconMatch>& heads, const std::vector<LexiconMatch>& phrases) const;

  std::vector<std::string> ids_, labels_;
  std::vector<std::vector<std::uint32_t>> broader_;
  Lexicon phrases_, heads_;
  std::unordered_set<std::string> prepositions_;
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_TOPICS_H_
