// Who met whom, as a drawing.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "report_parts.h"

namespace extract_events {
namespace {

constexpr double kWidth = 640, kNode = 26, kTurn = 6.283185307179586;
constexpr std::size_t kMostParties = 24;  // more would not be legible
constexpr std::size_t kMostPairs = 4;     // an event of more parties is drawn as a star

struct Point {
  double x, y;
};

// A line from one party to another, for one event.
struct Line {
  std::size_t from, to, event;
};

class Network {
 public:
  explicit Network(const mahdar::Record& record) : record_(record) {
    for (std::size_t i = 0; i < record.events.size(); ++i) add(i);
  }

  std::string draw() {
    if (lines_.empty()) return {};
    place();
    std::string out =
        fmt::format("<svg class=\"network\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Who met whom\">",
                    kWidth, height_);
    std::string badges;
    for (const Line& line : lines_) draw(line, out, badges);
    for (std::size_t i = 0; i < parties_.size(); ++i) draw(parties_[i], places_[i], out);
    return out + badges + "</svg>";
  }

 private:
  void add(std::size_t event) {
    std::vector<std::size_t> members;
    for (const mahdar::Participant& participant : record_.events[event].participants) {
      const std::size_t member = number_of(party_of(record_, participant));
      if (member < kMostParties && std::find(members.begin(), members.end(), member) == members.end())
        members.push_back(member);
    }
    const bool star = members.size() > kMostPairs;
    for (std::size_t a = 0; a < (star ? 1 : members.size()); ++a)
      for (std::size_t b = a + 1; b < members.size(); ++b)
        lines_.push_back({std::min(members[a], members[b]), std::max(members[a], members[b]), event});
  }

  std::size_t number_of(Party party) {
    const auto [at, is_new] = numbers_.emplace(party.key, parties_.size());
    if (is_new && parties_.size() < kMostParties) parties_.push_back(std::move(party));
    return is_new && at->second >= kMostParties ? kMostParties : at->second;
  }

  // Two side by side, more on an ellipse, with one that meets most of the others in the middle.
  void place() {
    const std::size_t count = parties_.size();
    if (count <= 2) {
      height_ = 130;
      places_ = {{kWidth * 0.78, 50}, {kWidth * 0.22, 50}};
      return;
    }
    height_ = std::min(230.0 + 34.0 * double(count), 720.0);
    const std::size_t centre = hub();
    const double wide = kWidth / 2 - 95, high = height_ / 2 - 60;
    const std::size_t around = centre < count ? count - 1 : count;
    for (std::size_t i = 0, nth = 0; i < count; ++i) {
      const double angle = kTurn * (double(nth) / double(around) - 0.25);
      if (i == centre)
        places_.push_back({kWidth / 2, height_ / 2 - 12});
      else
        places_.push_back({kWidth / 2 - wide * std::cos(angle), height_ / 2 - 12 + high * std::sin(angle)});
      nth += i != centre;
    }
  }

  // Of at least four parties, the one that most lines lead to; else none.
  std::size_t hub() const {
    std::vector<std::size_t> lines(parties_.size());
    for (const Line& line : lines_) ++lines[line.from], ++lines[line.to];
    const auto most = std::max_element(lines.begin(), lines.end());
    return lines.size() >= 4 && *most * 2 > lines_.size() && *most >= 3 ? std::size_t(most - lines.begin())
                                                                        : kMostParties;
  }

  // Several lines between the same two are bent apart.
  void draw(const Line& line, std::string& out, std::string& badges) {
    const Point a = places_[line.from], b = places_[line.to];
    const int nth = drawn_[{line.from, line.to}]++;
    const double bend = (nth + 1) / 2 * 34.0 * (nth % 2 == 0 ? 1 : -1);
    const double length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1.0);
    const Point control{(a.x + b.x) / 2 - (b.y - a.y) / length * bend * 2,
                        (a.y + b.y) / 2 + (b.x - a.x) / length * bend * 2};
    const Point middle{(a.x + b.x) / 4 + control.x / 2, (a.y + b.y) / 4 + control.y / 2};
    const std::string classes = event_classes(record_.events[line.event], line.event);
    out += fmt::format("<path class=\"line {}\" d=\"M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}\"/>", classes, a.x, a.y,
                       control.x, control.y, b.x, b.y);
    badges += fmt::format(
        "<g class=\"badge {}\"><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"22\" height=\"22\" rx=\"11\"/>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>",
        classes, middle.x - 11, middle.y - 11, middle.x, middle.y + 5, line.event + 1);
  }

  static void draw(const Party& party, const Point& at, std::string& out) {
    out += fmt::format(
        "<g class=\"party\"><circle cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"{2}\"/><text class=\"country\" x=\"{0:.1f}\" "
        "y=\"{3:.1f}\">{4}</text><text class=\"name\" x=\"{0:.1f}\" y=\"{5:.1f}\">{6}</text></g>",
        at.x, at.y, kNode, at.y + 5, escape(party.country), at.y + kNode + 20, escape(party.name));
  }

  const mahdar::Record& record_;
  std::vector<Party> parties_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<Line> lines_;
  std::vector<Point> places_;
  std::map<std::pair<std::size_t, std::size_t>, int> drawn_;
  double height_ = 0;
};

}  // namespace

std::string network(const mahdar::Record& record) { return Network(record).draw(); }

}  // namespace extract_events
