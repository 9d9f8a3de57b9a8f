#include "events/actor_grammar.h"

#include <algorithm>

namespace mahdar {

ActorWords::ActorWords(const WordClasses& w)
    : title(w.find("TITLE")),
      ex(w.find("EX")),
      acting(w.find("ACTING")),
      deputy(w.find("DEPUTY")),
      spokes(w.find("SPOKES")),
      counterpart(w.find("COUNTERPART")),
      delegation(w.find("DELEGATION")),
      both(w.find("BOTH")),
      three(w.find("THREE")),
      country(w.find("COUNTRYW")),
      each(w.find("EACH")),
      from(w.find("FROM")),
      of_them(w.find("OFTHEM")),
      to(w.find("TO")),
      in(w.find("IN")),
      between(w.find("BETWEEN")),
      media(w.find("MEDIA")),
      post(w.find("POST")),
      honour(w.find("HONOUR")),
      adjective(w.find("ADJ")),
      capital(w.find("CAPITALW")),
      city(w.find("CITYW")),
      headed(w.find("HEADED")),
      on(w.find("ON")),
      namesake(w.find("NAMESAKE")),
      majesty(w.find("MAJESTY")),
      latter(w.find("LATTER")) {}

bool ActorGrammar::is_word(std::size_t at, int word_class) const {
  return is_kind(at, PieceKind::kWord) && int(pieces_[at].id) == word_class;
}

// Whether the word of an office, or one of another class, is one of this class too ("the two presidents", "leaders").
bool ActorGrammar::may_be_word(std::size_t at, int word_class) const {
  if (!is_kind(at, PieceKind::kOffice) && !is_kind(at, PieceKind::kWord)) return false;
  return std::any_of(pieces_[at].others.begin(), pieces_[at].others.end(),
                     [&](const LexiconEntry& e) { return e.kind == kWordClass && int(e.id) == word_class; });
}

bool ActorGrammar::is_punctuation(std::size_t at, std::u32string_view any) const {
  return is_kind(at, PieceKind::kPunctuation) && any.find(char32_t(pieces_[at].id)) != any.npos;
}

bool ActorGrammar::is_body(std::size_t at) const {
  if (is_kind(at, PieceKind::kOrganization)) return true;
  return is_kind(at, PieceKind::kPlace) && data_.knowledge.entity(pieces_[at].id).kind == "country";
}

// A nationality; the names of some countries are theirs too.
bool ActorGrammar::is_nationality(std::size_t at, bool joined) const {
  if (is_kind(at, PieceKind::kNationality)) return (pieces_[at].clitics & ~(joined ? kConjunction : 0)) == 0;
  return is_kind(at, PieceKind::kPlace) && pieces_[at].clitics == 0 && (pieces_[at].flags & kDefinite) != 0;
}

std::size_t ActorGrammar::skip_titles(std::size_t at) const {
  for (;;) {
    if (is_word(at, words_.title) || (is_word(at, words_.country) && is_kind(at + 1, PieceKind::kOffice)))
      ++at;
    else if (is_kind(at, PieceKind::kUnknown) && word(at).size() == 2 && is_punctuation(at + 1, U"."))
      at += 2;  // "Dr."
    else
      return at;
  }
}

std::size_t ActorGrammar::skip_quotes(std::size_t at) const {
  while (is_punctuation(at, U"\"'#_\u00AB\u00BB\u201C\u201D\u2018\u2019")) ++at;
  return at;
}

// A comma, dash or quotation marks between an office and its holder's name.
std::size_t ActorGrammar::skip_brief(std::size_t at) const {
  at = skip_quotes(at);
  if (is_punctuation(at, U",\u060C-\u2013(")) at = skip_quotes(at + 1);
  return at;
}

void ActorGrammar::mention(const Side& side, Span span, MentionForm form) {
  if (side.kind == ParticipantKind::kPerson && side.entity != 0)
    add_mention(analysis_.entities[side.entity - 1], span, form);
}

Side ActorGrammar::side_of(const std::optional<Office>& office, const std::optional<Name>& name, Span span) {
  const std::optional<std::uint32_t> kind = office ? std::optional(office->kind) : std::nullopt;
  const std::uint32_t of = office ? office->of : 0;
  if (name && name->known != 0) return resolver_.person(name->known, kind, of, span);
  Side side;
  if (name && kind && of != 0)  // another spelling of the holder's name
    if (const auto holder = resolver_.spelt_so(*kind, of, name->folded, span)) {
      mention(*holder, name->span, MentionForm::kName);
      return *holder;
    }
  if (name) {
    side = resolver_.unknown_person(name->folded, name->native, kind, of, span);
    mention(side, name->span, MentionForm::kName);
  } else if (office) {
    side = resolver_.holder(office->kind, office->of, span);
    mention(side, span, MentionForm::kOffice);
  }
  return side;
}

Actor ActorGrammar::finish(ActorKind kind, std::size_t from, std::size_t to, std::vector<Side> sides) {
  Actor actor;
  actor.kind = kind;
  actor.tokens = {pieces_[from].tokens.begin, pieces_[to - 1].tokens.end};
  actor.span = span_of(from, to);
  actor.clitics = pieces_[from].clitics;
  actor.sides = std::move(sides);
  last_end_ = to;
  bool titled = false;
  for (std::size_t i = from; i < to; ++i) titled = titled || is_word(i, words_.title) || is_kind(i, PieceKind::kOffice);
  for (const Side& side : actor.sides) resolver_.remember(side, titled);
  return actor;
}

std::optional<Actor> ActorGrammar::read(std::size_t& at) {
  switch (pieces_[at].kind) {  // what can begin an actor
    case PieceKind::kUnknown: return read_named_actor(at);
    case PieceKind::kNationality: return read_joined(at);
    case PieceKind::kWord:
    case PieceKind::kOffice:
    case PieceKind::kPerson: break;
    default: return {};
  }
  if (is_namesake(at))
    if (auto namesake = read_namesake(at)) return namesake;
  if (is_word(at, words_.both) || is_word(at, words_.three)) return read_pair(at);
  if (auto actor = read_spokesman(at)) return actor;
  if (auto actor = read_latter(at)) return actor;
  if (auto actor = read_honoured(at)) return actor;
  if (auto actor = read_counterpart(at)) return actor;
  if (auto actor = read_office_actor(at)) return actor;
  if (auto actor = read_named_actor(at)) return actor;
  if (may_be_word(at, words_.both)) return read_pair(at);
  if (auto actor = read_delegation(at)) return actor;
  return read_post(at);
}

}  // namespace mahdar
