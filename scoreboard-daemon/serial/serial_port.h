#pragma once

#include <boost/system/result.hpp>
#include <memory>
#include <string>

#include "serial/panel_url.h"

namespace scoreboard::serial {

// Why a port could not be opened, as a sentence: what happened, where, what to do.
struct PortError {
    std::string text;
    int number = 0; // the errno behind it; 0 if there is none
};

// An open serial port: 8N1, raw, no flow control, locked against everybody else, non-blocking. Closed by the
// destructor, at once: a descriptor that stays open makes an unplugged adapter come back under another name.
class SerialPort {
public:
    SerialPort() = default;
    SerialPort(const SerialPort&) = delete;
    SerialPort& operator=(const SerialPort&) = delete;
    virtual ~SerialPort() = default;

    virtual int native_handle() const = 0;
    // Forgets what was written and has not left yet: a late picture is worth nothing.
    virtual void discard_output() = 0;
};

// Opens the device that `url` names; follows symbolic links, picks the back end.
boost::system::result<std::unique_ptr<SerialPort>, PortError> open_serial_port(const PanelUrl& url);

} // namespace scoreboard::serial
