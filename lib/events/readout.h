// The read-out of each event: topics, agreements, statements and who reports it, across sentences, up to where another
// event begins.
#ifndef MAHDAR_EVENTS_READOUT_H_
#define MAHDAR_EVENTS_READOUT_H_

#include "events/merge.h"

namespace mahdar {

// Speech acts of verbs, from ar/speech_acts.tsv.
class SpeechActs {
 public:
  SpeechActs(const Table& table, const WordClasses& words);  // throws Error
  // The act of a verb by its folded form.
  SpeechAct act_of(std::string_view verb) const;

 private:
  std::vector<std::pair<std::string, SpeechAct>> stems_;
};

void read_out(Analysis& analysis, const EventData& data, const EventRules& rules, const SpeechActs& acts,
              std::vector<MergedEvent>& events);

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_READOUT_H_
