// Actors told by what they are to others: counterparts, delegations, deputies, spokesmen.
#include <algorithm>

#include "events/actor_grammar.h"

namespace mahdar {

// "the two presidents", "the three ministers".
std::optional<Actor> ActorGrammar::read_pair(std::size_t& at) {
  const std::size_t after = is_kind(at + 1, PieceKind::kNationality) ? at + 2 : at + 1;
  if (is_kind(after, PieceKind::kPerson) && pieces_[after].clitics == 0)  // "the two envoys X and Y"
    return at = after, read_named_actor(at);
  Actor actor = finish(ActorKind::kPair, at, at + 1, {});
  ++at;
  return actor;
}

// "The latter", after a verb ("meets in it the latter"): the person told of last.
std::optional<Actor> ActorGrammar::read_latter(std::size_t& at) {
  constexpr std::uint16_t kTense = kPast | kPresent | kFuture;
  const std::optional<Side>& last = resolver_.last_side();
  if (!last || !may_be_word(at, words_.latter) || (pieces_[at].flags & kTheWord) == 0) return {};
  const auto is_verb = [&](std::size_t i) { return is_kind(i, PieceKind::kWord) && (pieces_[i].flags & kTense) != 0; };
  const bool after_verb =
      (at > 0 && is_verb(at - 1)) || (at > 1 && is_verb(at - 2) && is_kind(at - 1, PieceKind::kUnknown));
  if (!after_verb) return {};
  Actor actor = finish(ActorKind::kPerson, at, at + 1, {});
  actor.sides = {*last};
  actor.sides[0].span = pieces_[at].span;
  mention(actor.sides[0], pieces_[at].span, MentionForm::kReference);
  ++at;
  return actor;
}

// "His Highness", "His Majesty": the last person told of with a title of that rank.
std::optional<Actor> ActorGrammar::read_honoured(std::size_t& at) {
  const bool majesty = is_word(at, words_.majesty);
  if (!is_word(at, words_.honour) && !majesty) return {};
  if (at > 0 && is_kind(at - 1, PieceKind::kUnknown)) return {};  // "His Highness' office"
  auto side = majesty ? resolver_.last_sovereign() : resolver_.last_titled();
  if (!side) return {};
  side->span = pieces_[at].span;
  mention(*side, side->span, MentionForm::kReference);
  Actor actor = finish(ActorKind::kPerson, at, at + 1, {});
  actor.sides = {*side};
  ++at;
  return actor;
}

std::optional<Actor> ActorGrammar::read_counterpart(std::size_t& at) {
  if (!is_word(at, words_.counterpart)) return {};
  const std::optional<Side> before = resolver_.last_side();
  std::vector<Side> sides;
  std::size_t next = at + 1, end = next;
  for (bool first = true; next < pieces_.size(); first = false) {
    if (!first && (pieces_[next].clitics & kConjunction) == 0) break;
    Office office;
    std::size_t of_end = next;
    const bool from = is_word(next, words_.from) && is_body(next + 1);  // "his counterparts from X and Y"
    if (is_nationality(next, !first) || (!first && is_body(next)))
      office.of = pieces_[next].id, of_end = next + 1;
    else
      office.of = from ? (of_end = next + 2, pieces_[next + 1].id) : read_of(of_end, false);
    if (office.of == 0 && !first) break;
    while (is_word(of_end, words_.ex)) ++of_end;
    const auto name = read_name(skip_brief(of_end), office.of != 0);
    if (office.of == 0 && !name) break;
    const Span span = span_of(first ? at : next, name ? name->end : of_end);
    next = end = name ? name->end : of_end;
    if (before && before->office) {
      office.kind = *before->office;
      sides.push_back(side_of(office, name, span));
    } else if (name) {
      sides.push_back(side_of(std::nullopt, name, span));
    } else {
      sides.push_back(resolver_.delegation(office.of, span, ParticipantKind::kDelegation));
    }
  }
  Actor actor = finish(sides.size() > 1 ? ActorKind::kSeveral : ActorKind::kPerson, at, end, std::move(sides));
  at = end;
  return actor;
}

// "the Russian foreign minister X and the Turkish Y": the office is that of the actor before.
std::optional<Actor> ActorGrammar::read_joined(std::size_t& at) {
  if (!is_nationality(at, true) || (pieces_[at].clitics & kConjunction) == 0) return {};
  const std::size_t before = at > 0 && is_punctuation(at - 1, U",\u060C") ? at - 1 : at;
  const std::optional<Side>& last = resolver_.last_side();
  if (before != last_end_ || !last || !last->office || last->kind != ParticipantKind::kPerson) return {};
  const Office office{*last->office, pieces_[at].id, false, at + 1};
  const auto name = read_name(skip_brief(at + 1), true);
  if (!name || !may_hold(office, *name)) return {};
  Actor actor = finish(ActorKind::kPerson, at, name->end, {side_of(office, name, span_of(at, name->end))});
  at = name->end;
  return actor;
}

// "a Turkish delegation", "officials of Hamas", "the Russian side".
std::optional<Actor> ActorGrammar::read_delegation(std::size_t& at) {
  if (!is_word(at, words_.delegation) && !may_be_word(at, words_.delegation)) return {};
  std::size_t next = at + 1;
  for (int skipped = 0; skipped < 2 && next < pieces_.size(); ++skipped) {
    if (is_kind(next, PieceKind::kNationality) || is_body(next) || is_kind(next, PieceKind::kPlace)) break;
    if (is_kind(next, PieceKind::kUnknown) || is_word(next, words_.from) || is_word(next, words_.in))
      next = skip_quotes(next + 1);
    else
      break;
  }
  std::uint32_t of = 0;
  if (is_kind(next, PieceKind::kNationality) && (pieces_[next].clitics & ~kLi) == 0) of = pieces_[next].id;
  if (is_body(next) && (pieces_[next].clitics & kConjunction) == 0) of = pieces_[next].id;
  if (is_kind(next, PieceKind::kPlace) && pieces_[next].clitics == 0 && next > at + 1 && !is_word(next - 1, words_.in))
    if (const std::uint32_t country = data_.knowledge.capital_of(pieces_[next].id); country != 0) of = country;
  if (of == 0) return {};
  ++next;
  while (is_word(next, words_.ex)) ++next;
  if (is_word(next, words_.headed)) {  // "a delegation headed by X" is X
    std::size_t head = next + 1;
    auto leader = read_office_actor(head);
    if (!leader) leader = read_named_actor(head);
    if (!leader) leader = read_post(head);
    if (leader && !leader->sides.empty()) {
      leader->tokens.begin = pieces_[at].tokens.begin;
      leader->span.begin = pieces_[at].span.begin;
      leader->clitics = pieces_[at].clitics;
      at = head;
      return leader;
    }
  }
  const Side side = resolver_.delegation(of, span_of(at, next), ParticipantKind::kDelegation);
  Actor actor = finish(ActorKind::kDelegation, at, next, {});
  actor.sides = {side};
  at = next;
  return actor;
}

std::optional<Actor> ActorGrammar::read_spokesman(std::size_t& at) {
  if (!is_word(at, words_.spokes)) return {};
  std::size_t next = at + 1;
  const auto office = read_office(next);
  if (office)
    next = office->end;
  else
    while (next < pieces_.size() && next < at + 4 &&
           (is_kind(next, PieceKind::kBody) || is_kind(next, PieceKind::kNationality) ||
            is_kind(next, PieceKind::kOrganization) || is_kind(next, PieceKind::kPlace)))
      ++next;
  auto name = read_name(skip_brief(next), true);
  for (std::size_t skip = 1; !name && skip <= 2 && next + skip < pieces_.size(); ++skip)
    if (is_kind(next + skip - 1, PieceKind::kUnknown)) name = read_name(next + skip, false);
  if (name) next = name->end;
  std::vector<Side> sides;
  if (name)
    sides.push_back(name->known != 0 ? resolver_.person(name->known, {}, 0, name->span)
                                     : resolver_.unknown_person(name->folded, name->native, {}, 0, name->span));
  if (name && name->known == 0) mention(sides.back(), name->span, MentionForm::kName);
  Actor actor = finish(ActorKind::kSpokesman, at, next, {});
  actor.sides = std::move(sides);
  at = next;
  return actor;
}

}  // namespace mahdar
