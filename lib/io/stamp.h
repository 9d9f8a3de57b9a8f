// Moments of publication as days where the article was published.
#ifndef MAHDAR_IO_STAMP_H_
#define MAHDAR_IO_STAMP_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

// The offset from UTC that an ISO 8601 stamp ends in ("+03:00"); empty where it has none, or says UTC.
std::string offset_of_stamp(std::string_view stamp);

// The stamp itself, unless it is an ISO 8601 moment in UTC and the publisher's zone is known: then the day there.
std::string local_day(const std::string& stamp, const std::string& zone);

// The day of a moment in seconds or milliseconds since 1970; nothing where it lies outside 1990 to 2100.
std::optional<std::string> day_of_moment(std::int64_t moment, const std::string& zone);

}  // namespace mahdar

#endif  // MAHDAR_IO_STAMP_H_
