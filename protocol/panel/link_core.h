#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "framing/link_body.h"
#include "framing/link_frame.h"
#include "panel/health_report.h"
#include "panel/image.h"
#include "panel/image_book.h"
#include "panel/link_messages.h"
#include "panel/panel_link.h"
#include "panel/panel_time.h"
#include "panel/round_trip.h"
#include "panel/transmissions.h"
#include "panel/wire_clock.h"

namespace scoreboard::panel {

// The inside of PanelLink: what the panel said (link_receive.cpp), what is to be sent next (link_send.cpp),
// and the state between them.
class LinkCore {
public:
    explicit LinkCore(PanelLink::Options options);

    void on_open(BoardTime now, std::uint32_t nonce);
    void on_closed(BoardTime now, std::string why);
    void on_bytes(std::span<const std::uint8_t> bytes, BoardTime now);
    void set_picture(const Picture& picture, Rev rev, BoardTime now);
    std::optional<std::vector<std::uint8_t>> poll_transmit(BoardTime now);
    std::optional<BoardTime> next_deadline() const;

    std::deque<PanelEvent> events;
    PanelLink::Counters counters;

    LinkHealth health() const { return health_.told(); }
    Rev shown() const { return shown_; }
    std::uint32_t image_rev() const { return book_.wanted(); }
    std::span<const std::uint8_t> image() const { return book_.image(); }
    std::optional<std::uint32_t> acknowledged() const { return acknowledged_; }
    std::optional<Duration> round_trip() const { return round_trip_.smoothed(); }

private:
    enum class State {
        kClosed,
        kGreeting, // HELLO goes out until a HELLO_ACK with our nonce comes
        kSession,
        kOtherLayout,
    };
    // Why pictures go out without being confirmed, if they do.
    enum class Blind { kNo, kSilence, kOtherVersion };
    enum class Work { kPicture, kHello, kTime, kPing };
    struct Due {
        Work work;
        BoardTime at;
    };

    // link_receive.cpp
    void on_frame(const link_frame& frame, BoardTime now);
    void on_hello_ack(const PanelIdentity& panel, BoardTime now);
    void on_boot(const PanelIdentity& panel, BoardTime now);
    void on_ack(const link_ack& ack, BoardTime now);
    void on_nak(const link_nak& nak, BoardTime now);
    void on_time_response(const link_time_response& response, BoardTime read, BoardTime now);
    void begin_session(const PanelIdentity& panel, BoardTime now);
    void drop_session(BoardTime now);
    void refuse_layout(const PanelIdentity& panel, BoardTime now);
    void note_boot(const PanelIdentity& panel, BoardTime now);
    void send_full_again(BoardTime now);
    void claim_shown(BoardTime now);

    // link_send.cpp
    std::vector<Due> work_due() const; // most urgent first
    std::optional<BoardTime> picture_due() const;
    std::optional<BoardTime> ping_due() const;
    Duration hello_period() const;
    std::vector<std::uint8_t> send_picture(BoardTime now);
    std::vector<std::uint8_t> send_hello(BoardTime now);
    std::vector<std::uint8_t> send_time_request(BoardTime now);
    std::vector<std::uint8_t> send_ping(BoardTime now);
    std::vector<std::uint8_t> transmit(std::uint8_t type, std::span<const std::uint8_t> body, BoardTime now);

    // link_core.cpp
    void tick(BoardTime now);
    void go_blind(Blind why, BoardTime now);
    void refresh_image(BoardTime now);
    void update_time_base(BoardTime now);
    void tell_ok(BoardTime now);
    void tell_deaf(BoardTime now);
    bool is_slow() const; // a FULL would hold a tap up for 50 ms and more
    Duration ping_period() const;
    Duration silence_max() const; // without an answer for so long the board is blind
    bool is_acknowledged() const { return acknowledged_ && *acknowledged_ == book_.wanted() && !full_due_; }

    PanelLink::Options options_;
    WireClock wire_;
    RoundTrip round_trip_;
    PanelTime time_;
    ImageWriter writer_;
    ImageBook book_;
    HealthReport health_;
    Transmissions transmissions_;
    link_decoder decoder_{};

    State state_ = State::kClosed;
    std::uint32_t nonce_ = 0;
    bool just_opened_ = false;
    std::optional<link_seed> seed_;      // of the session; outlives it while blind
    std::optional<PanelIdentity> panel_; // the last that answered
    Blind blind_ = Blind::kNo;
    BoardTime heard_{};  // the last answer of the panel's
    BoardTime talked_{}; // the last valid frame of any kind

    std::optional<Picture> picture_;
    Rev rev_ = 0;
    std::optional<TimeBase> base_;
    BoardTime refresh_at_{};

    std::optional<std::uint32_t> acknowledged_; // image latched in this session, digest right
    bool acknowledged_counts_ = false;          // no test pattern, and its clocks run by valid time
    std::optional<std::uint32_t> sent_;         // newest image that went out in this session
    bool full_due_ = false;
    bool ping_open_ = false;
    std::optional<BoardTime> answer_by_; // what was sent last is sent again then
    std::optional<BoardTime> resend_at_; // a NAK asked for it
    BoardTime nak_heed_from_{};
    BoardTime hello_at_{};
    BoardTime time_at_{};
    int quick_times_ = 0;
    BoardTime ping_at_{};
    BoardTime blind_full_at_{};
    BoardTime full_again_from_{};
    std::deque<BoardTime> boots_;
    std::string warning_; // added to what is told of a panel that works

    Rev shown_ = 0;
};

} // namespace scoreboard::panel
