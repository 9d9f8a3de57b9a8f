// Scores the grammar on real expressions with expected values (MAHDAR_DATES_FILE, JSON lines).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "time_support.h"

#ifndef MAHDAR_DATES_FILE
#define MAHDAR_DATES_FILE ""
#endif

namespace mahdar::test {
namespace {

struct Score {
  int right = 0;
  int all = 0;
};

// Whether a found span overlaps the expression with a value that is right; a "none" item wants no find.
bool is_right(const nlohmann::json& item) {
  const std::string text = item.at("text"), expression = item.at("expr");
  const auto times = find_times(text, item.at("reference"));
  if (item.at("expected").is_null()) return times.empty();
  std::vector<std::string> values = {item.at("expected")};
  if (item.contains("accept")) values.insert(values.end(), item.at("accept").begin(), item.at("accept").end());
  const std::size_t begin = text.find(expression), end = begin + expression.size();
  return std::any_of(times.begin(), times.end(), [&](const TimeMention& time) {
    const bool overlaps = time.span.begin < end && time.span.end > begin;
    return overlaps && time.timex && std::find(values.begin(), values.end(), *time.timex) != values.end();
  });
}

TEST(TimeDev, RealExpressions) {
  const std::string path = MAHDAR_DATES_FILE;
  if (path.empty()) GTEST_SKIP() << "MAHDAR_DATES_FILE is not set: real expressions are not scored";
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  const std::map<std::string, double> least = {{"ant", 0.97}, {"anth", 0.94}, {"hijri", 1.0}, {"none", 0.95}};
  std::map<std::string, Score> scores;
  for (std::string line; std::getline(file, line);) {
    const auto item = nlohmann::json::parse(line);
    const std::string id = item.at("id");
    Score& score = scores[id.substr(0, id.find('-'))];
    ++score.all;
    if (is_right(item))
      ++score.right;
    else
      std::cout << "wrong: " << id << " " << item.at("expr") << "\n";
  }
  for (const auto& [prefix, score] : scores) {
    const double share = double(score.right) / score.all;
    std::cout << prefix << ": " << score.right << " of " << score.all << " = " << share << "\n";
    if (least.count(prefix) != 0) {
      EXPECT_GE(share, least.at(prefix)) << prefix;
    }
  }
}

}  // namespace
}  // namespace mahdar::test
