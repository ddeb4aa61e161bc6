// The floor that ./dev bench compares with: a bare WebSocket server that commits one row to SQLite, with the
// settings the daemon uses, before it answers. One thread, nothing else. What waits in the socket goes into
// one transaction.
//
//     scoreboard-bench-floor_server DATABASE        prints "ready PORT"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;

namespace {

class Table {
public:
    explicit Table(const std::string& path)
    {
        const std::string uri = "file:" + path + "?psow=0";
        check(sqlite3_open_v2(uri.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI,
                              nullptr));
        for (const char* sql :
             {"PRAGMA page_size=4096", "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL",
              "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0",
              "CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB)"}) {
            check(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr));
        }
        check(sqlite3_prepare_v2(db_, "INSERT INTO row(body) VALUES(?)", -1, &insert_, nullptr));
    }

    void commit(const std::vector<std::string>& bodies)
    {
        check(sqlite3_exec(db_, "BEGIN", nullptr, nullptr, nullptr));
        for (const std::string& body : bodies) {
            check(sqlite3_bind_blob(insert_, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC));
            if (sqlite3_step(insert_) != SQLITE_DONE) {
                std::abort();
            }
            sqlite3_reset(insert_);
        }
        check(sqlite3_exec(db_, "COMMIT", nullptr, nullptr, nullptr));
        rows_ += bodies.size();
        if (rows_ - checkpointed_ > 4000) { // about 1 MiB of WAL
            checkpointed_ = rows_;
            check(sqlite3_wal_checkpoint_v2(db_, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr));
        }
    }

private:
    static void check(int code)
    {
        if (code != SQLITE_OK) {
            std::fprintf(stderr, "sqlite: %s\n", sqlite3_errstr(code));
            std::exit(1);
        }
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    std::size_t rows_ = 0;
    std::size_t checkpointed_ = 0;
};

struct Connection : std::enable_shared_from_this<Connection> {
    explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}

    websocket::stream<tcp::socket> stream;
    beast::flat_buffer buffer;
    std::vector<std::string> answers;
    bool writing = false;
};

// Messages of all connections that came in one turn of the loop share a transaction, as the daemon's do.
class Server {
public:
    Server(asio::io_context& io, const std::string& path) : io_(io), table_(path) {}

    void accept(tcp::acceptor& acceptor)
    {
        acceptor.async_accept([this, &acceptor](boost::system::error_code error, tcp::socket socket) {
            if (error) {
                return;
            }
            socket.set_option(tcp::no_delay(true));
            auto connection = std::make_shared<Connection>(std::move(socket));
            connection->stream.binary(true);
            connection->stream.async_accept([this, connection](boost::system::error_code failed) {
                if (!failed) {
                    read(connection);
                }
            });
            accept(acceptor);
        });
    }

private:
    void read(const std::shared_ptr<Connection>& connection)
    {
        connection->stream.async_read(
            connection->buffer, [this, connection](boost::system::error_code error, std::size_t) {
                if (error) {
                    return;
                }
                waiting_.emplace_back(connection, beast::buffers_to_string(connection->buffer.data()));
                connection->buffer.consume(connection->buffer.size());
                if (waiting_.size() == 1) {
                    asio::post(io_, [this] { commit(); });
                }
                read(connection);
            });
    }

    void commit()
    {
        // Let what has already arrived come in first, up to a batch.
        if (waiting_.size() < 64 && waiting_.size() != last_size_) {
            last_size_ = waiting_.size();
            asio::post(io_, [this] { commit(); });
            return;
        }
        last_size_ = 0;
        std::vector<std::string> bodies;
        for (const auto& [connection, body] : waiting_) {
            bodies.push_back(body);
        }
        table_.commit(bodies);
        for (auto& [connection, body] : waiting_) {
            connection->answers.push_back(body.substr(0, 8));
            write(connection);
        }
        waiting_.clear();
    }

    void write(const std::shared_ptr<Connection>& connection)
    {
        if (connection->writing || connection->answers.empty()) {
            return;
        }
        connection->writing = true;
        const auto answer = std::make_shared<std::string>(connection->answers.front());
        connection->answers.erase(connection->answers.begin());
        connection->stream.async_write(
            asio::buffer(*answer), [this, connection, answer](boost::system::error_code error, std::size_t) {
                connection->writing = false;
                if (!error) {
                    write(connection);
                }
            });
    }

    asio::io_context& io_;
    Table table_;
    std::vector<std::pair<std::shared_ptr<Connection>, std::string>> waiting_;
    std::size_t last_size_ = 0;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: scoreboard-bench-floor_server DATABASE\n");
        return 64;
    }
    asio::io_context io(1);
    Server server(io, argv[1]);
    tcp::acceptor acceptor(io, tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0));
    server.accept(acceptor);
    std::printf("ready %d\n", static_cast<int>(acceptor.local_endpoint().port()));
    std::fflush(stdout);
    io.run();
}
