// Why words match a list, or do not.
#ifndef MAHDAR_GAZETTEER_EXPLAIN_H_
#define MAHDAR_GAZETTEER_EXPLAIN_H_

#include <string>
#include <string_view>

#include "compiled_data.h"

namespace mahdar_gazetteer {

// For people: how the text is read, what is found in it, and where the trail of each phrase that is not found ends.
std::string explain(std::string_view text, const mahdar::CompiledData& data);

}  // namespace mahdar_gazetteer

#endif  // MAHDAR_GAZETTEER_EXPLAIN_H_
