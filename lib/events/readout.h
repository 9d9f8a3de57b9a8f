// The read-out of each event: topics, agreements, statements and who reports it, across sentences, up to where another
// event begins.
#ifndef MAHDAR_EVENTS_READOUT_H_
#define MAHDAR_EVENTS_READOUT_H_

#include <unordered_set>

#include "events/account.h"
#include "events/topics.h"

namespace mahdar {

// Speech acts (ar/speech_acts.tsv) and the cues of read-outs (ar/readout.tsv). Immutable; threads may share it.
class ReadoutWords {
 public:
  explicit ReadoutWords(const TableSet& tables);  // throws Error
  // The act of a verb, and of what a verb expresses ("his concern"), by the folded word; kSay if it says no more.
  SpeechAct act_of(std::string_view verb) const { return find(verbs_, verb); }
  SpeechAct expressed(std::string_view word) const { return find(objects_, word); }
  // "according to", "was quoted": a body near it reports.
  bool is_source_word(std::string_view word) const { return according_.count(std::string(word)) != 0; }
  // Whether a verb needs somebody to whom it is said ("informed").
  bool needs_object(std::string_view verb) const { return find(transitive_, verb) != SpeechAct::kSay; }
  // "the latter"; a word that leads to the next statement ("while", "also").
  bool is_latter(std::string_view word) const { return latter_.count(std::string(word)) != 0; }
  bool is_link(std::string_view word) const { return links_.count(std::string(word)) != 0; }
  bool is_also(std::string_view word) const { return also_.count(std::string(word)) != 0; }
  // "his counterpart": the one to whom a subject left out speaks.
  bool is_object(std::string_view word) const { return objects_of_speech_.count(std::string(word)) != 0; }
  const Lexicon& cues() const { return cues_; }

 private:
  using Stems = std::vector<std::pair<std::string, SpeechAct>>;
  static SpeechAct find(const Stems& stems, std::string_view word);

  Stems verbs_, objects_, transitive_;
  std::unordered_set<std::string> latter_, links_, also_, according_, objects_of_speech_;
  Lexicon cues_;
};

// The data of this stage.
struct ReadoutData {
  const EventData& data;
  const EventRules& rules;
  const Topics& topics;
  const ReadoutWords& words;
};

void read_out(Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events);

// "at the initiative of", "at the request of", "at the invitation of": who asked for the event.
void find_initiators(const Analysis& analysis, const ReadoutData& data, std::vector<MergedEvent>& events);

// Statements of an event's sides in a sentence of its read-out.
void read_statements(const Analysis& analysis, const ReadoutData& data, const AccountSentence& account,
                     const std::vector<TopicMatch>& topics, MergedEvent& event);

// Who reports the event.
void read_attribution(Analysis& analysis, const ReadoutData& data, std::uint32_t sentence, MergedEvent& event);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_READOUT_H_
