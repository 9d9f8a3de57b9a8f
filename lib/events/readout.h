// The read-out of each event: topics, agreements, statements and who reports it, across sentences, up to where another
// event begins.
#ifndef MAHDAR_EVENTS_READOUT_H_
#define MAHDAR_EVENTS_READOUT_H_

#include "events/account.h"
#include "events/topics.h"

namespace mahdar {

// Speech acts of verbs (ar/speech_acts.tsv) and the cues of read-outs (ar/readout.tsv). Immutable; threads may share it.
class ReadoutWords {
 public:
  explicit ReadoutWords(const TableSet& tables);  // throws Error
  // The act of a verb by its folded form.
  SpeechAct act_of(std::string_view verb) const;
  const Lexicon& cues() const { return cues_; }

 private:
  std::vector<std::pair<std::string, SpeechAct>> stems_;
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
