// Time zones by name.
#ifndef MAHDAR_TEXT_TIME_ZONE_H_
#define MAHDAR_TEXT_TIME_ZONE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "mahdar/mahdar.h"

namespace mahdar {

// Minutes east of Greenwich of a zone ("Asia/Riyadh", "+03:00") at a moment, in seconds since 1970; nothing where no
// zone has that name.
MAHDAR_EXPORT std::optional<int> minutes_from_utc(const std::string& zone, std::int64_t moment);

}  // namespace mahdar

#endif  // MAHDAR_TEXT_TIME_ZONE_H_
