// A board whose storage died, filled again with the real programs by the commands that a technician types.
#include <boost/json.hpp>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/socket.h"
#include "support/temp_folder.h"

namespace scoreboard {
namespace {

using namespace std::chrono_literals;
using namespace support;
using testing::HasSubstr;

class BoardReseedTest : public testing::Test {
protected:
    Finished run(const std::string& journal, const std::vector<std::string>& words)
    {
        std::vector<std::string> command{program("scoreboard-controller-cli"), "--journal",
                                         folder.file(journal), "--name", journal};
        if (daemon) {
            command.insert(command.end(), {"--board", daemon->control_url("tcp")});
        }
        command.insert(command.end(), words.begin(), words.end());
        return run_program(command);
    }
    void tap(const std::string& journal, const std::vector<std::string>& words)
    {
        const Finished done = run(journal, words);
        ASSERT_EQ(done.exit_code, 0) << done.errors;
    }
    Finished reseed(const std::string& file)
    {
        return run_program({program("scoreboardctl"), "reseed", file, "--data", data});
    }
    void start() { daemon.emplace(data); }
    void stop() { daemon.reset(); }
    boost::json::object state() const
    {
        return boost::json::parse(http_get(daemon->public_port(), "/api/v1/state").body).as_object();
    }
    std::int64_t score(const char* side) const { return state().at(side).at("score").as_int64(); }

    TempFolder folder;
    const std::string data = folder.file("data");
    std::optional<Daemon> daemon;
};

// Goal: R8, nothing is lost and nothing doubled. Method: anna knows the match up to a point, bert goes on
// alone, then the database is deleted. The board is filled with what anna has; when bert comes back, it has
// everything, and its clock is where a person puts it.
TEST_F(BoardReseedTest, R8TheMatchGoesOnFromATabletThatWasBehind)
{
    start();
    tap("anna", {"add", "home", "2"});
    tap("bert", {"add", "guest", "3"});
    tap("bert", {"clock", "start"});
    tap("anna", {"foul", "guest"});
    tap("anna", {"state"});
    tap("bert", {"add", "guest", "1"});
    tap("bert", {"clock", "stop"});
    tap("bert", {"add", "home", "3"});
    tap("bert", {"state"});
    daemon->kill();
    stop();
    for (const char* file : {"log.sqlite", "log.sqlite-wal"}) {
        std::filesystem::remove(std::filesystem::path(data) / file);
    }
    start();
    ASSERT_EQ(score("home"), 0);
    const Finished seen = run("anna", {"state"});
    EXPECT_THAT(seen.errors, HasSubstr("THIS BOARD HAS LOST THE MATCH HOME 2 : 3 GUEST"));
    const std::string file = folder.file("history");
    ASSERT_EQ(run("anna", {"history", "export", file}).exit_code, 0);
    EXPECT_THAT(reseed(file).errors, HasSubstr("is in use by scoreboard-daemon"));
    ASSERT_EQ(daemon->stop(), 0);
    stop();

    const Finished filled = reseed(file);
    ASSERT_EQ(filled.exit_code, 0) << filled.errors;
    EXPECT_THAT(filled.output, HasSubstr("HOME 2 : 3 GUEST"));
    start();
    EXPECT_EQ(score("home"), 2);
    tap("bert", {"state"});
    tap("anna", {"state"});

    EXPECT_EQ(score("home"), 5);
    EXPECT_EQ(score("guest"), 4);
    EXPECT_FALSE(state().at("clock").at("running").as_bool()) << "no clock moves by itself";
    EXPECT_THAT(run("bert", {"orphans"}).output, HasSubstr("1  STOP"));
    tap("bert", {"orphans", "drop", "1"});
    EXPECT_THAT(run("bert", {"orphans"}).output, HasSubstr("every tap"));
    const std::int64_t rev = state().at("rev").as_int64();
    tap("bert", {"state"});
    EXPECT_EQ(state().at("rev").as_int64(), rev) << "and nothing comes twice";
    EXPECT_THAT(reseed(file).errors, HasSubstr("is in use"));
    ASSERT_EQ(daemon->stop(), 0);
    stop();
    EXPECT_THAT(reseed(file).errors, HasSubstr("has recorded 6 commands of a match already"));
    start(); // verifies chain and fold, or it would not
    EXPECT_EQ(daemon->field("rev"), std::to_string(rev));
}

TEST_F(BoardReseedTest, ASpareBoardTakesThePlaceOfOneThatDied)
{
    start();
    tap("anna", {"add", "home", "2"});
    tap("anna", {"state"});
    daemon->kill();
    stop();
    ASSERT_EQ(run("anna", {"--board", "tcp://127.0.0.1:9", "--wait", "saved", "add", "home", "1"}).exit_code,
              0);
    std::filesystem::remove_all(data);
    start(); // of a spare: it has a name of its own now
    daemon->kill();
    stop();
    const std::string file = folder.file("history");
    ASSERT_EQ(run("anna", {"history", "export", file}).exit_code, 0);
    EXPECT_THAT(reseed(file).errors, HasSubstr("--take-place"));

    const Finished filled =
        run_program({program("scoreboardctl"), "reseed", file, "--data", data, "--take-place"});

    ASSERT_EQ(filled.exit_code, 0) << filled.errors;
    start();
    tap("anna", {"state"});
    EXPECT_EQ(score("home"), 3) << "what waited for the former board comes here";
}

} // namespace
} // namespace scoreboard
