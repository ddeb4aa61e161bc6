#include "match/sports/articles.h"

namespace scoreboard::match::sports {
namespace {

// Of that rule by its full name, in the book with the longest name that is for this ruleset.
const Article* said_of(const std::string& id, const std::string& rule)
{
    const Article* found = nullptr;
    std::size_t length = 0;
    for (const Book& book : all_books()) {
        if (book.rulesets.size() < length || id.rfind(book.rulesets, 0) != 0) {
            continue;
        }
        for (const Article& article : book.articles) {
            if (article.rule == rule) {
                found = &article;
                length = book.rulesets.size();
            }
        }
    }
    return found;
}

} // namespace

const std::vector<Book>& all_books()
{
    static const std::vector<Book> kBooks = [] {
        std::vector<Book> books;
        for (const std::vector<Book>& sport : {american_football_books(),
                                               badminton_books(),
                                               baseball_books(),
                                               basketball_books(),
                                               boxing_books(),
                                               field_hockey_books(),
                                               floorball_books(),
                                               football_books(),
                                               free_play_books(),
                                               futsal_books(),
                                               handball_books(),
                                               ice_hockey_books(),
                                               lacrosse_books(),
                                               netball_books(),
                                               rink_hockey_books(),
                                               roller_derby_books(),
                                               rugby_books(),
                                               table_tennis_books(),
                                               tennis_books(),
                                               volleyball_books(),
                                               water_polo_books(),
                                               wrestling_books()}) {
            books.insert(books.end(), sport.begin(), sport.end());
        }
        return books;
    }();
    return kBooks;
}

const Article* article_of(const Ruleset& ruleset, const std::string& rule)
{
    std::string name = rule;
    while (!name.empty()) {
        if (const Article* found = said_of(ruleset.id, name)) {
            return found;
        }
        const std::size_t dot = name.rfind('.');
        name.resize(dot == std::string::npos ? 0 : dot);
    }
    return said_of(ruleset.id, "");
}

} // namespace scoreboard::match::sports
