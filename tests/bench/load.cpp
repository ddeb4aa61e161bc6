// Commands over WebSocket, without a journal, against the daemon or against the floor server.
//
//     scoreboard-bench-load floor|scorewire PORT GENERATORS IN_FLIGHT COMMANDS
//
// GENERATORS connections keep IN_FLIGHT commands between them unanswered until COMMANDS are answered. Prints
// one JSON line: {"per_second":…, "p50_us":…, "p99_us":…}.

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "wire/wire.h"

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Steady = std::chrono::steady_clock;
using namespace scoreboard;

namespace {

std::string next_message(beast::flat_buffer& buffer, websocket::stream<tcp::socket>& stream)
{
    buffer.consume(buffer.size());
    stream.read(buffer);
    return beast::buffers_to_string(buffer.data());
}

match::TabletTime tablet_now()
{
    return match::TabletTime(std::chrono::duration_cast<match::Duration>(Steady::now().time_since_epoch()));
}

// Field 32 of the envelope, the Entry: what all the others sent comes to everybody. It is passed over
// undecoded: daemon and load share the machine, and the load's own work is not what is measured.
constexpr std::string_view kEntryTag = "\x82\x02";

struct Generator {
    Generator(bool floor_server, std::uint16_t port, int number) : floor(floor_server), stream(io)
    {
        stream.next_layer().connect(tcp::endpoint(asio::ip::make_address("127.0.0.1"), port));
        stream.next_layer().set_option(tcp::no_delay(true));
        stream.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(boost::beast::http::field::sec_websocket_protocol, "scorewire.v1");
        }));
        stream.handshake("127.0.0.1", floor ? "/" : "/control");
        stream.binary(true);
        if (floor) {
            return;
        }
        std::random_device random;
        for (auto& byte : writer.bytes) {
            byte = static_cast<std::uint8_t>(random());
        }
        session::Hello hello;
        hello.writer = writer;
        hello.name = "bench-" + std::to_string(number);
        hello.now = hello.dialled = tablet_now();
        stream.write(asio::buffer(wire::encode(session::ClientMessage(hello))));
    }

    void send()
    {
        ++sent;
        sent_at.push_back(Steady::now());
        if (floor) {
            char body[64] = {};
            std::snprintf(body, sizeof body, "%08zu", sent);
            stream.write(asio::buffer(body, sizeof body));
            return;
        }
        match::Body body;
        body.id = match::CommandId{writer, sent};
        body.command = match::AddScore{match::Side::kHome, sent % 2 == 1 ? 1 : -1};
        body.tap.at = tablet_now();
        session::CommandMessage message;
        message.sealed = wire::seal(body);
        message.sent = body.tap.at;
        message.floor = body.tap.at;
        stream.write(asio::buffer(wire::encode(session::ClientMessage(message))));
    }

    // Blocks until one more command is answered.
    void receive()
    {
        for (;;) {
            const std::string bytes = next_message(buffer, stream);
            if (!floor && bytes.starts_with(kEntryTag)) {
                continue;
            }
            if (!floor) {
                const auto message = wire::decode_server(bytes);
                if (!message) {
                    std::fprintf(stderr, "load: %s\n", message.error().what.c_str());
                    std::exit(1);
                }
                if (const auto* error = std::get_if<session::Error>(&*message)) {
                    std::fprintf(stderr, "load: the board says: %s\n", error->text.c_str());
                    std::exit(1);
                }
                if (!std::holds_alternative<session::Ack>(*message)) {
                    continue;
                }
            }
            latencies.push_back(Steady::now() - sent_at[answered]);
            ++answered;
            return;
        }
    }

    void run(std::size_t commands, std::size_t in_flight)
    {
        while (answered < commands) {
            while (sent < commands && sent - answered < in_flight) {
                send();
            }
            receive();
        }
    }

    bool floor;
    asio::io_context io;
    websocket::stream<tcp::socket> stream;
    beast::flat_buffer buffer;
    match::WriterId writer;
    std::size_t sent = 0;
    std::size_t answered = 0;
    std::vector<Steady::time_point> sent_at;
    std::vector<Steady::duration> latencies;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 6) {
        std::fprintf(stderr,
                     "usage: scoreboard-bench-load floor|scorewire PORT GENERATORS IN_FLIGHT COMMANDS\n");
        return 64;
    }
    const bool floor = std::string(argv[1]) == "floor";
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[2]));
    const auto generators = static_cast<std::size_t>(std::atoi(argv[3]));
    const auto in_flight = static_cast<std::size_t>(std::atoi(argv[4]));
    const auto commands = static_cast<std::size_t>(std::atoi(argv[5]));

    std::vector<std::unique_ptr<Generator>> all;
    for (std::size_t i = 0; i < generators; ++i) {
        all.push_back(std::make_unique<Generator>(floor, port, static_cast<int>(i)));
    }
    const auto begin = Steady::now();
    std::vector<std::thread> threads;
    for (auto& generator : all) {
        Generator* one = generator.get();
        threads.emplace_back([=] { one->run(commands / generators, in_flight / generators); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    const double seconds = std::chrono::duration<double>(Steady::now() - begin).count();
    std::vector<double> latencies;
    for (const auto& generator : all) {
        for (const auto latency : generator->latencies) {
            latencies.push_back(std::chrono::duration<double, std::micro>(latency).count());
        }
    }
    std::sort(latencies.begin(), latencies.end());
    std::printf("{\"per_second\":%.0f,\"p50_us\":%.1f,\"p99_us\":%.1f}\n",
                static_cast<double>(latencies.size()) / seconds, latencies[latencies.size() / 2],
                latencies[latencies.size() * 99 / 100]);
}
