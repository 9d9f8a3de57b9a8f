#include "events/actors.h"

#include "events/actor_grammar.h"
#include "events/bodies.h"

namespace mahdar {
namespace {

constexpr std::string_view kWaw = "\xD9\x88";

// Builds the tagged sentences of an article.
class Tagger {
 public:
  Tagger(Analysis& analysis, const EventData& data, const Symbols& symbols)
      : analysis_(analysis), data_(data), symbols_(symbols), words_(data.words), resolver_(analysis, data) {
    capital_word_ = std::uint32_t(data.words.find("CAPITALW"));
  }

  void run() {
    for (std::uint32_t i = 0; i < analysis_.pieces.size(); ++i) {
      TaggedSentence tagged;
      tagged.sentence = i;
      tagged.heading = is_heading(i);
      tag(analysis_.pieces[i], tagged);
      analysis_.tagged.push_back(std::move(tagged));
    }
    for (Actor& actor : analysis_.actors)  // whom a later sentence names
      for (Side& side : actor.sides)
        if (side.kind == ParticipantKind::kLeader)
          if (const auto person = resolver_.told_leader(side)) side = *person;
  }

 private:
  // A title that stands in the text: a line above the first that ends as a sentence does.
  bool is_heading(std::uint32_t index) const {
    const auto& sentences = analysis_.doc.sentences;
    if (index > 0 && !analysis_.tagged[index - 1].heading) return false;
    if (index + 1 >= sentences.size() || sentences[index].paragraph == sentences[index + 1].paragraph) return false;
    const Token& last = analysis_.doc.tokens[sentences[index].tokens.end - 1];
    return last.punctuation != '.' && last.punctuation != ':';
  }

  void tag(const std::vector<Piece>& pieces, TaggedSentence& tagged) {
    ActorGrammar grammar(analysis_, data_, words_, resolver_, pieces);
    for (std::size_t at = 0; at < pieces.size();) {
      const std::size_t start = at;
      if (auto actor = grammar.read(at)) {
        add_actor(std::move(*actor), tagged);
      } else if (!add_body(pieces, at, tagged) && !add_capital(pieces, at, tagged)) {
        at = start;
        add_piece(pieces[at++], tagged);
      }
    }
  }

  void add(Unit unit, TaggedSentence& tagged) {
    const auto index = std::uint32_t(tagged.units.size());
    const auto put = [&](char c) { tagged.symbols.push_back(c), tagged.unit_of.push_back(index); };
    if (unit.clitics & kConjunction) put(symbol::kAnd);
    if (unit.clitics & kBi) put(symbol::kBi);
    if (unit.clitics & kLi) put(symbol::kLi);
    if (unit.clitics & kKa) put(symbol::kKa);
    put(unit.symbol);
    if (unit.flags & kHis && is_word(unit)) put(symbol::kHisPronoun);
    if (unit.flags & (kTheirTwo | kTheir) && is_word(unit)) put(symbol::kTheirPronoun);
    if (unit.flags & kTwo && unit.flags & (kPast | kPresent | kFuture) && is_word(unit)) put(symbol::kTwoOfThem);
    tagged.units.push_back(unit);
  }

  static bool is_word(const Unit& unit) { return static_cast<unsigned char>(unit.symbol) >= 0x80; }

  void add_actor(Actor actor, TaggedSentence& tagged) {
    Unit unit;
    const bool empty = actor.sides.empty();
    switch (actor.kind) {
      case ActorKind::kPerson:
      case ActorKind::kSeveral: unit.symbol = empty ? symbol::kUnknown : symbol::kActor; break;
      case ActorKind::kDelegation: unit.symbol = symbol::kDelegation; break;
      case ActorKind::kSpokesman: unit.symbol = symbol::kSpokesman; break;
      case ActorKind::kPair: unit.symbol = symbol::kPair; break;
    }
    unit.tokens = actor.tokens;
    unit.span = actor.span;
    unit.clitics = actor.clitics;
    unit.index = std::uint32_t(analysis_.actors.size());
    analysis_.actors.push_back(std::move(actor));
    add(unit, tagged);
  }

  // "the Russian foreign ministry": one organization.
  bool add_body(const std::vector<Piece>& pieces, std::size_t& at, TaggedSentence& tagged) {
    const std::uint32_t body = body_at(data_.knowledge, pieces, at);
    if (body == 0) return false;
    const Piece &head = pieces[at], &next = pieces[at + 1];
    Unit unit;
    unit.symbol = symbol::kOrganization;
    unit.tokens = {head.tokens.begin, next.tokens.end};
    unit.span = {head.span.begin, next.span.end};
    unit.clitics = head.clitics;
    unit.index = body;
    add(unit, tagged);
    at += 2;
    return true;
  }

  // "the Russian capital": the town, where its name does not follow.
  bool add_capital(const std::vector<Piece>& pieces, std::size_t& at, TaggedSentence& tagged) {
    if (at + 1 >= pieces.size() || pieces[at].kind != PieceKind::kWord || pieces[at].id != capital_word_) return false;
    const Piece& next = pieces[at + 1];
    if (next.kind != PieceKind::kNationality) return false;
    const std::uint32_t capital = data_.knowledge.entity(next.id).capital;
    const std::size_t after = at + 2 < pieces.size() && is_comma(pieces[at + 2]) ? at + 3 : at + 2;
    if (capital == 0 || (after < pieces.size() && pieces[after].kind == PieceKind::kPlace)) return false;
    Unit unit;
    unit.symbol = symbol::kCapital;
    unit.tokens = {pieces[at].tokens.begin, next.tokens.end};
    unit.span = {pieces[at].span.begin, next.span.end};
    unit.clitics = pieces[at].clitics;
    unit.index = capital;
    add_mention(analysis_.entities[entity_index(analysis_, data_.knowledge, capital)], unit.span,
                MentionForm::kReference);
    add(unit, tagged);
    at += 2;
    return true;
  }

  static bool is_comma(const Piece& piece) {
    return piece.kind == PieceKind::kPunctuation && punctuation_symbol(piece.id) == symbol::kComma;
  }

  static char punctuation_symbol(char32_t c) {
    if (c == ',' || c == 0x60C || c == 0x61B) return symbol::kComma;
    if (c == '(' || c == '[') return symbol::kOpen;
    if (c == ')' || c == ']') return symbol::kClose;
    if (c == ':') return symbol::kColon;
    if (c == '-' || c == 0x2013 || c == 0x2014) return symbol::kDash;
    const bool quote =
        c == '"' || c == '#' || c == '_' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
    return quote ? symbol::kQuote : symbol::kOther;
  }

  char symbol_of(const Piece& piece) const {
    switch (piece.kind) {
      case PieceKind::kPunctuation: return punctuation_symbol(piece.id);
      case PieceKind::kNumber: return symbol::kNumber;
      case PieceKind::kWord: return symbols_.of_class(piece.id);
      case PieceKind::kTime: return symbol::kTime;
      case PieceKind::kOrganization: return symbol::kOrganization;
      case PieceKind::kAgreement: return symbol::kAgreement;
      case PieceKind::kNationality: return symbol::kNationality;
      case PieceKind::kPlace: {
        const KnownEntity& place = data_.knowledge.entity(piece.id);
        if (place.kind == "country") return symbol::kCountry;
        return data_.knowledge.is_capital(piece.id) ? symbol::kCapital : symbol::kPlace;
      }
      case PieceKind::kUnknown: return analysis_.doc.word(piece.tokens.begin) == kWaw ? symbol::kAnd : symbol::kUnknown;
      default: return symbol::kUnknown;
    }
  }

  void add_piece(const Piece& piece, TaggedSentence& tagged) {
    if (piece.kind == PieceKind::kPunctuation && punctuation_symbol(piece.id) == symbol::kQuote)
      return;  // quotes are air to rules
    Unit unit;
    unit.symbol = symbol_of(piece);
    unit.tokens = piece.tokens;
    unit.span = piece.span;
    unit.clitics = piece.clitics;
    unit.flags = piece.flags;
    unit.index = piece.id;
    add(unit, tagged);
  }

  Analysis& analysis_;
  const EventData& data_;
  const Symbols& symbols_;
  const ActorWords words_;
  OfficeResolver resolver_;
  std::uint32_t capital_word_ = 0;
};

}  // namespace

void find_actors(Analysis& analysis, const EventData& data, const Symbols& symbols) {
  Tagger(analysis, data, symbols).run();
}

}  // namespace mahdar
