#pragma once

#include <string>
#include <vector>

namespace scoreboard::simulator {

// Asks a running simulator. Each returns the program's exit code and says on stderr what went wrong.
int print_answer(const std::string& socket, const std::string& request);
int save_picture(const std::string& socket, const std::string& file);
int watch(const std::string& socket);

} // namespace scoreboard::simulator
