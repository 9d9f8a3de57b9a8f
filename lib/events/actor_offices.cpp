// Actors told by their office: "the Turkish president X", "the foreign ministers of X and Y".
#include <algorithm>

#include "events/actor_grammar.h"

namespace mahdar {

// The country, body or place that an office is of, at `at`; 0 if none stands there.
std::uint32_t ActorGrammar::read_of(std::size_t& at, bool construct) const {
  std::size_t next = at;
  while (is_word(next, words_.country) && !construct) ++next;
  if (construct && (is_word(next, words_.country) || is_word(next, words_.city))) ++next;
  if (construct && is_kind(next, PieceKind::kPlace) && pieces_[next].clitics == 0)
    return at = next + 1, pieces_[next].id;
  if (!construct && is_nationality(next)) return at = next + 1, pieces_[next].id;
  if (is_body(next)) {
    const Piece& piece = pieces_[next];
    const bool li = (piece.clitics & kLi) != 0;
    const bool in = next > 0 && (is_word(next - 1, words_.to) || is_word(next - 1, words_.in));
    const bool bi = (piece.clitics & kBi) != 0;
    if (construct ? piece.clitics == 0 : li || bi || in || next > at) return at = next + 1, piece.id;
    return 0;
  }
  if (!construct && (is_word(next, words_.to) || is_word(next, words_.in)) && is_body(next + 1) &&
      pieces_[next + 1].clitics == 0)
    return at = next + 2, pieces_[next + 1].id;
  if (is_nationality(next)) return at = next + 1, pieces_[next].id;
  return 0;
}

std::optional<ActorGrammar::Office> ActorGrammar::read_office(std::size_t at) const {
  if (!is_kind(at, PieceKind::kOffice)) return {};
  const Piece& head = pieces_[at];
  Office office;
  office.kind = head.id;
  std::size_t next = at + 1;
  if (head.of != 0) {
    office.of = head.of;
  } else {
    while (is_word(next, words_.ex) || is_word(next, words_.acting)) office.former |= is_word(next++, words_.ex);
    office.of = read_of(next, (head.flags & kConstruct) != 0);
    if ((head.flags & kConstruct) != 0 && office.of == 0) {
      if (is_word(next, words_.country))
        ++next;  // "the country's president"
      else
        return {};
    }
  }
  while (is_word(next, words_.ex) || is_word(next, words_.acting)) office.former |= is_word(next++, words_.ex);
  if (office.of != 0 && is_nationality(next) && pieces_[next].id == office.of) ++next;
  office.end = next;
  return office;
}

// Whether a name can be that of an office's holder: "the Turkish president Putin" are two people.
bool ActorGrammar::may_hold(const Office& office, const Name& name) const {
  if (name.known == 0 || office.of == 0 || resolver_.holds(name.known, office.kind, office.of)) return true;
  if (resolver_.holders(office.kind, office.of).empty()) return true;
  const std::string& country = data_.knowledge.entity(office.of).country;
  return !office.former ? false : country.empty() || country == data_.knowledge.entity(name.known).country;
}

std::optional<Actor> ActorGrammar::read_office_actor(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  if (!is_kind(head, PieceKind::kOffice)) return {};
  if (auto actor = read_named_offices(at)) return actor;
  if ((pieces_[head].flags & kPlural) != 0) return read_plural_office(at);
  auto office = read_office(head);
  if (!office) return {};
  auto name = read_name(skip_brief(office->end), !office->former || office->of != 0);
  if (name && !may_hold(*office, *name)) name.reset();
  std::size_t end = name ? name->end : office->end;
  if (!name) {
    Phrase phrase = read_phrase(head, office->end, office->of);
    if (office->of == 0) office->of = phrase.of;
    if (phrase.name && may_hold(*office, *phrase.name)) name = phrase.name;
    if (name || (office->of != 0 && !phrase.name)) end = name ? name->end : phrase.end;
  }
  std::optional<Office> other;
  if (name) end = skip_apposition(end, *name, other);
  std::vector<Side> sides;
  const Span span = span_of(at, end);
  if (name || (office->of != 0 && !office->former)) {
    sides.push_back(side_of(office, name, span));
    if (name && office->of == 0) resolver_.remember_bare(office->kind, sides[0]);
    if (!name && sides[0].kind != ParticipantKind::kPerson && !resolver_.can_send(office->of)) sides.clear();
  } else if (const auto last = office->former ? std::nullopt : resolver_.implied_holder(office->kind)) {
    sides.push_back(*last);
    sides.back().span = span;
    mention(*last, span, MentionForm::kReference);
  }
  const bool spokesman = data_.knowledge.office_kind(office->kind).id.ends_with("spokesperson");
  Actor actor = finish(spokesman ? ActorKind::kSpokesman : ActorKind::kPerson, at, end, std::move(sides));
  at = end;
  return actor;
}

// A phrase that names several offices whole: "the leaders of the two Koreas".
std::optional<Actor> ActorGrammar::read_named_offices(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  const Piece& piece = pieces_[head];
  if (piece.of == 0 || piece.others.size() < 2) return {};
  std::vector<Side> sides;
  for (const LexiconEntry& entry : piece.others) {
    if (entry.kind != kNamedOffice) continue;
    const NamedOffice& named = data_.knowledge.named_office(entry.id);
    sides.push_back(side_of(Office{named.kind, named.of, false, head + 1}, {}, piece.span));
  }
  if (sides.size() < 2) return {};
  Actor actor = finish(ActorKind::kSeveral, at, head + 1, std::move(sides));
  at = head + 1;
  return actor;
}

// "the presidents of X, Y and Z", "the Turkish and Russian foreign ministers"; of one body, its delegation.
std::optional<Actor> ActorGrammar::read_plural_office(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  const Piece& piece = pieces_[head];
  std::vector<Side> sides;
  std::size_t next = head + 1, end = next;
  while (is_word(next, words_.each) || is_word(next, words_.country)) ++next;
  for (bool first = true; next < pieces_.size(); first = false) {
    if (!first && is_punctuation(next, U",\u060C")) ++next;
    const bool linked = first || (next < pieces_.size() && ((pieces_[next].clitics & kConjunction) != 0 ||
                                                            is_punctuation(next - 1, U",\u060C")));
    const bool region =
        first && is_kind(next, PieceKind::kPlace) && data_.knowledge.entity(pieces_[next].id).kind == "region";
    const bool of = is_body(next) || region || is_nationality(next, !first);
    if (!of || !linked) break;
    const std::uint32_t body = pieces_[next].id;
    const std::size_t begin = next++;
    std::optional<Name> name;
    if (is_nationality(begin, true)) name = read_name(next, true);
    Office office{piece.id, body, false, next};
    if (name && !may_hold(office, *name)) name.reset();
    if (name) next = name->end;
    sides.push_back(side_of(office, name, span_of(sides.empty() ? at : begin, next)));
    end = next;
  }
  if (sides.empty()) {
    // "the two presidents X and Y": names follow by themselves
    if (is_kind(head + 1, PieceKind::kPerson)) return at = head + 1, read_named_actor(at);
    return {};
  }
  const bool one = sides.size() == 1 && end == head + 2;
  if (one) sides[0] = resolver_.delegation(pieces_[end - 1].id, span_of(at, end), ParticipantKind::kDelegation);
  Actor actor = finish(one ? ActorKind::kDelegation : ActorKind::kSeveral, at, end, std::move(sides));
  at = end;
  return actor;
}

}  // namespace mahdar
