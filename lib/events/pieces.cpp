#include "events/pieces.h"

#include <algorithm>
#include <map>
#include <set>

#include "events/bodies.h"
#include "events/name_context.h"

#include "rules/symbols.h"

namespace mahdar {
namespace {

// Turns matches into pieces, sentence by sentence, remembering whom the article has named.
class Linker {
 public:
  Linker(Analysis& analysis, const EventData& data)
      : analysis_(analysis), data_(data), context_(analysis.doc, data), day_(day_number(analysis.day.day)) {
    media_ = data.words.find("MEDIA"), city_ = data.words.find("CITYW"), capital_ = data.words.find("CAPITALW");
    in_ = data.words.find("IN"), to_ = data.words.find("TO"), from_ = data.words.find("FROM");
    title_ = data.words.find("TITLE"), country_ = data.words.find("COUNTRYW");
  }

  void run() {
    for (const Sentence& sentence : analysis_.doc.sentences)
      if (!sentence.boilerplate) data_.lexicon.find(analysis_.doc, sentence.tokens, matches_);
    count_countries();
    see_title();
    std::uint32_t time = 0;
    for (const Sentence& sentence : analysis_.doc.sentences) {
      analysis_.pieces.emplace_back();
      while (time < analysis_.times.size() && analysis_.times[time].tokens.begin < sentence.tokens.begin) ++time;
      if (sentence.boilerplate) continue;
      link_sentence(sentence.tokens, time);
      mention_bodies(analysis_, data_, pieces());
    }
  }

 private:
  // How often each country is meant, by name or nationality, to choose between places of one name.
  void count_countries() {
    for (const LexiconMatch& match : matches_) {
      const LexiconEntries entries = data_.lexicon.entries(match);
      if (entries.size() != 1) continue;
      if (entries[0].kind == kNationality || entries[0].kind == kEntityName)
        ++country_count_[data_.knowledge.entity(entries[0].id).country];
    }
  }

  void see_title() {
    const Document& title = analysis_.title;
    for (const LexiconMatch& match : data_.lexicon.find(title, {0, std::uint32_t(title.tokens.size())}))
      for (const LexiconEntry& entry : data_.lexicon.entries(match)) see_in_title(entry);
  }

  void see_in_title(const LexiconEntry& entry) {
    if (entry.kind == kPersonName) seen_.insert(entry.id);
    if (entry.kind == kPersonName || entry.kind == kPersonAlone) analysis_.title_people.insert(entry.id);
    if (entry.kind == kNationality || entry.kind == kEntityName)
      analysis_.title_countries.insert(data_.knowledge.entity(entry.id).country);
    if (entry.kind == kWordClass) analysis_.title_words.insert(Symbols::of_class(entry.id));
  }

  void link_sentence(TokenRange range, std::uint32_t time) {
    pieces().reserve(range.size());
    for (std::uint32_t at = range.begin; at < range.end;) {
      while (next_ < matches_.size() && matches_[next_].tokens.begin < at) ++next_;
      while (time < analysis_.times.size() && analysis_.times[time].tokens.begin < at) ++time;
      const bool is_time = time < analysis_.times.size() && analysis_.times[time].tokens.begin == at;
      const bool is_match = next_ < matches_.size() && matches_[next_].tokens.begin == at;
      Piece piece;
      if (is_time && !(is_match && beats_time(matches_[next_], analysis_.times[time]))) {
        piece.kind = PieceKind::kTime;
        piece.tokens = analysis_.times[time].tokens;
        piece.span = analysis_.times[time].span;
        piece.id = time;
      } else if (!is_match || !link(matches_[next_], piece)) {
        piece = plain(at);
      }
      at = piece.tokens.end;
      pieces().push_back(std::move(piece));
    }
  }

  std::vector<Piece>& pieces() { return analysis_.pieces.back(); }

  Piece plain(std::uint32_t at) const {
    const Token& token = analysis_.doc.tokens[at];
    Piece piece;
    piece.tokens = {at, at + 1};
    piece.span = token.span;
    piece.kind = token.kind == TokenKind::kPunctuation ? PieceKind::kPunctuation
                 : token.kind == TokenKind::kNumber    ? PieceKind::kNumber
                                                       : PieceKind::kUnknown;
    piece.id = token.punctuation;
    return piece;
  }

  bool beats_time(const LexiconMatch& match, const TimeMention& time) const {
    const LexiconEntries entries = data_.lexicon.entries(match);
    const bool name = std::any_of(entries.begin(), entries.end(), [](const LexiconEntry& e) {
      return e.kind == kPersonName || e.kind == kEntityName || e.kind == kPersonAlone;
    });
    return name && match.tokens.size() > time.tokens.size();
  }

  bool preceded_by(std::initializer_list<int> classes) {
    if (pieces().empty() || pieces().back().kind != PieceKind::kWord) return false;
    return std::any_of(classes.begin(), classes.end(), [&](int c) { return c == int(pieces().back().id); });
  }

  static bool has_person(LexiconEntries entries) {
    return std::any_of(entries.begin(), entries.end(), [](const LexiconEntry& e) {
      return e.kind == kPersonName || e.kind == kPersonAlone || e.kind == kPersonBack;
    });
  }

  bool link(const LexiconMatch& match, Piece& piece) {
    piece.tokens = match.tokens;
    piece.span = match.span;
    piece.clitics = match.clitics;
    const LexiconEntries entries = data_.lexicon.entries(match);
    const bool namesake =
        (has_person(entries) || context_.is_title(match.tokens)) && context_.is_namesake(match.tokens);
    if (!namesake && link_person(entries, piece)) return true;
    if (namesake && context_.is_title(match.tokens)) return false;
    if (context_.follows_feminine_noun(match.tokens) && piece.clitics == 0 && link_nationality(entries, piece))
      return true;
    return link_office(entries, piece) || link_place_or_body(entries, piece) || link_nationality(entries, piece) ||
           link_word(entries, piece) || link_back(entries, piece);
  }

  bool name_piece(Piece& piece, PieceKind kind, std::uint32_t entity, bool full) {
    piece.kind = kind;
    piece.id = entity;
    piece.full_name = full;
    if (kind == PieceKind::kPerson) seen_.insert(entity);
    const std::uint32_t index = entity_index(analysis_, data_.knowledge, entity);
    add_mention(analysis_.entities[index], piece.span, MentionForm::kName);
    return true;
  }

  // Of people with one name: one named before, else one in office on the day.
  std::optional<std::uint32_t> choose_person(const std::vector<std::uint32_t>& people) const {
    if (people.size() == 1) return people[0];
    for (const std::uint32_t person : people)
      if (seen_.count(person)) return person;
    std::optional<std::uint32_t> chosen;
    for (const std::uint32_t person : people) {
      if (data_.knowledge.tenures_of(person, day_).empty()) continue;
      if (chosen) return {};
      chosen = person;
    }
    return chosen;
  }

  static std::vector<std::uint32_t> ids(LexiconEntries entries, NameKind kind) {
    std::vector<std::uint32_t> found;
    for (const LexiconEntry& entry : entries)
      if (entry.kind == kind) found.push_back(entry.id);
    return found;
  }

  // Leaves out whom the words beside the name exclude.
  void drop_others(std::vector<std::uint32_t>& people, const Piece& piece, bool full) {
    const TokenRange name = piece.tokens;
    const bool joined = piece.clitics == 0 && !pieces().empty() && pieces().back().kind == PieceKind::kUnknown;
    if (!full && !joined) return;
    const auto excluded = [&](std::uint32_t p) {
      const KnownEntity& person = data_.knowledge.entity(p);
      return full ? context_.has_longer_filiation(name, person) : context_.has_other_given_name(name, person);
    };
    people.erase(std::remove_if(people.begin(), people.end(), excluded), people.end());
  }

  bool link_person(LexiconEntries entries, Piece& piece) {
    auto people = ids(entries, kPersonName);
    const bool full = !people.empty();
    if (!full) people = ids(entries, kPersonAlone);
    if (people.empty()) return false;
    const bool told = std::any_of(people.begin(), people.end(), [&](std::uint32_t p) { return seen_.count(p) != 0; });
    if (!full && !told) {  // someone of that surname whom the article has named in full goes first
      for (const LexiconEntry& entry : entries)
        if (entry.kind == kPersonBack && seen_.count(entry.id)) people.insert(people.begin(), entry.id);
    }
    drop_others(people, piece, full);
    if (people.empty()) return false;
    const auto person = choose_person(people);
    if (!person && full) return name_piece(piece, PieceKind::kPerson, people[0], true);
    return person && name_piece(piece, PieceKind::kPerson, *person, full);
  }

  bool link_back(LexiconEntries entries, Piece& piece) {
    std::vector<std::uint32_t> people = ids(entries, kPersonBack);
    people.erase(std::remove_if(people.begin(), people.end(), [&](std::uint32_t p) { return seen_.count(p) == 0; }),
                 people.end());
    if (people.empty() || context_.is_namesake(piece.tokens)) return false;
    drop_others(people, piece, false);
    return people.size() == 1 && (piece.clitics & kKa) == 0 && name_piece(piece, PieceKind::kPerson, people[0], false);
  }

  bool link_named_office(LexiconEntries entries, Piece& piece) {
    for (const LexiconEntry& entry : entries) {
      if (entry.kind != kNamedOffice) continue;
      const NamedOffice& office = data_.knowledge.named_office(entry.id);
      piece.kind = PieceKind::kOffice;
      piece.id = office.kind;
      piece.of = office.of;
      piece.flags = kDefinite;
      piece.others = entries;
      return true;
    }
    return false;
  }

  bool link_office(LexiconEntries entries, Piece& piece) {
    if (link_named_office(entries, piece)) return true;
    const auto head =
        std::find_if(entries.begin(), entries.end(), [](const LexiconEntry& e) { return e.kind == kOfficeHead; });
    if (head == entries.end()) {
      const auto body =
          std::find_if(entries.begin(), entries.end(), [](const LexiconEntry& e) { return e.kind == kBodyHead; });
      if (body == entries.end()) return false;
      piece.kind = PieceKind::kBody;
      piece.id = body->id;
      piece.flags = body->flags;
      return true;
    }
    piece.kind = PieceKind::kOffice;
    piece.id = head->id;
    piece.flags = head->flags;
    piece.others = entries;
    return true;
  }

  bool context_allows(const LexiconEntry& entry, TokenRange tokens) {
    if ((entry.flags & kNeedsContext) == 0) return true;
    return data_.knowledge.entity(entry.id).type == EntityType::kPlace
               ? preceded_by({in_, to_, from_, city_, capital_})
               : preceded_by({media_}) || context_.is_told_to(tokens);
  }

  // Of places or bodies with one name: that of the country most spoken of; the country itself, unless a city word
  // stands before.
  bool link_place_or_body(LexiconEntries entries, Piece& piece) {
    const KnownEntity* best = nullptr;
    std::uint32_t id = 0;
    const bool city = preceded_by({city_, capital_}), media = preceded_by({media_}) || context_.is_quoted(piece.tokens),
               in = (piece.clitics & kBi) != 0 || preceded_by({in_, city_});
    const auto rank = [&](const KnownEntity& e) {
      const auto count = country_count_.find(e.country);
      const int spoken = count == country_count_.end() ? 0 : count->second;
      const bool house = e.type == EntityType::kPlace && (e.kind == "palace" || e.kind == "building");
      const bool fits = e.kind == "country" ? !city : house ? in : media == (e.kind == "media");
      return 2 * spoken + (fits ? 1000 : 0) + (fits && house ? 1 : 0) + (e.kind == "country" && !city ? 1 : 0);
    };
    for (const LexiconEntry& entry : entries) {
      if (entry.kind != kEntityName || !context_allows(entry, piece.tokens)) continue;
      const KnownEntity& entity = data_.knowledge.entity(entry.id);
      if (best == nullptr || rank(entity) > rank(*best)) best = &entity, id = entry.id;
    }
    if (best == nullptr) return false;
    const PieceKind kind = best->type == EntityType::kPlace          ? PieceKind::kPlace
                           : best->type == EntityType::kOrganization ? PieceKind::kOrganization
                                                                     : PieceKind::kAgreement;
    const bool adjective = std::any_of(entries.begin(), entries.end(), [](const LexiconEntry& e) {
      return e.kind == kNationality && (e.flags & kDefinite) != 0;
    });
    if (adjective) piece.flags = kDefinite;
    return name_piece(piece, kind, id, true);
  }

  bool link_nationality(LexiconEntries entries, Piece& piece) {
    for (const LexiconEntry& entry : entries) {
      if (entry.kind != kNationality) continue;
      piece.kind = PieceKind::kNationality;
      piece.id = entry.id;
      piece.flags = entry.flags;
      return true;
    }
    return false;
  }

  bool link_word(LexiconEntries entries, Piece& piece) {
    const LexiconEntry* best = nullptr;
    for (const LexiconEntry& entry : entries)
      if (entry.kind == kWordClass && best == nullptr) best = &entry;
    if (best == nullptr) return false;
    piece.kind = PieceKind::kWord;
    piece.id = best->id;
    piece.flags = best->flags;
    piece.others = entries;
    return true;
  }

  Analysis& analysis_;
  const EventData& data_;
  NameContext context_;
  std::optional<DayNumber> day_;
  std::vector<LexiconMatch> matches_;  // of all sentences but boilerplate
  std::size_t next_ = 0;               // of matches_
  std::map<std::string, int> country_count_;
  std::set<std::uint32_t> seen_;
  int media_, city_, capital_, in_, to_, from_, title_, country_;
};

}  // namespace

void link_names(Analysis& analysis, const EventData& data) { Linker(analysis, data).run(); }

}  // namespace mahdar
