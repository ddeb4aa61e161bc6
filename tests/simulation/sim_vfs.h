#pragma once

#include <memory>
#include <string>

struct sqlite3_vfs;

namespace scoreboard::simulation {

class SimDisk;

// A SimDisk as SQLite sees it: a VFS under a name of its own, registered as long as this lives. It answers as
// SQLite's own does on Linux; there is no shared memory, which exclusive locking can do without.
class SimVfs {
public:
    explicit SimVfs(SimDisk& disk);
    ~SimVfs();
    SimVfs(const SimVfs&) = delete;
    SimVfs& operator=(const SimVfs&) = delete;

    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace scoreboard::simulation
