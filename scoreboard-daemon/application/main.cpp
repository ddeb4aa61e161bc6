#include <cstdio>
#include <exception>

#include "application/application.h"
#include "application/command_line.h"

int main(int argc, char** argv)
{
    using namespace scoreboard::application;
    try {
        const Parsed parsed = parse_command_line(argc, argv);
        if (!parsed.invocation) {
            return parsed.exit_code;
        }
        if (parsed.invocation->check_only) {
            std::puts("ok");
            return 0;
        }
        const auto application = Application::start(*parsed.invocation);
        if (!application) {
            std::fprintf(stderr, "scoreboard-daemon: %s\n", application.error().what.c_str());
            return 1;
        }
        return (*application)->run();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "scoreboard-daemon: it could not start (%s); please report this line\n",
                     error.what());
        return 1;
    }
}
