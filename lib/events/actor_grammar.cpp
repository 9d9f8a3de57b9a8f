#include "events/actor_grammar.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";
constexpr std::string_view kLam = "\xD9\x84";
constexpr std::size_t kMostNameWords = 4;

}  // namespace

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
      media(w.find("MEDIA")) {}

bool ActorGrammar::is_word(std::size_t at, int word_class) const {
  return is_kind(at, PieceKind::kWord) && int(pieces_[at].id) == word_class;
}

// Whether an office's word is one of a class too ("the two presidents", "leaders").
bool ActorGrammar::may_be_word(std::size_t at, int word_class) const {
  if (!is_kind(at, PieceKind::kOffice)) return false;
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

std::size_t ActorGrammar::skip_titles(std::size_t at) const {
  while (is_word(at, words_.title) || (is_word(at, words_.country) && is_kind(at + 1, PieceKind::kOffice))) ++at;
  return at;
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

// The country or body that an office is of, at `at`; 0 if none stands there.
std::uint32_t ActorGrammar::read_of(std::size_t& at, bool construct) const {
  std::size_t next = at;
  while (is_word(next, words_.country) && !construct) ++next;
  if (construct && is_word(next, words_.country)) ++next;
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
  if (is_kind(next, PieceKind::kNationality) && pieces_[next].clitics == 0) {
    const std::uint32_t of = pieces_[next].id;
    at = next + 1;
    return of;
  }
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
  if (office.of != 0 && is_kind(next, PieceKind::kNationality) && pieces_[next].id == office.of) ++next;
  office.end = next;
  return office;
}

bool ActorGrammar::can_be_name_word(const Piece& piece, bool first) const {
  if (piece.kind != PieceKind::kUnknown || piece.clitics != 0) return false;
  const std::string_view word = analysis_.doc.word(piece.tokens.begin);
  if (word.size() < 4 || static_cast<unsigned char>(word[0]) < 0x80) return false;
  if (data_.common.count(std::string(word)) != 0) return data_.name_words.count(std::string(word)) != 0;
  return !first || !word.starts_with(kArticle);
}

std::optional<ActorGrammar::Name> ActorGrammar::read_unknown_name(std::size_t at) const {
  Name name;
  std::size_t words = 0, end = at;
  while (words < kMostNameWords && end < pieces_.size()) {
    if (words > 0 && is_punctuation(end, U"-\u2013.") && end + 1 < pieces_.size() &&
        !analysis_.doc.tokens[pieces_[end].tokens.begin].space_before) {
      ++end;
      continue;
    }
    if (!can_be_name_word(pieces_[end], words == 0)) break;
    name.folded += (words == 0 ? "" : " ") + std::string(analysis_.doc.word(pieces_[end].tokens.begin));
    ++end, ++words;
  }
  while (end > at && pieces_[end - 1].kind == PieceKind::kPunctuation) --end;
  if (words < 2) return {};
  name.end = end;
  name.span = span_of(at, end);
  name.native = std::string(analysis_.doc.raw(name.span));
  return name;
}

std::optional<ActorGrammar::Name> ActorGrammar::read_name(std::size_t at, bool unknown_too) const {
  const std::size_t start = skip_titles(at);
  const std::size_t begin = skip_quotes(start);
  if (is_kind(begin, PieceKind::kPerson) && pieces_[begin].clitics == 0) {
    Name name;
    name.known = pieces_[begin].id;
    name.span = pieces_[begin].span;
    name.end = begin + 1;
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

void ActorGrammar::mention(const Side& side, Span span, MentionForm form) {
  if (side.kind == ParticipantKind::kPerson && side.entity != 0)
    add_mention(analysis_.entities[side.entity - 1], span, form);
}

Side ActorGrammar::side_of(const std::optional<Office>& office, const std::optional<Name>& name, Span span) {
  const std::optional<std::uint32_t> kind = office ? std::optional(office->kind) : std::nullopt;
  const std::uint32_t of = office ? office->of : 0;
  if (name && name->known != 0) return resolver_.person(name->known, kind, of, span);
  Side side;
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
  for (const Side& side : actor.sides) resolver_.remember(side);
  return actor;
}

// "X, the foreign minister of Y": the office after a name, unless it opens another actor.
std::size_t ActorGrammar::skip_apposition(std::size_t at, std::optional<Office>& office) const {
  std::size_t next = at;
  const bool parted = is_punctuation(next, U",\u060C(");
  if (parted) ++next;
  if (next < pieces_.size() && pieces_[next].clitics != 0) return at;
  const auto found = read_office(skip_titles(next));
  if (!found || (found->of == 0 && (parted || (pieces_[found->end - 1].flags & kPlural) != 0))) return at;
  if (read_name(skip_brief(found->end), true)) return at;
  if (found->of != 0) office = found;
  next = found->end;
  if (is_punctuation(next, U")")) ++next;
  return skip_apposition(next, office);
}

// A word that is the last of an unknown person's name, told before in full.
std::optional<ActorGrammar::Name> ActorGrammar::read_known_surname(std::size_t at) const {
  if (!is_kind(at, PieceKind::kUnknown)) return {};
  const std::string_view word = analysis_.doc.word(pieces_[at].tokens.begin);
  for (const ArticleEntity& entity : analysis_.entities) {
    if (entity.known != 0 || entity.type != EntityType::kPerson) continue;
    const std::string_view folded = entity.folded;
    const std::size_t space = folded.rfind(' ');
    if (space != std::string::npos && folded.substr(space + 1) == word)
      return Name{0, entity.folded, entity.native, pieces_[at].span, at + 1};
  }
  return {};
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
  } else if (titled) {
    name = read_name(after_titles, true);
  }
  if (!name) name = read_known_surname(after_titles);
  if (!name) return {};
  std::optional<Office> office;
  const std::size_t end = skip_apposition(name->end, office);
  Actor actor = finish(ActorKind::kPerson, at, end, {side_of(office, name, span_of(at, end))});
  at = end;
  return actor;
}

// "for foreign affairs", "in the state of X", "to the kingdom": what stands between an office and its holder's name.
std::size_t ActorGrammar::skip_portfolio(Office& office) const {
  std::size_t next = office.end;
  for (int skipped = 0; skipped < 5 && next < pieces_.size(); ++skipped) {
    const Piece& piece = pieces_[next];
    const bool unknown = piece.kind == PieceKind::kUnknown;
    const bool li = unknown && analysis_.doc.word(piece.tokens.begin).starts_with(kLam);
    if (is_body(next) && (piece.clitics & (kBi | kLi)) != 0) {
      if (office.of == 0) office.of = piece.id;
    } else if (is_word(next, words_.in) && next + 1 < pieces_.size() &&
               (is_body(next + 1) || is_word(next + 1, words_.country))) {
      ++next;
    } else if (!li && !(skipped > 0 && (unknown || is_kind(next, PieceKind::kNationality)) && next > office.end &&
                        !can_be_name_word(piece, true))) {
      break;
    }
    ++next;
  }
  return next;
}

std::optional<Actor> ActorGrammar::read_office_actor(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  if (!is_kind(head, PieceKind::kOffice)) return {};
  if ((pieces_[head].flags & kPlural) != 0) return read_plural_office(at);
  auto office = read_office(head);
  if (!office) return {};
  const std::size_t next = skip_portfolio(*office);
  auto name = read_name(skip_brief(office->end), !office->former || office->of != 0);
  if (!name && next > office->end) name = read_name(skip_brief(next), true);
  std::size_t end = name ? name->end : std::max(office->end, office->of != 0 ? next : office->end);
  std::optional<Office> other;
  if (name) end = skip_apposition(end, other);
  std::vector<Side> sides;
  const Span span = span_of(at, end);
  if (name || (office->of != 0 && !office->former)) {
    sides.push_back(side_of(office, name, span));
  } else if (const auto last = resolver_.last_holder(office->kind); last && !office->former) {
    sides.push_back(*last);
    sides.back().span = span;
    mention(*last, span, MentionForm::kReference);
  }
  const bool spokesman = data_.knowledge.office_kind(office->kind).id.ends_with("spokesperson");
  Actor actor = finish(spokesman ? ActorKind::kSpokesman : ActorKind::kPerson, at, end, std::move(sides));
  at = end;
  return actor;
}

// "the presidents of X, Y and Z", "the Turkish and Russian foreign ministers".
std::optional<Actor> ActorGrammar::read_plural_office(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  const Piece& piece = pieces_[head];
  std::vector<Side> sides;
  std::size_t next = head + 1, end = next;
  while (is_word(next, words_.each)) ++next;
  for (bool first = true; next < pieces_.size(); first = false) {
    if (!first && is_punctuation(next, U",\u060C")) ++next;
    const bool linked = first || (next < pieces_.size() && ((pieces_[next].clitics & kConjunction) != 0 ||
                                                            is_punctuation(next - 1, U",\u060C")));
    const bool of = is_body(next) || is_kind(next, PieceKind::kNationality);
    if (!of || !linked) break;
    const std::uint32_t body = pieces_[next].id;
    const std::size_t begin = next++;
    std::optional<Name> name;
    if (is_kind(begin, PieceKind::kNationality)) name = read_name(next, false);
    Office office{piece.id, body, false, next};
    if (name) next = name->end;
    sides.push_back(side_of(office, name, span_of(sides.empty() ? at : begin, next)));
    end = next;
  }
  if (sides.size() < 2) {
    // "the two presidents X and Y": names follow by themselves
    if (is_kind(head + 1, PieceKind::kPerson)) return at = head + 1, read_named_actor(at);
    return {};
  }
  Actor actor = finish(ActorKind::kSeveral, at, end, std::move(sides));
  at = end;
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
    office.of = is_kind(next, PieceKind::kNationality) ? (of_end = next + 1, pieces_[next].id) : read_of(of_end, false);
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

// "a Turkish delegation", "officials of Hamas", "the Russian side".
std::optional<Actor> ActorGrammar::read_delegation(std::size_t& at) {
  if (!is_word(at, words_.delegation) && !may_be_word(at, words_.delegation)) return {};
  std::size_t next = at + 1;
  for (int skipped = 0; skipped < 2 && next < pieces_.size(); ++skipped) {
    if (is_kind(next, PieceKind::kNationality) || is_body(next)) break;
    if (is_kind(next, PieceKind::kUnknown) || is_word(next, words_.from) || is_word(next, words_.in))
      next = skip_quotes(next + 1);
    else
      break;
  }
  std::uint32_t of = 0;
  if (is_kind(next, PieceKind::kNationality) && (pieces_[next].clitics & ~kLi) == 0) of = pieces_[next].id;
  if (is_body(next) && (pieces_[next].clitics & kConjunction) == 0) of = pieces_[next].id;
  if (of == 0) return {};
  ++next;
  while (is_word(next, words_.ex)) ++next;
  const Side side = resolver_.delegation(of, span_of(at, next), ParticipantKind::kDelegation);
  Actor actor = finish(ActorKind::kDelegation, at, next, {});
  actor.sides = {side};
  at = next;
  return actor;
}

// "the president's adviser X": not the president; a person if named.
std::optional<Actor> ActorGrammar::read_deputy(std::size_t& at) {
  if (!is_word(at, words_.deputy)) return {};
  const std::size_t head = skip_titles(at + 1);
  const auto office = read_office(head);
  std::size_t end = office ? office->end : at + 1;
  if (!office) return {};
  auto name = read_name(skip_brief(end), true);
  if (!name && is_kind(end, PieceKind::kPerson)) end += 1, name = read_name(skip_brief(end), true);
  if (name) end = name->end;
  const Span span = span_of(at, end);
  std::vector<Side> sides;
  if (name)
    sides.push_back(name->known != 0 ? resolver_.person(name->known, {}, 0, span)
                                     : resolver_.unknown_person(name->folded, name->native, {}, office->of, span));
  if (name && name->known == 0) mention(sides.back(), name->span, MentionForm::kName);
  if (!name && office->of != 0) sides.push_back(resolver_.delegation(office->of, span));
  Actor actor = finish(name ? ActorKind::kPerson : ActorKind::kDelegation, at, end, std::move(sides));
  at = end;
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

std::optional<Actor> ActorGrammar::read(std::size_t& at) {
  switch (pieces_[at].kind) {  // what can begin an actor
    case PieceKind::kUnknown: return read_named_actor(at);
    case PieceKind::kWord:
    case PieceKind::kOffice:
    case PieceKind::kPerson: break;
    default: return {};
  }
  if (is_word(at, words_.both) || is_word(at, words_.three)) {
    Actor actor = finish(ActorKind::kPair, at, at + 1, {});
    ++at;
    return actor;
  }
  if (auto actor = read_spokesman(at)) return actor;
  if (auto actor = read_counterpart(at)) return actor;
  if (auto actor = read_deputy(at)) return actor;
  if (auto actor = read_office_actor(at)) return actor;
  if (auto actor = read_named_actor(at)) return actor;
  if (may_be_word(at, words_.both)) {
    Actor actor = finish(ActorKind::kPair, at, at + 1, {});
    ++at;
    return actor;
  }
  return read_delegation(at);
}

}  // namespace mahdar
