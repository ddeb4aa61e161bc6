#include <QCoreApplication>
#include <gtest/gtest.h>

#include <memory>

namespace {

// The timers of view models want an event loop's thread; no test runs the loop.
class QtEnvironment : public testing::Environment {
public:
    void SetUp() override { application_ = std::make_unique<QCoreApplication>(argc_, argv_); }
    void TearDown() override { application_.reset(); }

private:
    int argc_ = 1;
    char name_[15] = "viewmodel_test";
    char* argv_[2] = {name_, nullptr};
    std::unique_ptr<QCoreApplication> application_;
};

const auto* const environment = testing::AddGlobalTestEnvironment(new QtEnvironment);

} // namespace
