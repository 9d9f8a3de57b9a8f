#include "io/stamp.h"

#include <fmt/format.h>

#include <chrono>

#include "text/time_zone.h"

namespace mahdar {
namespace {

using std::chrono::days;
using std::chrono::seconds;
constexpr std::int64_t kEarliest = 631152000, kLatest = 4102444800;  // 1990, 2100

// Figures at a place of the text, exactly `size` of them; -1 where it has none.
int figures(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, size)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// What follows the time of day in "2021-10-07T22:30:05.123Z"; nothing where the stamp is of another form.
std::optional<std::string_view> zone_part(std::string_view stamp) {
  const bool formed = figures(stamp, 0, 4) > 0 && figures(stamp, 5, 2) > 0 && figures(stamp, 8, 2) > 0 &&
                      figures(stamp, 11, 2) >= 0 && figures(stamp, 14, 2) >= 0 && stamp[4] == '-' && stamp[7] == '-' &&
                      stamp[13] == ':';
  if (!formed) return std::nullopt;
  const std::size_t end = stamp.find_first_not_of("0123456789:.,", 16);
  return end == std::string_view::npos ? std::string_view() : stamp.substr(end);
}

bool is_utc(std::string_view zone) {
  return zone == "Z" || zone == "z" || zone == "+00:00" || zone == "+0000" || zone == " UTC" || zone == " GMT" ||
         zone == " +0000" || zone == "-00:00";
}

std::string iso_day(std::int64_t moment) {
  const std::chrono::year_month_day day(std::chrono::floor<days>(std::chrono::sys_time<seconds>(seconds(moment))));
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

}  // namespace

std::string offset_of_stamp(std::string_view stamp) {
  std::string_view zone = zone_part(stamp).value_or("");
  if (zone.empty() || is_utc(zone)) return {};
  if (zone[0] == ' ') zone.remove_prefix(1);
  const std::size_t minutes = zone.size() == 5 ? 3 : 4;  // "+0300", "+03:00"
  const bool formed = (zone.size() == 5 || (zone.size() == 6 && zone[3] == ':')) &&
                      (zone[0] == '+' || zone[0] == '-') && figures(zone, 1, 2) >= 0 && figures(zone, minutes, 2) >= 0;
  return formed ? fmt::format("{}:{}", zone.substr(0, 3), zone.substr(minutes, 2)) : std::string();
}

std::string local_day(const std::string& stamp, const std::string& zone) {
  const auto part = zone.empty() ? std::nullopt : zone_part(stamp);
  if (!part || !is_utc(*part)) return stamp;
  const std::chrono::year_month_day day(std::chrono::year(figures(stamp, 0, 4)),
                                        std::chrono::month(unsigned(figures(stamp, 5, 2))),
                                        std::chrono::day(unsigned(figures(stamp, 8, 2))));
  if (!day.ok()) return stamp;
  const std::int64_t moment = std::chrono::sys_days(day).time_since_epoch().count() * std::int64_t(86400) +
                              figures(stamp, 11, 2) * 3600 + figures(stamp, 14, 2) * 60;
  return iso_day(moment + minutes_from_utc(zone, moment).value_or(0) * 60);
}

std::optional<std::string> day_of_moment(std::int64_t moment, const std::string& zone) {
  if (moment >= kEarliest * 1000) moment /= 1000;
  if (moment < kEarliest || moment >= kLatest) return std::nullopt;
  return iso_day(moment + (zone.empty() ? 0 : minutes_from_utc(zone, moment).value_or(0) * 60));
}

}  // namespace mahdar
