#include "simulator/faults.h"

#include <gtest/gtest.h>

namespace scoreboard::simulator {
namespace {

TEST(SimulatorFaultsTest, TakesEveryNameAndSaysWhatIsWrongWithTheRest)
{
    const struct {
        const char* assignment;
        const char* complaint; // part of it; nullptr if it is taken
    } rows[] = {
        {"bitflip=0.001", nullptr},
        {"burst=0", nullptr},
        {"drop=1", nullptr},
        {"insert=1e-3", nullptr},
        {"dup=0.5", nullptr},
        {"tx-dead=on", nullptr},
        {"rx-dead=off", nullptr},
        {"bitflip", "is not NAME=VALUE"},
        {"bitflip=", "probability"},
        {"bitflip=2", "probability"},
        {"bitflip=-0.1", "probability"},
        {"bitflip=0.1x", "probability"},
        {"bitflip=nan", "probability"},
        {"tx-dead=yes", "on or off"},
        {"gremlins=1", "there is no fault 'gremlins'"},
    };
    for (const auto& row : rows) {
        Faults faults;

        const std::optional<std::string> complaint = faults.set(row.assignment);

        EXPECT_EQ(complaint.has_value(), row.complaint != nullptr) << row.assignment;
        if (complaint && row.complaint != nullptr) {
            EXPECT_NE(complaint->find(row.complaint), std::string::npos) << *complaint;
        }
    }
}

} // namespace
} // namespace scoreboard::simulator
