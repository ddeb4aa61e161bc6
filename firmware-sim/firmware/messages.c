#include "firmware/messages.h"

#include <pb_decode.h>
#include <pb_encode.h>
#include <string.h>

#include "framing/link_body.h"
#include "scoreboard/v1/panel.nanopb.h"

_Static_assert(scoreboard_v1_LinkHelloAck_size <= kLinkBodyMax, "HELLO_ACK must fit into one frame");
_Static_assert(scoreboard_v1_LinkStatus_size <= kLinkBodyMax, "STATUS must fit into one frame");
_Static_assert((int)kResetLockUp == (int)scoreboard_v1_ResetCause_RESET_CAUSE_LOCK_UP, "as in panel.proto");

static const uint32_t kBauds[] = {115200, 250000, 57600, 19200, 9600};
enum { kBaudCount = sizeof kBauds / sizeof kBauds[0], kReceiveWindow = 512, kBrightnessLevels = 256 };

bool hello_read(const uint8_t* body, size_t size, struct hello* hello)
{
    scoreboard_v1_LinkHello message = scoreboard_v1_LinkHello_init_zero;
    pb_istream_t stream = pb_istream_from_buffer(body, size);
    if (!pb_decode(&stream, scoreboard_v1_LinkHello_fields, &message)) {
        return false;
    }
    hello->protocol_min = message.protocol_min;
    hello->protocol_max = message.protocol_max;
    hello->start_id = message.start_id;
    hello->nonce = message.nonce;
    return true;
}

static uint64_t uptime_ms(const struct panel_firmware* firmware)
{
    return (firmware->now_us - firmware->boot_us) / 1000;
}

size_t hello_ack_write(const struct panel_firmware* firmware, uint32_t nonce, uint32_t protocol,
                       uint8_t* body)
{
    const struct panel_identity* identity = &firmware->identity;
    scoreboard_v1_LinkHelloAck message = scoreboard_v1_LinkHelloAck_init_zero;
    message.nonce = nonce;
    message.protocol = protocol;
    message.boot_id = firmware->boot_id;
    message.reset_cause = (scoreboard_v1_ResetCause)firmware->reset_cause;
    strncpy(message.firmware_version, PANEL_FIRMWARE_VERSION, sizeof message.firmware_version - 1);
    strncpy(message.serial, identity->serial, sizeof message.serial - 1);
    message.hardware_revision = identity->hardware_revision;
    message.digits = identity->digits;
    message.clocks = identity->clocks;
    message.indicator_bytes = identity->indicator_bytes;
    message.text_bytes = identity->text_bytes;
    message.layout_hash = identity->layout_hash;
    message.schema_hash = LINK_SCHEMA_HASH;
    message.rx_window = kReceiveWindow;
    message.body_max = kLinkBodyMax;
    message.bauds_count = kBaudCount;
    memcpy(message.bauds, kBauds, sizeof kBauds);
    message.refresh_hz = kPanelRefreshHz;
    message.brightness_levels = kBrightnessLevels;
    message.start_id = firmware->link.image_start_id;
    message.image_rev = firmware->latched_rev;
    message.digest = panel_firmware_digest(firmware);
    message.uptime_ms = uptime_ms(firmware);

    pb_ostream_t stream = pb_ostream_from_buffer(body, kLinkBodyMax);
    return pb_encode(&stream, scoreboard_v1_LinkHelloAck_fields, &message) ? stream.bytes_written : 0;
}

size_t status_write(const struct panel_firmware* firmware, uint8_t* body)
{
    const struct panel_counters* counters = &firmware->link.counters;
    scoreboard_v1_LinkStatus message = scoreboard_v1_LinkStatus_init_zero;
    message.uptime_ms = uptime_ms(firmware);
    message.image_rev = firmware->latched_rev;
    message.digest = panel_firmware_digest(firmware);
    message.frames_ok = counters->frames_ok;
    message.frames_bad_crc = counters->bad_crc;
    message.frames_malformed = counters->malformed;
    message.frames_without_session = counters->without_session;
    message.uart_errors = counters->uart_errors;
    message.overruns = counters->overruns;
    message.counter_gaps = counters->counter_gaps;
    message.tx_drops = counters->tx_drops;
    message.brightness_level = firmware->light_brightness;
    message.refresh_hz = kPanelRefreshHz;

    pb_ostream_t stream = pb_ostream_from_buffer(body, kLinkBodyMax);
    return pb_encode(&stream, scoreboard_v1_LinkStatus_fields, &message) ? stream.bytes_written : 0;
}
