// Parts of a day.
#ifndef MAHDAR_TIME_DAYPART_H_
#define MAHDAR_TIME_DAYPART_H_

#include <cstdint>

namespace mahdar {

enum class Daypart : std::uint8_t { kNone, kMorning, kAfternoon, kEvening, kNight };

}  // namespace mahdar

#endif  // MAHDAR_TIME_DAYPART_H_
