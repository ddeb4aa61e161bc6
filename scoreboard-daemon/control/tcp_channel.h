#pragma once

#include <array>

#include "control/channel.h"
#include "wire/wire.h"

namespace scoreboard::control {

// Envelopes behind their lengths on a plain TCP stream.
class TcpChannel final : public Channel {
public:
    // `first`: what was read already, to tell the protocols apart.
    TcpChannel(boost::asio::ip::tcp::socket socket, std::string_view first);

    boost::asio::awaitable<const Arrived*> read() override;
    void put(std::string_view envelope) override;
    std::size_t waiting() const override { return output_.size(); }
    boost::asio::awaitable<bool> flush() override;
    boost::asio::awaitable<void> say_goodbye() override;
    boost::asio::ip::tcp::socket& socket() override { return socket_; }

private:
    void cut();

    boost::asio::ip::tcp::socket socket_;
    wire::FrameReader frames_;
    Arrived arrived_;
    bool first_given_ = false;
    std::array<char, 16 * 1024> input_; // many commands a read
    std::string output_;
    std::string writing_; // what flush() is sending while more is put
};

} // namespace scoreboard::control
