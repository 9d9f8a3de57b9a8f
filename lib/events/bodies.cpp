#include "events/bodies.h"

namespace mahdar {
namespace {

// Mentions of one sentence's bodies, those made by pattern and those inside offices.
class Bodies {
 public:
  Bodies(Analysis& analysis, const EventData& data, const std::vector<Piece>& pieces)
      : analysis_(analysis), data_(data), pieces_(pieces) {}

  void run() {
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      const Piece& piece = pieces_[at];
      if (piece.kind == PieceKind::kBody) {
        mention(body_at(data_.knowledge, pieces_, at), {piece.span.begin, end_of_body(at)});
      } else if (piece.kind == PieceKind::kOffice && piece.tokens.size() > 2) {
        look_inside(at);
      }
    }
  }

 private:
  std::uint32_t end_of_body(std::size_t at) const {
    return at + 1 < pieces_.size() ? pieces_[at + 1].span.end : pieces_[at].span.end;
  }

  void mention(std::uint32_t body, Span span) {
    if (body == 0 || !data_.knowledge.is_named_body(body)) return;
    add_mention(analysis_.entities[entity_index(analysis_, data_.knowledge, body)], span, MentionForm::kName);
  }

  // "The spokesman of the foreign ministry" of the country that follows, "the secretary-general of NATO".
  void look_inside(std::size_t at) {
    const Piece& office = pieces_[at];
    const bool spokesman = data_.knowledge.office_kind(office.id).id.ends_with("spokesperson");
    for (const LexiconMatch& match : data_.lexicon.find(analysis_.doc, {office.tokens.begin + 1, office.tokens.end}))
      for (const LexiconEntry& entry : data_.lexicon.entries(match)) {
        if (entry.kind == kEntityName && (entry.flags & kNeedsContext) == 0 &&
            data_.knowledge.entity(entry.id).type == EntityType::kOrganization)
          return mention(entry.id, match.span);
        if (entry.kind != kBodyHead || (!spokesman && match.tokens.size() < 2)) continue;
        std::vector<Piece> phrase(2);
        if (at + 1 < pieces_.size()) phrase[1] = pieces_[at + 1];
        phrase[0].kind = PieceKind::kBody;
        phrase[0].id = entry.id;
        phrase[0].flags = entry.flags;
        return mention(body_at(data_.knowledge, phrase, 0), {match.span.begin, end_of_body(at)});
      }
  }

  Analysis& analysis_;
  const EventData& data_;
  const std::vector<Piece>& pieces_;
};

}  // namespace

std::uint32_t body_at(const Knowledge& knowledge, const std::vector<Piece>& pieces, std::size_t at) {
  const Piece& head = pieces[at];
  if (head.kind != PieceKind::kBody || at + 1 >= pieces.size()) return 0;
  const Piece& next = pieces[at + 1];
  const bool country = next.kind == PieceKind::kPlace && knowledge.entity(next.id).kind == "country";
  const bool construct = (head.flags & kConstruct) != 0;
  const bool fits =
      next.kind == PieceKind::kNationality
          ? next.clitics == 0
          : country && (construct || (next.flags & kDefinite) != 0 ? next.clitics == 0 : (next.clitics & kLi) != 0);
  return fits ? knowledge.body(head.id, next.id) : 0;
}

void mention_bodies(Analysis& analysis, const EventData& data, const std::vector<Piece>& pieces) {
  Bodies(analysis, data, pieces).run();
}

}  // namespace mahdar
