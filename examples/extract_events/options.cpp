#include "options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "text/decoder.h"
#include "text/time_zone.h"

namespace extract_events {
namespace {

constexpr const char* kExamples = R"(Examples:
  extract_events article.txt                             one plain text, one line of JSON
  extract_events --format text articles/                 a directory, for reading on a terminal
  extract_events --published 2021-10-07 article.txt      the day that "yesterday" counts from
  extract_events - < articles.jsonl > records.jsonl      a JSON article a line, a record a line
  extract_events --format csv news.jsonl.gz > events.csv a row an event
  extract_events --format html page.html > report.html   the article with its events, for a browser
  extract_events --explain article.txt                   which rule found what, and why not

Reads news articles and writes a record of the calls and meetings in each.
)";

constexpr const char* kFooter = R"(
Input is told by its content, then by its name: plain text, HTML, JSON (objects, a line each, or an array), CSV and TSV
with a header, each also as gzip or zstd; in UTF-8, UTF-16 by its mark, or what HTML or --encoding says. An article has
a text (keys text, maintext, content, body, articleBody, article ...), and perhaps title or headline; published, date,
date_publish or datePublished; url; source; id; language. Capitals, hyphens and underscores of keys do not matter. What
is no article gives a record with an error, and the next goes on.

Exit status: 0 done; 1 some input could not be read, or held what is no article; 2 wrong usage or data; 3 output could
not be written; 141 the reader of the output went away.
)";

template <class T>
using Choices = std::map<std::string, T>;
const Choices<mahdar::InputFormat> kInputFormats = {
    {"text", mahdar::InputFormat::kText}, {"html", mahdar::InputFormat::kHtml},
    {"json", mahdar::InputFormat::kJson}, {"jsonl", mahdar::InputFormat::kJsonLines},
    {"csv", mahdar::InputFormat::kCsv},   {"tsv", mahdar::InputFormat::kTsv}};
const Choices<OutputFormat> kOutputFormats = {{"json", OutputFormat::kJson}, {"jsonl", OutputFormat::kJsonLines},
                                              {"csv", OutputFormat::kCsv},   {"tsv", OutputFormat::kTsv},
                                              {"text", OutputFormat::kText}, {"html", OutputFormat::kHtml},
                                              {"brat", OutputFormat::kBrat}};
const Choices<mahdar::Rows> kRows = {{"events", mahdar::Rows::kEvents},
                                     {"mentions", mahdar::Rows::kMentions},
                                     {"statements", mahdar::Rows::kStatements},
                                     {"times", mahdar::Rows::kTimes}};
const Choices<mahdar::OffsetUnit> kOffsetUnits = {{"codepoint", mahdar::OffsetUnit::kCodepoint},
                                                  {"utf16", mahdar::OffsetUnit::kUtf16},
                                                  {"byte", mahdar::OffsetUnit::kByte}};
const Choices<mahdar::Status> kStatuses = {{"occurred", mahdar::Status::kOccurred},
                                           {"planned", mahdar::Status::kPlanned},
                                           {"proposed", mahdar::Status::kProposed},
                                           {"cancelled", mahdar::Status::kCancelled},
                                           {"denied", mahdar::Status::kDenied}};
const Choices<mahdar::EventType> kTypes = {{"call", mahdar::EventType::kCall},
                                           {"meeting", mahdar::EventType::kMeeting}};

template <class T>
T choose(const Choices<T>& choices, const std::string& word, const std::string& words) {
  const auto choice = choices.find(word);
  if (choice == choices.end()) throw CLI::ValidationError("'" + word + "' is none of " + words);
  return choice->second;
}

// Takes one of the words in `choices`; an error names them.
template <class T>
void add_choice(CLI::App& app, const char* name, T& value, const Choices<T>& choices, const char* what,
                const char* words) {
  const auto take = [&value, &choices, words](const std::string& word) { value = choose(choices, word, words); };
  app.add_option_function<std::string>(name, take, what)->type_name(words);
}

// Takes some of the words in `choices`, with commas between them.
template <class T>
void add_choices(CLI::App& app, const char* name, std::set<T>& values, const Choices<T>& choices, const char* what,
                 const char* words) {
  const auto take = [&values, &choices, words](const std::string& list) {
    for (const std::string& word : CLI::detail::split(list, ',')) values.insert(choose(choices, word, words));
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

void define_input(CLI::App& app, CommandLine& command) {
  const auto text = [&](const char* name, std::string& value, const char* what, const char* type) {
    return app.add_option(name, value, what)->type_name(type);
  };
  app.add_option("--files-from", command.files_from, "Read more names from a file (- for standard input), one a line")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_choice(app, "--input-format", command.reader.format, kInputFormats, "Say what the input is",
             "text|html|json|jsonl|csv|tsv");
  text("--encoding", command.reader.encoding, "Encoding of the input, such as windows-1256", "NAME");
  text("--published", command.published, "The day of articles that do not tell theirs", "DATE")
      ->check(CLI::Validator(check_day, ""));
  text("--time-zone", command.reader.time_zone, "The publisher's, for moments given in UTC, such as Asia/Riyadh",
       "ZONE");
  mahdar::FieldNames& fields = command.reader.fields;
  text("--text-field", fields.text, "Key or column of the text; of one inside another: a.b", "KEY");
  text("--title-field", fields.title, "... of the title", "KEY");
  text("--date-field", fields.published, "... of the day of publication", "KEY");
  text("--url-field", fields.url, "... of the address", "KEY");
  text("--source-field", fields.source, "... of the outlet", "KEY");
  text("--language-field", fields.language, "... of the language", "KEY");
  text("--id-field", fields.id, "... of the id", "KEY");
}

void define_output(CLI::App& app, CommandLine& command) {
  add_choice(app, "--format", command.format, kOutputFormats, "What to write (default: jsonl)",
             "json|jsonl|csv|tsv|text|html|brat");
  add_choice(app, "--records", command.rows, kRows, "What a row of CSV or TSV is (default: events)",
             "events|mentions|statements|times");
  app.add_flag("--excel", command.excel, "CSV or TSV for spreadsheets: a byte order mark, no cell is a formula");
  app.add_option("-o,--output", command.output,
                 "Write to a file, which appears once all is well, or for html and brat to a directory")
      ->type_name("PATH");
  app.add_option("--min-confidence", command.filter.min_confidence, "Leave out events below it")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0).description(""));
  app.add_flag("--main-only", command.filter.main_only, "Leave out background events");
  add_choices(app, "--status", command.filter.statuses, kStatuses, "Leave out other events (commas between several)",
              "occurred|planned|proposed|cancelled|denied");
  add_choices(app, "--type", command.filter.types, kTypes, "Leave out other events", "call|meeting");
  add_choice(app, "--offsets", command.extractor.offset_unit, kOffsetUnits,
             "Unit of start and end (default: codepoint)", "codepoint|utf16|byte");
  app.add_flag("--with-text", command.extractor.with_text, "Repeat the article's text in the record");
  app.add_flag("--explain", command.explain, "Instead of records: which rule found what, and why not");
}

void define_manners(CLI::App& app, CommandLine& command) {
  app.add_option("--data", command.extractor.data_directory,
                 "Tables that overlay the built-in ones, or a compiled file")
      ->type_name("DIR|FILE");
  app.add_option("-j,--jobs", command.jobs, "Threads (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""));
  app.add_flag("--strict", command.strict, "Stop at the first input that is no article");
  app.add_flag("-q,--quiet", command.quiet, "No progress, no lines about single inputs on standard error");
  app.add_option("--print-schema", command.show_schema, "Print the types of a record and leave")
      ->type_name("json-schema|duckdb|clickhouse|postgres|elasticsearch")
      ->check(CLI::IsMember({"json-schema", "duckdb", "clickhouse", "postgres", "elasticsearch"}).description(""));
  app.add_flag("-h,--help", command.show_help, "Print this and leave");
  app.add_flag("--version", command.show_version, "Print the versions of program, data and libraries and leave");
}

// Gives the options that are in no group yet a heading.
void name_group(CLI::App& app, const char* name) {
  for (CLI::Option* option : app.get_options())
    if (option->get_group() == "Options") option->group(name);
}

// What single options cannot tell.
std::optional<std::string> check(const CommandLine& command) {
  const bool is_table = command.format == OutputFormat::kCsv || command.format == OutputFormat::kTsv;
  if (command.show_help || command.show_version || !command.show_schema.empty()) return std::nullopt;
  if (command.inputs.empty() && command.files_from.empty())
    return "no input: name files or directories, or - for standard input";
  const mahdar::ReaderOptions& reader = command.reader;
  if (!reader.encoding.empty() && mahdar::encoding_name(reader.encoding).empty())
    return "--encoding: no encoding is called '" + reader.encoding + "'";
  if (!reader.time_zone.empty() && !mahdar::minutes_from_utc(reader.time_zone, 0))
    return "--time-zone: no time zone is called '" + reader.time_zone + "'";
  if (!is_table && (command.excel || command.rows != mahdar::Rows::kEvents))
    return "--records and --excel are for --format csv and tsv";
  if (command.format == OutputFormat::kBrat && command.output.empty())
    return "--format brat writes several files: name a directory with --output";
  return std::nullopt;
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, char** argv) {
  ParsedCommandLine parsed;
  CommandLine& command = parsed.command;
  CLI::App app("", "extract_events");
  app.description(kExamples);
  app.footer(kFooter);
  app.set_help_flag();
  app.get_formatter()->column_width(34);
  app.add_option("inputs", command.inputs, "Files, directories (all files in them), or - for standard input")
      ->type_name("");
  define_input(app, command);
  name_group(app, "Input");
  define_output(app, command);
  name_group(app, "Output");
  define_manners(app, command);
  name_group(app, "The rest");
  parsed.help = app.help();
  try {
    app.parse(argc, argv);
  } catch (const CLI::Error& error) {
    parsed.error = error.what();
    return parsed;
  }
  parsed.error = check(command);
  if (command.format == OutputFormat::kHtml || command.format == OutputFormat::kBrat) {
    command.extractor.offset_unit = mahdar::OffsetUnit::kCodepoint;
    command.extractor.with_text = true;
  }
  return parsed;
}

}  // namespace extract_events
