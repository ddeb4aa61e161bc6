#include <fstream>
#include <iostream>

#include "sport_pages.h"

// Writes the pages of docs/sports into the folder that is named.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "sport-pages: name the folder to write into, as in: sport-pages docs/sports\n";
        return 64;
    }
    for (const scoreboard::docs::Page& page : scoreboard::docs::sport_pages()) {
        const std::string path = std::string(argv[1]) + "/" + page.file;
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file << page.text;
        if (!file.flush()) {
            std::cerr << "sport-pages: cannot write " << path << "; check that the folder can be written\n";
            return 1;
        }
    }
    return 0;
}
