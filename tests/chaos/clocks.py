"""The clocks of the two ends. Namespaces share one kernel, so what a tablet has to estimate can be known here."""
import time


def tablet_now_us():
    """The quartz, and what the machine has slept; what is less than a millisecond of that is the readings' own."""
    awake = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    slept = time.clock_gettime_ns(time.CLOCK_BOOTTIME) - awake
    return (time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW) + (slept if slept > 1_000_000 else 0)) // 1000


def board_now_us():
    return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW) // 1000


class TrueOffset:
    """Board time minus tablet time, over the whole run."""

    def __init__(self):
        self.samples = []
        self.look()

    def look(self):
        readings = []
        for _ in range(5):  # the tightest of a few: this process may lose its core between two readings
            before, board, after = tablet_now_us(), board_now_us(), tablet_now_us()
            readings.append((after - before, before + (after - before) // 2, board))
        _, tablet, board = min(readings)
        self.samples.append((tablet, board - tablet))

    def at(self, tablet_us):
        """The offset at a moment, from the samples on both sides of it."""
        after = next((n for n, sample in enumerate(self.samples) if sample[0] >= tablet_us), len(self.samples) - 1)
        (t0, o0), (t1, o1) = self.samples[max(after - 1, 0)], self.samples[after]
        return o0 if t1 == t0 else o0 + (o1 - o0) * (tablet_us - t0) / (t1 - t0)
