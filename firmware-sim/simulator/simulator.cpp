#include "simulator/simulator.h"

#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <sstream>
#include <stdexcept>

#include "simulator/duration.h"
#include "simulator/light_line.h"
#include "simulator/panel_state.h"

namespace scoreboard::simulator {
namespace {

using line::Direction;
using line::LineTime;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

// How often a port that nobody has open is looked at: its poll() would return at once.
constexpr milliseconds kClosedPortEvery{5};

const panel::Layout& layout_named(const std::string& name)
{
    if (const panel::Layout* layout = panel::find_layout(name); layout != nullptr) {
        return *layout;
    }
    std::string known;
    for (const panel::Layout& layout : panel::all_layouts()) {
        known += " " + layout.name;
    }
    throw std::runtime_error("there is no layout '" + name + "'; there are:" + known);
}

LineTime monotonic()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

int signal_descriptor()
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGHUP);
    ::sigprocmask(SIG_BLOCK, &ends, nullptr);
    return ::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

std::unique_ptr<std::FILE, int (*)(std::FILE*)> open_log(const std::string& path)
{
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        path.empty() ? nullptr : std::fopen(path.c_str(), "we"), &std::fclose);
    if (!path.empty() && !file) {
        throw std::runtime_error("cannot write " + path + ": " + std::strerror(errno));
    }
    if (file) {
        std::setvbuf(file.get(), nullptr, _IOLBF, 0); // people and tests follow it
    }
    return file;
}

} // namespace

Simulator::Simulator(const Options& options)
    : options_(options), layout_(layout_named(options.layout)), epoch_(monotonic()),
      signals_(signal_descriptor()), pty_(std::in_place, options.baud), link_(options.link),
      panel_({layout_, options.baud, options.seed}, LineTime::zero()), fault_log_(open_log(options.fault_log))
{
    // The default slack of 50 us would be half a byte at 115200 baud.
    ::prctl(PR_SET_TIMERSLACK, 1000UL);
    link_.point_to(pty_->device());
    if (!options.control.empty()) {
        control_ = std::make_unique<ControlServer>(
            options.control, [this](const std::string& request) { return answer(request); });
    }
    if (options.terminal) {
        screen_ = std::make_unique<Screen>(layout_);
    }
}

Simulator::~Simulator()
{
    ::close(signals_);
}

const std::string& Simulator::device() const
{
    return pty_->device();
}

LineTime Simulator::now() const
{
    return monotonic() - epoch_;
}

void Simulator::run()
{
    for (;;) {
        const LineTime time = now();
        replug_when_due(time);
        exchange_bytes(time);
        log_injections();
        if (screen_) {
            screen_->show(light_of(layout_, panel_), time);
        }
        wait(now());
        signalfd_siginfo signal{};
        if (::read(signals_, &signal, sizeof signal) == sizeof signal) {
            return;
        }
        if (control_) {
            panel_.advance(now()); // a question is about this moment
            control_->serve();
        }
    }
}

void Simulator::exchange_bytes(LineTime time)
{
    if (!pty_) {
        panel_.advance(time);
        return;
    }
    const bool was_open = pty_->is_open();
    const std::vector<std::uint8_t> from_host = pty_->read();
    if (was_open && !pty_->is_open() && !pty_->end_exclusive_use()) {
        pty_.emplace(options_.baud);
        link_.point_to(pty_->device());
    }
    // Like two real ports, two that are set to different speeds hear nothing but noise.
    panel_.set_garbled(pty_->is_open() && pty_->baud() != options_.baud);
    panel_.host_writes(from_host, time);
    panel_.advance(time);
    pty_->write(panel_.host_reads(time));
}

void Simulator::replug_when_due(LineTime time)
{
    if (!replug_at_ || time < *replug_at_) {
        return;
    }
    replug_at_.reset();
    pty_ = std::move(spare_);
    spare_.reset();
    panel_.set_plugged(true, time);
    link_.point_to(pty_->device());
}

void Simulator::log_injections()
{
    for (const Direction direction : {Direction::kToPanel, Direction::kFromPanel}) {
        for (const line::Injection& injection : panel_.take_injections(direction)) {
            if (fault_log_) {
                std::fprintf(fault_log_.get(), "%.6f %llu %s %s\n",
                             static_cast<double>(injection.at.count()) / 1e9,
                             static_cast<unsigned long long>(injection.index),
                             direction == Direction::kToPanel ? "to-panel" : "from-panel",
                             std::string(line::fault_name(injection.kind)).c_str());
            }
        }
    }
}

void Simulator::wait(LineTime time)
{
    std::vector<pollfd> polled = {{signals_, POLLIN, 0}};
    std::optional<LineTime> until = panel_.next_deadline();
    const auto no_later = [&until](std::optional<LineTime> candidate) {
        if (candidate && (!until || *candidate < *until)) {
            until = candidate;
        }
    };
    no_later(replug_at_);
    no_later(screen_ ? screen_->next_deadline() : std::nullopt);
    if (pty_ && pty_->is_open()) {
        polled.push_back({pty_->fd(), POLLIN, 0});
    } else if (pty_) {
        no_later(time + kClosedPortEvery);
    }
    if (control_) {
        control_->add_to(polled);
    }
    const nanoseconds left = std::max(nanoseconds::zero(), until.value_or(time) - time);
    const timespec timeout{static_cast<time_t>(left / seconds(1)),
                           static_cast<long>((left % seconds(1)).count())};
    ::ppoll(polled.data(), polled.size(), until ? &timeout : nullptr, nullptr);
}

std::string Simulator::answer(const std::string& request)
{
    const std::size_t space = request.find(' ');
    const std::string verb = request.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : request.substr(space + 1);
    if (verb == "state") {
        return state_json(layout_, panel_);
    }
    if (verb == "light") {
        return light_line(layout_, light_of(layout_, panel_));
    }
    if (verb == "set") {
        return set_faults(rest);
    }
    if (verb == "unplug") {
        return unplug(rest);
    }
    if (verb == "reset") {
        panel_.reset(kResetPowerOn, now());
        return "ok";
    }
    return "error: there is no request '" + verb + "'";
}

std::string Simulator::set_faults(const std::string& assignments)
{
    Faults changed = faults_;
    std::istringstream words(assignments);
    for (std::string word; words >> word;) {
        if (const std::optional<std::string> wrong = changed.set(word)) {
            return "error: " + *wrong;
        }
    }
    faults_ = changed;
    faults_.apply(panel_);
    return "ok";
}

std::string Simulator::unplug(const std::string& text)
{
    const std::optional<nanoseconds> duration = parse_duration(text);
    if (!duration) {
        return "error: '" + text + "' is no duration; use 500ms or 2s";
    }
    if (pty_) {
        // Opened before the old one closes, so that it comes back under another number.
        spare_.emplace(options_.baud);
        link_.remove();
        pty_.reset();
        panel_.set_plugged(false, now());
    }
    replug_at_ = now() + *duration;
    return "ok";
}

} // namespace scoreboard::simulator
