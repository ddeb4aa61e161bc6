// Where the fuzzer begins: the messages that the protocol's pages show, and what people and programs ask.
// Writes FOLDER/TARGET/NAME: scoreboard-fuzz-seeds FOLDER

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "fuzz/seeds.h"
#include "unit/panel/link_examples.h"
#include "unit/wire/random_messages.h"
#include "unit/wire/readme_examples.h"
#include "wire/wire.h"

namespace {

using namespace scoreboard;

// As Input::piece() reads it.
std::string piece(const std::string& bytes)
{
    return static_cast<char>(std::min<std::size_t>(bytes.size(), 254)) + bytes.substr(0, 254);
}

void write_envelopes(const fuzz::SeedFolder& seeds)
{
    std::string stream{"\x01\0\0\0\0", 5};
    std::string talk;
    for (const wire::ReadmeExample& example : wire::readme_examples()) {
        if (example.message == "Envelope") {
            seeds.write("envelope", example.name, example.bytes);
            stream += wire::length_prefixed(example.bytes);
            talk += piece(wire::length_prefixed(example.bytes));
        }
    }
    seeds.write("frame_reader", "readme", stream);
    seeds.write("control_port", "readme", talk);
    wire::RandomMessages random(1);
    for (std::size_t kind = 0; kind < wire::kCommandKinds; ++kind) {
        seeds.write("envelope", "body-" + std::to_string(kind), wire::seal(random.body(kind)).bytes);
        seeds.write("envelope", "entry-" + std::to_string(kind), wire::encode(random.entry()));
    }
    for (std::size_t kind = 0; kind < wire::kClientKinds; ++kind) {
        seeds.write("envelope", "up-" + std::to_string(kind), wire::encode(random.client_message(kind)));
    }
    for (std::size_t kind = 0; kind < wire::kServerKinds; ++kind) {
        seeds.write("envelope", "down-" + std::to_string(kind), wire::encode(random.server_message(kind)));
    }
}

void write_link_frames(const fuzz::SeedFolder& seeds)
{
    for (const panel::LinkExample& example : panel::link_examples()) {
        const std::string wire(example.wire.begin(), example.wire.end());
        const std::string frame(example.frame.begin(), example.frame.end());
        const std::string body = frame.size() > 6 ? frame.substr(2, frame.size() - 6) : "";
        seeds.write("link_frame", example.name,
                    std::string("\x01", 1) + frame.substr(0, 1) + "\x01" + "\x05" + piece(body) + wire);
        seeds.write("panel_link", example.name, std::string("\0", 1) + piece(wire));
        seeds.write("firmware", example.name,
                    std::string("\x01", 1) + frame.substr(0, 1) + "\x01" + piece(body));
    }
}

void write_requests(const fuzz::SeedFolder& seeds)
{
    const std::string upgrade =
        "GET /control HTTP/1.1\r\nHost: board\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: scorewire.v1\r\n\r\n";
    // A masked binary frame, a ping and a close, with a mask of zeros.
    const std::string frames("\x82\x82\0\0\0\0hi\x89\x80\0\0\0\0\x88\x80\0\0\0\0", 20);
    seeds.write("control_port", "upgrade",
                piece(upgrade.substr(0, 100)) + piece(upgrade.substr(100)) + piece(frames));
    seeds.write("public_port", "state", "\x01" + piece("GET /api/v1/state HTTP/1.1\r\nHost: board\r\n\r\n"));
    seeds.write("public_port", "stream",
                "\x01" + piece("GET /api/v1/stream HTTP/1.1\r\nLast-Event-ID: 00000000-1\r\n\r\n"));
    seeds.write("public_port", "long-poll",
                "\x01" + piece("GET /api/v1/state?after=00000000-1&wait=30 HTTP/1.1\r\n\r\n"));
    seeds.write("public_port", "head",
                "\x01" + piece("HEAD /healthz HTTP/1.1\r\nIf-None-Match: \"00000000-1\"\r\n\r\n"));
    seeds.write("public_api", "state", "GET\n/api/v1/state\n\"aeaeaeae-7\"\n");
    seeds.write("public_api", "long-poll", "GET\n/api/v1/state?after=aeaeaeae-7&wait=30\n\n");
    seeds.write("public_api", "stream", "GET\n/api/v1/stream\n\naeaeaeae-6");
    seeds.write("public_api", "health", "GET\n/healthz\n\n");
    seeds.write("public_api", "options", "OPTIONS\n/\n\n");
    const std::string team =

        R"({"name":"HOME","score":54,"fouls":4,"bonus":true,"timeoutsLeft":2,"possession":true})";
    const std::string document =
        R"({"logId":"aeaeaeae","rev":7,"ruleset":"basketball.fiba.2026","game":{"periodText":"Q3"},)"
        R"("clock":{"running":true,"remainingMs":462000,"text":"7:42"},"shotClock":null,"home":)" +
        team + R"(,"guest":)" + team + R"(,"timeout":{"side":"guest","remainingMs":42000,"text":"0:42"},)" +
        R"("panel":{"status":"ok","shownRev":7}})";
    seeds.write("documents", "document", "\x20" + document);
    seeds.write("documents", "event",
                "\x20"
                "event: state\nid: aeaeaeae-7\ndata: " +
                    document + "\n\n: ping\n\n");
    seeds.write("addresses", "endpoint", "[::1]:7410");
    seeds.write("addresses", "board", "ws://court1.local:7410");
    seeds.write("addresses", "panel", "plp+serial:/dev/scoreboard-panel?baud=115200&backend=posix");
    seeds.write("addresses", "web", "http://[::1]:8080");
}

// Evenings of a tablet on an honest board: taps that are saved, sent, recorded and heard of, cuts and kills.
void write_evenings(const fuzz::SeedFolder& seeds)
{
    enum Act : char {
        kTap = 0,
        kSave = 5,
        kDial = 8,
        kCut = 10,
        kSend = 11,
        kRecord = 13,
        kHear = 15,
        kWait = 23,
        kKill = 25,
        kOthersTap = 27
    };
    constexpr int kEvenings = 24;
    constexpr int kTaps = 12;
    std::mt19937 random(1);
    const auto any = [&random](std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            text += static_cast<char>(random() % 256);
        }
        return text;
    };
    for (int evening = 0; evening < kEvenings; ++evening) {
        std::string acts{kDial, kSend, kRecord, kHear, kSend, kRecord, kHear};
        for (int tap = 0; tap < kTaps; ++tap) {
            acts += char{kTap} + any(5);
            acts += {kSave, kSend, kRecord, kHear, kSave};
            switch (random() % 5) {
            case 0:
                acts += {kCut, kDial, kSend, kRecord, kHear};
                break;
            case 1:
                acts += {kKill, kDial, kSend, kRecord, kHear};
                break;
            case 2:
                acts += char{kOthersTap} + any(4);
                acts += {kRecord, kHear, kSave};
                break;
            case 3:
                acts += char{kWait} + any(2);
                break;
            default:
                break;
            }
        }
        seeds.write("client", "evening-" + std::to_string(evening), acts);
    }
}

} // namespace

void fuzz::SeedFolder::write(const std::string& target, const std::string& name,
                             const std::string& bytes) const
{
    std::filesystem::create_directories(folder_ / target);
    std::ofstream(folder_ / target / name, std::ios::binary) << bytes;
}

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: scoreboard-fuzz-seeds FOLDER\n");
        return 1;
    }
    const fuzz::SeedFolder seeds(argv[1]);
    write_envelopes(seeds);
    write_link_frames(seeds);
    write_requests(seeds);
    write_evenings(seeds);
    fuzz::write_matches(seeds);
    return 0;
}
