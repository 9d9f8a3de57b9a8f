// Actors told by a post that no list of offices holds: "the head of the institute X", "the prime minister's adviser X".
#include <algorithm>

#include "events/actor_grammar.h"

namespace mahdar {
namespace {

constexpr std::size_t kMostPhrase = 18;  // pieces from the first word of a post to its holder's name
constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";

}  // namespace

// Whether the piece is the first word of a post: "head", "director", "the adviser".
bool ActorGrammar::is_post(std::size_t at) const {
  if (at >= pieces_.size()) return false;
  const Piece& piece = pieces_[at];
  if (piece.kind == PieceKind::kOffice) return (piece.flags & kPlural) == 0;
  return is_word(at, words_.post) || is_word(at, words_.deputy) || may_be_word(at, words_.post);
}

// Whether the phrase of the post at `head` goes on with the piece at `at`.
bool ActorGrammar::goes_on(std::size_t at, std::size_t head, const Phrase& phrase) const {
  const Piece& piece = pieces_[at];
  const bool joined = (piece.clitics & kConjunction) != 0;
  const bool place = piece.kind == PieceKind::kPlace || piece.kind == PieceKind::kOrganization;
  if (place || piece.kind == PieceKind::kNationality || piece.kind == PieceKind::kBody)
    return !joined || (phrase.of != 0 && pieces_[at - 1].kind == piece.kind);
  if (piece.kind == PieceKind::kUnknown) {
    if (joined) return false;
    const std::string_view text = word(at);
    return !text.starts_with(kWaw) || text.substr(kWaw.size()).starts_with(kArticle);
  }
  if (piece.kind == PieceKind::kOffice)  // "the president's adviser", "adviser to the prime minister"
    return !joined && ((piece.clitics & kLi) != 0 || (at == head + 1 && (pieces_[head].flags & kDefinite) == 0));
  if (piece.kind != PieceKind::kWord || joined) return false;
  for (const int known : {words_.country, words_.city, words_.capital, words_.adjective, words_.ex, words_.acting,
                          words_.deputy, words_.delegation, words_.title, words_.post, words_.media, words_.on})
    if (int(piece.id) == known) return true;
  if (int(piece.id) != words_.in && int(piece.id) != words_.to) return false;
  // "in Moscow" is where an ambassador sits, or where somebody was met
  return phrase.of == 0 || data_.knowledge.office_kind(pieces_[head].id).id == "ambassador" ||
         pieces_[head].kind != PieceKind::kOffice;
}

// The words of a post or office from piece `from` on, up to a name or its end. The name of the one whom a deputy
// serves is none: "Trump's adviser".
ActorGrammar::Phrase ActorGrammar::read_phrase(std::size_t head, std::size_t from, std::uint32_t of) const {
  Phrase phrase;
  phrase.of = of;
  phrase.end = from;
  bool served = false;  // whether the last pieces tell of an office that this one serves
  Office master;
  std::size_t at = from;
  const auto take_name = [&](std::size_t begin) {
    auto name = read_name(begin, true);
    if (!name) return false;
    if (served && name->known != 0 && resolver_.holds(name->known, master.kind, master.of)) {
      at = name->end;
      served = false;
      return false;
    }
    phrase.name = std::move(name);
    phrase.end = phrase.name->end;
    return true;
  };
  while (at < pieces_.size() && at < head + kMostPhrase) {
    at = skip_quotes(at);
    if (at >= pieces_.size()) break;
    if (at == head + 1 && is_kind(at, PieceKind::kPerson) && pieces_[at].clitics == 0 && is_word(head, words_.deputy)) {
      if (phrase.of == 0)
        if (const auto country = data_.knowledge.find_country(data_.knowledge.entity(pieces_[at].id).country))
          phrase.of = *country;
      phrase.end = ++at;  // "Trump's adviser"
      continue;
    }
    const std::size_t before = at;
    if (pieces_[at].clitics == 0 && take_name(at)) return phrase;
    if (at != before) continue;
    if (!goes_on(at, head, phrase)) break;
    if (is_kind(at, PieceKind::kOffice)) {
      if (const auto office = read_office(at)) {
        if (phrase.of == 0) phrase.of = office->of;
        served = true;
        master = *office;
        phrase.end = at = office->end;
        continue;
      }
    }
    const bool tells = is_body(at) || is_nationality(at);
    if (tells && phrase.of == 0) phrase.of = pieces_[at].id;
    ++at;
    if (tells || is_kind(at - 1, PieceKind::kPlace)) phrase.end = at;
  }
  const bool parted = at >= pieces_.size() || is_kind(at, PieceKind::kPunctuation) || is_kind(at, PieceKind::kTime);
  if (parted && at > from) phrase.end = at;
  if (at < pieces_.size() && skip_brief(at) != at && at > from) take_name(skip_brief(at));
  return phrase;
}

std::optional<Actor> ActorGrammar::read_post(std::size_t& at) {
  const std::size_t head = skip_titles(at);
  const std::size_t post = is_post(head) ? head : at;
  if (!is_post(post)) return {};
  const Phrase phrase = read_phrase(post, post + 1, 0);
  if (!phrase.name && phrase.of == 0) return {};
  std::size_t end = phrase.end;
  std::optional<Office> other;
  if (phrase.name) end = skip_apposition(end, *phrase.name, other);
  const Span span = span_of(at, end);
  Side side;
  if (!phrase.name)
    side = resolver_.delegation(phrase.of, span);
  else if (phrase.name->known != 0)
    side = resolver_.person(phrase.name->known, {}, 0, span);
  else
    side = resolver_.unknown_person(phrase.name->folded, phrase.name->native, {}, phrase.of, span);
  if (phrase.name && phrase.name->known == 0) mention(side, phrase.name->span, MentionForm::kName);
  const bool nobody = !phrase.name && is_word(post, words_.deputy) && !may_be_word(post, words_.post);
  Actor actor = finish(phrase.name || nobody ? ActorKind::kPerson : ActorKind::kDelegation, at, end, {});
  if (!nobody) actor.sides = {side};  // "the president's lawyer" speaks for nobody
  if (phrase.name) resolver_.remember(side);
  at = end;
  return actor;
}

}  // namespace mahdar
