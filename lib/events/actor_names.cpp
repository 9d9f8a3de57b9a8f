// Names of actors: known people, people named by the text alone, surnames that refer back, and what stands beside a name.
#include <algorithm>

#include "events/actor_grammar.h"
#include "text/fold.h"

namespace mahdar {
namespace {

constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";
constexpr std::string_view kLiArticle = "\xD9\x84\xD9\x84", kBiArticle = "\xD8\xA8\xD8\xA7\xD9\x84";
constexpr std::string_view kWawLetter = "\xD9\x88", kBehLetter = "\xD8\xA8", kLamLetter = "\xD9\x84";
constexpr std::string_view kSon = "\xD8\xA8\xD9\x86";
constexpr std::size_t kMostNameWords = 4;

}  // namespace

bool ActorGrammar::can_be_name_word(const Piece& piece, bool first) const {
  if (piece.kind != PieceKind::kUnknown || piece.clitics != 0) return false;
  const std::string_view word = analysis_.doc.word(piece.tokens.begin);
  if (word.size() < 4 || static_cast<unsigned char>(word[0]) < 0x80) return false;
  if (word.starts_with(kWawLetter)) return data_.name_words.count(std::string(word)) != 0;  // else "and"
  if (data_.common.count(word) != 0) return data_.name_words.count(word) != 0;
  return !first || !(word.starts_with(kArticle) || word.starts_with(kLiArticle) || word.starts_with(kBiArticle));
}

// Whether a word is a frequent one with "and", "in" or "for" written onto it.
bool ActorGrammar::has_clitic(std::string_view word) const {
  const bool clitic = word.starts_with(kWawLetter) || word.starts_with(kBehLetter) || word.starts_with(kLamLetter);
  return clitic && data_.common.count(std::string(word.substr(2))) != 0;
}

// How many plain words stand from `at` up to punctuation, a time or the sentence's end; 0 if more than `most` or if
// something else stands there.
std::size_t ActorGrammar::words_to_boundary(std::size_t at, std::size_t most) const {
  std::size_t words = 0;
  for (; at + words < pieces_.size(); ++words) {
    const Piece& piece = pieces_[at + words];
    if (piece.kind == PieceKind::kPunctuation || piece.kind == PieceKind::kTime) break;
    if (piece.kind != PieceKind::kUnknown || piece.clitics != 0 || words == most) return 0;
  }
  return words;
}

// What may follow "bin" or "Abd" in a name: any word, or a name that the lists know.
bool ActorGrammar::can_be_father(const Piece& piece) const {
  return piece.clitics == 0 && (piece.kind == PieceKind::kUnknown || piece.kind == PieceKind::kPerson);
}

// Two to four words that no list knows, particles ("bin") not counted.
std::optional<ActorGrammar::Name> ActorGrammar::read_unknown_name(std::size_t at) const {
  Name name;
  std::string folded;
  std::size_t words = 0;
  bool particle = false;
  for (std::size_t next = at; (words < kMostNameWords || particle) && next < pieces_.size(); ++next) {
    if (next > at && is_punctuation(next, U"-\u2013.") && next + 1 < pieces_.size() &&
        !analysis_.doc.tokens[pieces_[next].tokens.begin].space_before)
      continue;
    // a frequent word belongs to the name if the name ends with it
    const bool last = words > 0 && words_to_boundary(next, kMostNameWords - words) > 0 &&
                      !word(next).starts_with(kArticle) && !has_clitic(word(next));
    if (!can_be_name_word(pieces_[next], next == at) && !last && !(particle && can_be_father(pieces_[next]))) break;
    particle = data_.names.particles.count(word(next)) != 0;
    if (next == at && word(next) == kSon) return {};
    folded += (folded.empty() ? "" : " ") + std::string(word(next));
    if (!particle) name.folded = folded, name.end = next + 1, ++words;
  }
  if (words < 2) return {};
  name.span = span_of(at, name.end);
  name.native = std::string(analysis_.doc.raw(name.span));
  return name;
}

std::optional<ActorGrammar::Name> ActorGrammar::read_name(std::size_t at, bool unknown_too) const {
  std::size_t start = skip_titles(at);
  if (may_be_word(start, words_.title) && is_kind(start + 1, PieceKind::kPerson)) ++start;  // "prince", an office too
  const std::size_t begin = skip_quotes(start);
  // a known surname may follow a given name that no list spells so
  const bool given =
      is_kind(begin, PieceKind::kUnknown) && is_kind(begin + 1, PieceKind::kPerson) && !pieces_[begin + 1].full_name &&
      can_be_name_word(pieces_[begin], true) &&
      fold(data_.knowledge.entity(pieces_[begin + 1].id).native).substr(0, 2) == word(begin).substr(0, 2);
  const std::size_t known = given ? begin + 1 : begin;
  if (is_kind(known, PieceKind::kPerson) && pieces_[known].clitics == 0) {
    Name name;
    name.known = pieces_[known].id;
    name.span = span_of(begin, known + 1);
    name.end = known + 1;
    while (is_kind(name.end, PieceKind::kPerson) && pieces_[name.end].clitics == 0 && !pieces_[name.end].full_name)
      ++name.end;
    if (begin != start) name.end = skip_quotes(name.end);
    return name;
  }
  if (!unknown_too) return {};
  auto name = read_unknown_name(begin);
  if (name && begin != start) name->end = skip_quotes(name->end);
  return name;
}

// Whether an office that follows a name is told of its bearer, not of somebody else.
bool ActorGrammar::is_apposition(const Office& office, const Name& name, bool parted) const {
  if (office.of == 0) return !parted;
  if (name.known == 0) return parted || resolver_.holders(office.kind, office.of).size() != 1;
  return may_hold(office, name);
}

// Whether an office between two names is the first one's: the second does not hold it, the first does.
bool ActorGrammar::is_his(const Office& office, const Name& name, const Name& other) const {
  const auto holds = [&](const Name& n) { return n.known != 0 && resolver_.holds(n.known, office.kind, office.of); };
  return holds(name) && !holds(other);
}

// "X, the foreign minister of Y": the offices after a name, unless they open another actor.
std::size_t ActorGrammar::skip_apposition(std::size_t at, const Name& name, std::optional<Office>& office) const {
  std::size_t next = at;
  const bool parted = is_punctuation(next, U",\u060C(");
  if (parted) ++next;
  if (next >= pieces_.size()) return at;
  const bool joined = !parted && pieces_[next].clitics == kConjunction;  // "prime minister and minister of defence"
  if (pieces_[next].clitics != 0 && !(joined && at > name.end)) return at;
  const std::size_t head = skip_titles(next);
  const auto found = read_office(head);
  std::size_t end = 0;
  if (found) {
    if (joined && found->of != 0) return at;
    if (!is_apposition(*found, name, parted) || (pieces_[found->end - 1].flags & kPlural) != 0) return at;
    if (const auto other = read_name(skip_brief(found->end), true); other && !is_his(*found, name, *other)) return at;
    if (found->of != 0) office = found;
    end = found->end;
  } else if (is_post(head)) {
    const Phrase phrase = read_phrase(head, head + 1, 0);
    if (phrase.name || (parted && phrase.of == 0) || (joined && office && office->of != phrase.of)) return at;
    end = phrase.end;
  } else {
    return at;
  }
  if (is_punctuation(end, U")")) ++end;
  return skip_apposition(end, name, office);
}

// A word that is the last of an unknown person's name, told before in full.
std::optional<ActorGrammar::Name> ActorGrammar::read_known_surname(std::size_t at) const {
  if (!is_kind(at, PieceKind::kUnknown)) return {};
  const auto found = analysis_.unknown_surnames.find(std::string(word(at)));
  if (found == analysis_.unknown_surnames.end()) return {};
  const ArticleEntity& person = analysis_.entities[found->second];
  const auto words = split(person.folded, ' ');  // "X bin Y" is not called Y
  if (words.size() > 1 && data_.names.particles.count(words[words.size() - 2]) != 0) return {};
  return Name{0, person.folded, person.native, pieces_[at].span, at + 1};
}

// Whether what stands before makes a name that of a site: "the airport of Prince X".
bool ActorGrammar::is_namesake(std::size_t at) const {
  return at > 0 && (pieces_[at].clitics & (kBi | kLi | kConjunction)) == 0 &&
         (is_word(at - 1, words_.namesake) || may_be_word(at - 1, words_.namesake));
}

// The person or office that a site or post is named after: nobody who could take part.
std::optional<Actor> ActorGrammar::read_namesake(std::size_t& at) {
  auto actor = read_office_actor(at);
  if (!actor) actor = read_named_actor(at);
  if (actor) actor->sides.clear();
  return actor;
}

std::optional<Actor> ActorGrammar::read_named_actor(std::size_t& at) {
  const std::size_t after_titles = skip_titles(at);
  const bool titled = after_titles > at;
  if (after_titles >= pieces_.size()) return {};
  std::optional<Name> name;
  if (is_kind(after_titles, PieceKind::kPerson) && (!titled || pieces_[after_titles].clitics == 0)) {
    name = Name{pieces_[after_titles].id, {}, {}, pieces_[after_titles].span, after_titles + 1};
    while (is_kind(name->end, PieceKind::kPerson) && pieces_[name->end].clitics == 0 && !pieces_[name->end].full_name)
      ++name->end;
  } else if (titled || (at > 0 && is_word(at - 1, words_.each))) {
    name = read_name(after_titles, true);
  }
  if (!name) name = read_known_surname(after_titles);
  if (!name) return {};
  std::optional<Office> office;
  const std::size_t end = skip_apposition(name->end, *name, office);
  Actor actor = finish(ActorKind::kPerson, at, end, {side_of(office, name, span_of(at, end))});
  at = end;
  return actor;
}

}  // namespace mahdar
