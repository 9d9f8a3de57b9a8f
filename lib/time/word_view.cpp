#include <algorithm>

#include "time/words.h"

namespace mahdar {

WordView::WordView(const Document& doc, const DateWords& words) : doc_(doc), words_(words) {
  const std::size_t size = doc.tokens.size();
  entries_.resize(size + 1);
  classes_.resize(size + 1);
  for (At i = 0; i < size; ++i)
    if (doc.tokens[i].kind == TokenKind::kWord) entries_[i] = words.find(doc.word(i), doc.tokens[i].hash);
  for (At i = 0; i < size; ++i) {
    const DateWords::Entry* entry = entries_[i];
    if (entry == nullptr) continue;
    classes_[i] = entry->one_word_classes;
    const std::size_t forms = forms_to_try(i);
    if (forms == entry->one_word) continue;
    const std::size_t next_size = doc.word(i + 1).size();
    for (std::size_t k = entry->one_word; k < forms; ++k) {
      const DateWords::Phrase& phrase = words.phrase(entry->forms[k]);
      if (phrase.rest[0].size() != next_size || match(phrase, i, At(size)) == 0) continue;
      for (const Sense& sense : phrase.senses) classes_[i].add(sense.cls);
    }
  }
}

bool WordView::may_go_on(At i) const {
  if (i + 1 >= doc_.tokens.size() || doc_.tokens[i + 1].newline_before) return false;
  return entries_[i + 1] != nullptr || doc_.tokens[i + 1].kind != TokenKind::kWord;
}

std::size_t WordView::forms_to_try(At i) const {
  return may_go_on(i) ? entries_[i]->forms.size() : entries_[i]->one_word;
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
  const std::size_t forms = forms_to_try(i);
  for (std::size_t k = 0; k < forms; ++k) {
    const DateWords::Form& form = entries_[i]->forms[k];
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
