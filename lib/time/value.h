// TIMEX3 values with their days.
#ifndef MAHDAR_TIME_VALUE_H_
#define MAHDAR_TIME_VALUE_H_

#include "time/calendar.h"
#include "time/times.h"
#include "time/words.h"

namespace mahdar {

void set_day(TimeMention& t, Day day);
void set_week(TimeMention& t, Day monday);
void set_weekend(TimeMention& t, Day monday);
void set_month(TimeMention& t, int year, int month);
void set_year(TimeMention& t, int year);
void set_decade(TimeMention& t, int decade);    // 198 is 1980-1989
void set_century(TimeMention& t, int century);  // 19 is 1900-1999
void set_quarter(TimeMention& t, int year, int quarter);
void set_half(TimeMention& t, int year, int half);
void set_season(TimeMention& t, int year, int season);
void set_months(TimeMention& t, int year, int first, int last);
void set_days(TimeMention& t, Day first, Day last);  // "A/B"
void set_years(TimeMention& t, int first, int last);
// A value of which no day is known.
void set_unresolved(TimeMention& t, std::string timex, Grain grain);

// "P2Y", "PT48H"; "PXD" where the count is 0.
std::string duration(Unit unit, int count);
std::string_view daypart_code(Daypart daypart);  // "EV"

// How a year stands to the one it is counted from: last year is -1.
int steps(Direction direction);

}  // namespace mahdar

#endif  // MAHDAR_TIME_VALUE_H_
