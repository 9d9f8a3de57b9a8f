// Tables laid over the built-in ones.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "gazetteer/table.h"
#include "time_support.h"

namespace mahdar::test {
namespace {

std::string with_table(const std::string& path, const std::string& content) {
  const auto directory = std::filesystem::path(testing::TempDir()) / "mahdar_overlay";
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories((directory / path).parent_path());
  std::ofstream(directory / path, std::ios::binary) << content;
  return directory.string();
}

// A row of a known first cell takes the place of the built-in one; a dash takes it away; the header stays, be it below
// comments.
TEST(Overlay, ReplacesAddsAndTakesAway) {
  const std::string path = "ar/dates/holidays.tsv";
  const Table& built_in = tables().get(path);
  const std::string first = built_in.cell(built_in.rows()[0], "names"),
                    second = built_in.cell(built_in.rows()[1], "names");
  const TableSet set = TableSet::load(with_table(path, "# comment\n# another\nnames\tcalendar\tmonth\tday\tdays\n" +
                                                           first + "\tgregorian\t1\t2\t3\n-" + second +
                                                           "\tgregorian\t1\t1\t1\nعيد جديد\tgregorian\t7\t7\t1\n"));
  const Table& laid = set.get(path);
  EXPECT_EQ(laid.rows().size(), built_in.rows().size());
  int found = 0;
  for (const Table::Row& row : laid.rows()) {
    const std::string& names = laid.cell(row, "names");
    EXPECT_NE(names, second);
    found +=
        (names == first && laid.cell(row, "day") == "2") || (names == "عيد جديد" && laid.cell(row, "month") == "7");
  }
  EXPECT_EQ(found, 2);
}

}  // namespace
}  // namespace mahdar::test
