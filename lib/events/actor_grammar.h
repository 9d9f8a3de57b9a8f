// The grammar of one actor over the pieces of a sentence.
#ifndef MAHDAR_EVENTS_ACTOR_GRAMMAR_H_
#define MAHDAR_EVENTS_ACTOR_GRAMMAR_H_

#include <optional>
#include <string>
#include <unordered_set>

#include "events/offices.h"

namespace mahdar {

// Word classes that the grammar asks for, found once.
struct ActorWords {
  explicit ActorWords(const WordClasses& words);
  int title, ex, acting, deputy, spokes, counterpart, delegation, both, three, country, each, from, of_them, to, in,
      between, media, post, honour, adjective, capital, city, headed, on, namesake, majesty, latter;
};

// Reads actors from the pieces of one sentence. Lives for that sentence.
class ActorGrammar {
 public:
  ActorGrammar(Analysis& analysis, const EventData& data, const ActorWords& words, OfficeResolver& resolver,
               const std::vector<Piece>& pieces)
      : analysis_(analysis), data_(data), words_(words), resolver_(resolver), pieces_(pieces) {}

  // The actor that begins at piece `at`; moves `at` past it. Nothing if none begins there.
  std::optional<Actor> read(std::size_t& at);

 private:
  struct Office {
    std::uint32_t kind = 0;
    std::uint32_t of = 0;
    bool former = false;
    std::size_t end = 0;  // the piece after it
  };
  struct Name {
    std::uint32_t known = 0;
    std::string folded, native;  // of an unknown person
    Span span;
    std::size_t end = 0;
  };
  // What stands between the first word of an office or post and the name or the end of it.
  struct Phrase {
    std::uint32_t of = 0;  // the country or body that it names
    std::optional<Name> name;
    std::size_t end = 0;
  };

  // actor_grammar.cpp: pieces, and what all constructions share
  bool is_word(std::size_t at, int word_class) const;
  bool may_be_word(std::size_t at, int word_class) const;
  bool is_kind(std::size_t at, PieceKind kind) const { return at < pieces_.size() && pieces_[at].kind == kind; }
  bool is_punctuation(std::size_t at, std::u32string_view any) const;
  bool is_body(std::size_t at) const;
  bool is_nationality(std::size_t at, bool joined = false) const;
  std::size_t skip_titles(std::size_t at) const;
  std::size_t skip_quotes(std::size_t at) const;
  std::size_t skip_brief(std::size_t at) const;
  std::string_view word(std::size_t at) const { return analysis_.doc.word(pieces_[at].tokens.begin); }
  Side side_of(const std::optional<Office>& office, const std::optional<Name>& name, Span span);
  Actor finish(ActorKind kind, std::size_t from, std::size_t to, std::vector<Side> sides);
  Span span_of(std::size_t from, std::size_t to) const { return {pieces_[from].span.begin, pieces_[to - 1].span.end}; }
  void mention(const Side& side, Span span, MentionForm form);

  // actor_names.cpp
  std::optional<Name> read_name(std::size_t at, bool unknown_too) const;
  std::optional<Name> read_known_surname(std::size_t at) const;
  std::optional<Name> read_unknown_name(std::size_t at) const;
  bool is_namesake(std::size_t at) const;
  std::optional<Actor> read_namesake(std::size_t& at);
  std::size_t words_to_boundary(std::size_t at, std::size_t most) const;
  bool has_clitic(std::string_view word) const;
  bool can_be_father(const Piece& piece) const;
  bool can_be_name_word(const Piece& piece, bool first) const;
  std::optional<Actor> read_named_actor(std::size_t& at);
  std::size_t skip_apposition(std::size_t at, const Name& name, std::optional<Office>& office) const;
  bool is_his(const Office& office, const Name& name, const Name& other) const;
  bool is_apposition(const Office& office, const Name& name, bool parted) const;

  // actor_offices.cpp
  std::optional<Office> read_office(std::size_t at) const;
  std::uint32_t read_of(std::size_t& at, bool construct) const;
  bool may_hold(const Office& office, const Name& name) const;
  std::optional<Actor> read_office_actor(std::size_t& at);
  std::optional<Actor> read_plural_office(std::size_t& at);
  std::optional<Actor> read_named_offices(std::size_t& at);

  // actor_posts.cpp
  bool is_post(std::size_t at) const;
  bool goes_on(std::size_t at, std::size_t head, const Phrase& phrase) const;
  Phrase read_phrase(std::size_t head, std::size_t from, std::uint32_t of) const;
  std::optional<Actor> read_post(std::size_t& at);

  // actor_references.cpp
  std::optional<Actor> read_pair(std::size_t& at);
  std::optional<Actor> read_latter(std::size_t& at);
  std::optional<Actor> read_honoured(std::size_t& at);
  std::optional<Actor> read_counterpart(std::size_t& at);
  std::optional<Actor> read_joined(std::size_t& at);
  std::optional<Actor> read_delegation(std::size_t& at);
  std::optional<Actor> read_spokesman(std::size_t& at);

  Analysis& analysis_;
  const EventData& data_;
  const ActorWords& words_;
  OfficeResolver& resolver_;
  const std::vector<Piece>& pieces_;
  std::size_t last_end_ = 0;  // the piece after the actor read last
};

}  // namespace mahdar

#endif  // MAHDAR_EVENTS_ACTOR_GRAMMAR_H_
