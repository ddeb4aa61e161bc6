#pragma once

#include <string>
#include <vector>

#include "match/ruleset.h"

// Where the rule books say what the rulesets hold. It is told to people and belongs to no ruleset: a match
// stores its rules, and no reader of a log needs to know where a number stands.
namespace scoreboard::match::sports {

// How far a value may be trusted to be the book's.
enum class Basis {
    kBook,      // it stands there
    kReported,  // somebody else says so
    kUnchecked, // so it is commonly played; nobody has looked it up
    kChoice,    // unsure, or each competition has its own
    kBoard,     // no book's: of this program
};

struct Article {
    std::string rule;  // "timeouts.length", as in rule_fields.h, or a whole part, "timeouts"; "": every rule
    std::string place; // "18.2"; empty: not known
    Basis basis = Basis::kBook;
};

struct Book {
    std::string rulesets; // what the ids of those that it is for begin with
    std::vector<Article> articles;
};

// The books of every sport, as its file names them.
const std::vector<Book>& all_books();
// What is said of that very rule, else of its part, else of all: of each first by the book for the fewest
// rulesets. Null: nothing is said, not even that it is not known.
const Article* article_of(const Ruleset& ruleset, const std::string& rule);

std::vector<Book> american_football_books();
std::vector<Book> badminton_books();
std::vector<Book> baseball_books();
std::vector<Book> basketball_books();
std::vector<Book> boxing_books();
std::vector<Book> field_hockey_books();
std::vector<Book> floorball_books();
std::vector<Book> football_books();
std::vector<Book> free_play_books();
std::vector<Book> futsal_books();
std::vector<Book> handball_books();
std::vector<Book> ice_hockey_books();
std::vector<Book> lacrosse_books();
std::vector<Book> netball_books();
std::vector<Book> rink_hockey_books();
std::vector<Book> roller_derby_books();
std::vector<Book> rugby_books();
std::vector<Book> table_tennis_books();
std::vector<Book> tennis_books();
std::vector<Book> volleyball_books();
std::vector<Book> water_polo_books();
std::vector<Book> wrestling_books();

} // namespace scoreboard::match::sports
