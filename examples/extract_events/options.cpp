#include "options.h"

#include <CLI/CLI.hpp>
#include <map>

namespace extract_events {
namespace {

constexpr const char* kExamples = R"(Examples:
  extract_events article.txt                        one plain text, one line of JSON
  extract_events --format text articles/            a directory, for reading on a terminal
  extract_events --published 2021-10-07 article.txt the day that "yesterday" counts from
  extract_events - < articles.jsonl > records.jsonl a JSON article a line, a record a line
  extract_events --explain article.txt              which rule found what, and why not

Reads news articles and writes a record of the calls and meetings in each.
Input is told by its content: a first '{' is JSON (one object, or one a line), anything else one
plain text in UTF-8. Keys of JSON, the first that is there: text, maintext, content, body, articleBody
or article; title or headline; published, date, date_publish, datePublished or date_extracted; url;
source; id; language. An input line that is no article gives a record with an error, and the next goes on.
)";

constexpr const char* kFooter =
    R"(Exit status: 0 done; 1 some input could not be read, or held a line that is no article; 2 wrong usage or
data; 3 output could not be written; 141 the reader of the output went away.
)";

template <class T>
using Choices = std::map<std::string, T>;
const Choices<mahdar::InputFormat> kInputFormats = {{"text", mahdar::InputFormat::kText},
                                                    {"json", mahdar::InputFormat::kJson},
                                                    {"jsonl", mahdar::InputFormat::kJsonLines}};
const Choices<OutputFormat> kOutputFormats = {
    {"json", OutputFormat::kJson}, {"jsonl", OutputFormat::kJsonLines}, {"text", OutputFormat::kText}};
const Choices<mahdar::OffsetUnit> kOffsetUnits = {{"codepoint", mahdar::OffsetUnit::kCodepoint},
                                                  {"utf16", mahdar::OffsetUnit::kUtf16},
                                                  {"byte", mahdar::OffsetUnit::kByte}};

// Takes one of the words in `choices`; an error names them.
template <class T>
void add_choice(CLI::App& app, const char* name, T& value, const Choices<T>& choices, const char* what,
                const char* words) {
  const auto take = [&value, &choices, words](const std::string& word) {
    const auto choice = choices.find(word);
    if (choice == choices.end()) throw CLI::ValidationError("'" + word + "' is none of " + words);
    value = choice->second;
  };
  app.add_option_function<std::string>(name, take, what)->type_name(words);
}

// Empty if `text` is a day of the calendar, YYYY-MM-DD.
std::string check_day(const std::string& text) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::string wrong = "'" + text + "' is no date of the form YYYY-MM-DD";
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return wrong;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (text[i] < '0' || text[i] > '9') return wrong;
  const int year = std::stoi(text), month = std::stoi(text.substr(5)), day = std::stoi(text.substr(8));
  if (year < 1 || month < 1 || month > 12) return wrong;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day >= 1 && day <= kLengths[month - 1] + (leap && month == 2 ? 1 : 0) ? "" : wrong;
}

void define(CLI::App& app, CommandLine& command) {
  app.description(kExamples);
  app.footer(kFooter);
  app.set_help_flag();
  app.get_formatter()->column_width(34);
  app.add_option("inputs", command.inputs, "Files, directories (all files in them), or - for standard input")
      ->type_name("");
  add_choice(app, "--input-format", command.input_format, kInputFormats, "Say what the input is", "text|json|jsonl");
  add_choice(app, "--format", command.format, kOutputFormats,
             "Output: indented JSON, a line each, or for reading (default: jsonl)", "json|jsonl|text");
  app.add_option("--published", command.published, "The day of articles that do not tell theirs")
      ->type_name("DATE")
      ->check(CLI::Validator(check_day, ""));
  add_choice(app, "--offsets", command.extractor.offset_unit, kOffsetUnits,
             "Unit of start and end (default: codepoint)", "codepoint|utf16|byte");
  app.add_option("--data", command.extractor.data_directory,
                 "Tables that overlay the built-in ones, or a compiled file")
      ->type_name("DIR|FILE");
  app.add_flag("--explain", command.explain, "Instead of records: which rule found what, and why not");
  app.add_flag("--with-text", command.extractor.with_text, "Repeat the article's text in the record");
  app.add_flag("-h,--help", command.show_help, "Print this and leave");
  app.add_flag("--version", command.show_version, "Print the version of program and data and leave");
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, char** argv) {
  ParsedCommandLine parsed;
  CommandLine& command = parsed.command;
  CLI::App app("", "extract_events");
  define(app, command);
  parsed.help = app.help();
  try {
    app.parse(argc, argv);
  } catch (const CLI::Error& error) {
    parsed.error = error.what();
    return parsed;
  }
  if (command.inputs.empty() && !command.show_help && !command.show_version)
    parsed.error = "no input: name files or directories, or - for standard input";
  return parsed;
}

}  // namespace extract_events
