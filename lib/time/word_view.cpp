#include <algorithm>

#include "time/words.h"

namespace mahdar {

WordView::WordView(const Document& doc, const DateWords& words) : doc_(doc), words_(words) {
  entries_.resize(doc.tokens.size() + 1);
  for (At i = 0; i < doc.tokens.size(); ++i)
    if (doc.tokens[i].kind == TokenKind::kWord) entries_[i] = words.find(doc.word(i), doc.tokens[i].hash);
}

int WordView::clitic_letters(At i, const ClassSet& classes, At limit) const {
  if (entries_[i] == nullptr) return 0;
  constexpr int kNone = 99;
  int fitting = kNone, any = kNone;
  for (const DateWords::Form& form : entries_[i]->forms) {
    const DateWords::Phrase& phrase = words_.phrase(form);
    if (match(phrase, i, limit) == 0) continue;
    any = std::min(any, int(form.clitic_letters));
    for (const Sense& sense : phrase.senses)
      if (classes.has(sense.cls)) fitting = std::min(fitting, int(form.clitic_letters));
  }
  return fitting != kNone ? fitting : any != kNone ? any : 0;
}

At WordView::match(const DateWords::Phrase& phrase, At i, At limit) const {
  At at = i + 1;
  for (const std::string& word : phrase.rest) {
    if (at >= limit || doc_.tokens[at].newline_before || !DateWords::is_spelling(doc_.word(at), word)) return 0;
    ++at;
  }
  return at;
}

Found WordView::get_slowly(At i, WordClass cls, At limit) const {
  Found best;
  for (const DateWords::Form& form : entries_[i]->forms) {
    const DateWords::Phrase& phrase = words_.phrase(form);
    for (const Sense& sense : phrase.senses) {
      if (sense.cls != cls) continue;
      const At end = match(phrase, i, limit);
      const bool better = end > best.end || (end == best.end && form.clitic_letters < best.clitic_letters);
      if (end != 0 && better) best = {&sense, end, form.clitic_letters, form.clitics};
    }
  }
  return best;
}

}  // namespace mahdar
