#include "text/time_zone.h"

#include <unicode/timezone.h>

#include <memory>

namespace mahdar {

std::optional<int> minutes_from_utc(const std::string& zone, std::int64_t moment) {
  const bool is_offset = !zone.empty() && (zone[0] == '+' || zone[0] == '-');
  const icu::UnicodeString name = icu::UnicodeString::fromUTF8(is_offset ? "GMT" + zone : zone);
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(name));
  if (!found || *found == icu::TimeZone::getUnknown()) return std::nullopt;
  std::int32_t raw = 0, summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  found->getOffset(double(moment) * 1000, false, raw, summer, status);
  return U_SUCCESS(status) ? std::optional((raw + summer) / 60000) : std::nullopt;
}

}  // namespace mahdar
