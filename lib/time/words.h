// The words of the date grammar by class, and where they stand in a document.
#ifndef MAHDAR_TIME_WORDS_H_
#define MAHDAR_TIME_WORDS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document.h"
#include "gazetteer/table.h"
#include "time/daypart.h"

namespace mahdar {

// A token of the document, or the place after one. As an answer, 0 means "not here".
using At = std::uint32_t;

enum class Unit : std::uint8_t { kMinute, kHour, kDay, kNight, kWeek, kMonth, kYear, kDecade, kCentury };

enum class Direction : std::uint8_t {
  kNone,
  kBeforePast,
  kPast,
  kPresent,
  kFuture,
  kAfterNext,
  kSame,
  kFollowing,
  kPreceding  // of the date named before
};

enum class MonthFamily : std::uint8_t {
  kGulf,
  kLevantine,
  kMaghrebi,
  kMoroccan,
  kLibyan,
  kHijri,
  kEnglish,
  kFrench,
  kTurkish,
  kRussian
};

inline bool is_foreign_family(MonthFamily family) { return family >= MonthFamily::kEnglish; }

// What a month's name needs beside it to be a month (months.tsv).
enum class MonthNeeds : std::uint8_t { kNothing, kContext, kVerb, kSupport, kDay };

enum class WordClass : std::uint8_t {
  kMonth,    // value: 1-12, detail: MonthFamily, extra: MonthNeeds
  kWeekday,  // value: 1-7, detail: 0 definite, 1 bare, 2 foreign
  kCardinal,
  kDefiniteNumber,
  kOrdinal,
  kConstruct,  // value: the number
  kUnit,       // value: Unit, detail: 1, 2, 3 for many; extra: definite
  kModifier,   // value: Direction, detail: 0 masculine, 1 feminine, 2 dual
  kHoliday,    // value: index
  kDeictic,    // value: days from today
  kReference,  // value: past, present, future as Direction
  kPart,       // value: 0 start, 1 middle, 2 end
  kDaypart,
  kDaypartAfter,  // value: Daypart
  kTonight,       // value: nights from tonight
  kSeason,        // value: 0 spring ... 3 winter
  kDecade,        // value: 2-9
  kFraction,      // value: 4 quarter, 2 half, 3 third
  kSet,           // value: 0 day, 1 week, 2 month, 3 year, 4 hour
  kApprox,        // value: 0 approximately, 1 more than, 2 less than
  kSeasonWord,
  kWeekend,
  kThis,
  kThat,
  kAgo,
  kAfter,
  kSince,
  kFor,
  kLasting,
  kUntil,
  kBetween,
  kSome,
  kFew,
  kHalfMore,
  kDateWord,
  kDayWord,
  kMonthWord,
  kYearWord,
  kOf,
  kAt,
  kTimeIn,
  kEvery,
  kGregorian,
  kHijriMark,
  kBeforeChrist,
  kArticle,
  kFirstFew,
  kLastFew,
  kFromNow,
  kOfEvent,
  kOfTime,
  kAnchor,
  kYearNoun,
  kAnd,
  kOr,
  kHalf,
  kThisPart,  // value: Daypart of today
  kOnly,
  kEarlier,

  // Blockers and cues (blockers.tsv)
  kNamedByDate,
  kNamedByMonth,
  kNamedByWeekday,
  kPairNoun,
  kNamedToday,
  kPublicNoun,
  kSurelyPast,
  kNotMonthAfter,
  kNotWeekdayAfter,
  kNotTodayAfter,
  kNotYearAfter,
  kAgeAfter,
  kCounted,
  kNever,
  kFutureCue,
  kPastCue,
  kPastVerb,
  kNotFuture,
  kDateline  // "published on" and the like
};

// A set of word classes.
class ClassSet {
 public:
  static constexpr std::size_t kCapacity = 128;
  constexpr ClassSet() = default;
  constexpr ClassSet(std::initializer_list<WordClass> classes) {
    for (const WordClass cls : classes) add(cls);
  }
  constexpr void add(WordClass cls) { bits_[std::size_t(cls) / 64] |= std::uint64_t(1) << (std::size_t(cls) % 64); }
  constexpr void add(const ClassSet& other) { bits_[0] |= other.bits_[0], bits_[1] |= other.bits_[1]; }
  constexpr bool has(WordClass cls) const { return (bits_[std::size_t(cls) / 64] >> (std::size_t(cls) % 64) & 1) != 0; }
  constexpr bool empty() const { return (bits_[0] | bits_[1]) == 0; }
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t word = 0; word < 2; ++word)
      for (std::uint64_t rest = bits_[word]; rest != 0; rest &= rest - 1)
        visit(std::size_t(__builtin_ctzll(rest)) + word * 64);
  }
  constexpr bool meets(const ClassSet& other) const {
    return ((bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1])) != 0;
  }

 private:
  std::uint64_t bits_[2] = {0, 0};
};

struct Sense {
  WordClass cls = WordClass::kNever;
  std::int16_t value = 0;
  std::int8_t detail = 0;
  std::int8_t extra = 0;
};

// A feast of a fixed day.
struct Holiday {
  bool hijri = false;
  int month = 0;
  int day = 0;
  int days = 1;
};

enum CliticBit : std::uint8_t { kAndClitic = 1, kBiClitic = 2, kLiClitic = 4, kKaClitic = 8 };

// All date words with their clitic forms. Immutable; threads may share it.
class DateWords {
 public:
  explicit DateWords(const TableSet& tables);  // throws Error

  struct Phrase {
    std::vector<std::string> rest;  // keys of the words after the first
    std::vector<Sense> senses;
  };
  struct Form {
    std::uint32_t phrase = 0;
    std::uint8_t clitic_letters = 0;
    std::uint8_t clitics = 0;  // CliticBit
  };

  // What may begin with a word. A word that only goes on with a phrase has no forms.
  struct Entry {
    std::vector<Form> forms;   // those of one word first
    std::size_t one_word = 0;  // so many of them
    ClassSet one_word_classes;
  };

  // Null for a word of no date; `hash` is its word_hash.
  const Entry* find(std::string_view word, std::uint64_t hash) const;
  const Phrase& phrase(const Form& form) const { return phrases_[form.phrase]; }
  const Holiday& holiday(int index) const { return holidays_[std::size_t(index)]; }

  // Spelling under which words are looked up: a last yeh for alef maqsura, heh for teh marbuta.
  static std::string key(std::string_view folded);
  static bool is_spelling(std::string_view word, std::string_view looked_up);

 private:
  void load_months(const Table& table);
  void load_weekdays(const Table& table);
  void load_numbers(const Table& table);
  void load_units(const Table& table);
  void load_modifiers(const Table& table);
  void load_holidays(const Table& table);
  void load_words(const Table& table);
  void add_all(const Table& table, const Table::Row& row, std::string_view column, Sense sense);
  void add(const std::string& folded, Sense sense);
  void add_forms(const std::string& first, std::uint32_t phrase);
  void add_form(std::string key, Form form);
  void index_words();

  std::vector<Phrase> phrases_;
  std::vector<Holiday> holidays_;
  std::unordered_map<std::string, std::uint32_t> known_;  // phrases by their whole text
  std::unordered_map<std::string, Entry> map_;

  // Every spelling of each key. Most words of a text are no date words, and a bit says so.
  struct Slot {
    std::uint64_t hash = 0;
    const std::string* word = nullptr;
    const Entry* entry = nullptr;
  };
  static constexpr std::size_t kFilterBits = std::size_t(1) << 17;
  std::vector<std::uint64_t> filter_;
  std::vector<Slot> slots_;  // open addressing; a power of two
};

// A date word found at a token.
struct Found {
  const Sense* sense = nullptr;
  At end = 0;
  std::uint8_t clitic_letters = 0;
  std::uint8_t clitics = 0;
  explicit operator bool() const { return sense != nullptr; }
  int value() const { return sense->value; }
};

// The date words of one document.
class WordView {
 public:
  WordView(const Document& doc, const DateWords& words);

  // Whether a phrase may begin or go on with the token.
  bool known(At i) const { return entries_[i] != nullptr; }
  // The classes of all that begins at the token.
  const ClassSet& classes(At i) const { return classes_[i]; }
  bool meets(At i, const ClassSet& classes) const { return classes_[i].meets(classes); }
  // Letters of the clitic before the date word at the token, as one of the classes if it is one.
  int clitic_letters(At i, const ClassSet& classes, At limit) const;
  // The longest phrase of the class that begins at token `i` and ends before `limit`.
  Found get(At i, WordClass cls, At limit) const {
    return i < limit && classes_[i].has(cls) ? get_slowly(i, cls, limit) : Found{};
  }

 private:
  At match(const DateWords::Phrase& phrase, At i, At limit) const;
  bool may_go_on(At i) const;  // a phrase of several words may stand at the token
  std::size_t forms_to_try(At i) const;
  Found get_slowly(At i, WordClass cls, At limit) const;

  const Document& doc_;
  const DateWords& words_;
  std::vector<const DateWords::Entry*> entries_;
  std::vector<ClassSet> classes_;
};

}  // namespace mahdar

#endif  // MAHDAR_TIME_WORDS_H_
