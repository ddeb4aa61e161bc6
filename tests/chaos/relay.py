"""The air between the tablets and the board: frames go from one TAP device to another, late, slowly or not at all.
A process of its own, so that nothing else the harness does delays them."""
import heapq
import json
import os
import random
import select
import signal
import time

FRAME_MAX = 2048
QUEUE_S = 1.0  # what waits longer for a slow link is dropped
UP, DOWN = 0, 1  # tablet to board, board to tablet

CLEAR = {'delay_ms': 2.0, 'jitter_ms': 0.0, 'loss': 0.0, 'kbit': 0, 'mute': [False, False], 'drop_resets': False}


def is_reset(frame):
    """A TCP segment over IPv4 that has RST set."""
    if frame[12:14] != b'\x08\x00' or frame[23] != 6:
        return False
    flags = 14 + (frame[14] & 0x0F) * 4 + 13
    return len(frame) > flags and bool(frame[flags] & 0x04)


class Direction:
    """One way of one link."""

    def __init__(self, source, sink, way, rng):
        self.source, self.sink, self.way, self.rng = source, sink, way, rng
        self.free_at = self.last_due = 0.0

    def due(self, frame, weather, now):
        """When the frame arrives; None: never."""
        if weather['mute'][self.way] or self.rng.random() < weather['loss']:
            return None
        if weather['drop_resets'] and is_reset(frame):
            return None
        due = now
        if weather['kbit']:
            begin = max(now, self.free_at)
            if begin - now > QUEUE_S:
                return None
            due = self.free_at = begin + len(frame) * 8 / (weather['kbit'] * 1000)
        due += (weather['delay_ms'] + self.rng.uniform(0, weather['jitter_ms'])) / 1000
        self.last_due = max(due, self.last_due)  # jitter does not reorder
        return self.last_due


class Relay:
    """`links`: for each tablet its descriptor in the tablet and its descriptor in the board."""

    def __init__(self, links, seed):
        reader, self.orders = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.orders)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                carry(links, reader, seed)
            finally:
                os._exit(0)
        os.close(reader)
        for pair in links:
            for descriptor in pair:
                os.close(descriptor)

    def set(self, link, **weather):
        os.write(self.orders, json.dumps([link, {**CLEAR, **weather}]).encode() + b'\n')

    def close(self):
        os.close(self.orders)
        os.waitpid(self.pid, 0)


def carry(links, orders, seed):
    """Until the harness closes its end of `orders`."""
    directions = {}
    for number, (tablet, board) in enumerate(links):
        directions[tablet] = (number, Direction(tablet, board, UP, random.Random(f'{seed}-{number}-up')))
        directions[board] = (number, Direction(board, tablet, DOWN, random.Random(f'{seed}-{number}-down')))
    weather = [CLEAR for _ in links]
    waiting, count, text = [], 0, b''
    while True:
        now = time.monotonic()
        patience = max(waiting[0][0] - now, 0) if waiting else None
        ready, _, _ = select.select([orders, *directions], [], [], patience)
        now = time.monotonic()
        for descriptor in ready:
            if descriptor == orders:
                chunk = os.read(orders, 4096)
                if not chunk:
                    return
                *lines, text = (text + chunk).split(b'\n')
                for line in lines:
                    link, weather[link] = json.loads(line)
                continue
            link, direction = directions[descriptor]
            for frame in frames(descriptor):
                due = direction.due(frame, weather[link], now)
                if due is not None:
                    count += 1
                    heapq.heappush(waiting, (due, count, direction.sink, frame))
        while waiting and waiting[0][0] <= time.monotonic():
            _, _, sink, frame = heapq.heappop(waiting)
            try:
                os.write(sink, frame)
            except OSError:
                pass  # that end's interface is down


def frames(descriptor):
    while True:
        try:
            yield os.read(descriptor, FRAME_MAX)
        except OSError:
            return  # nothing more, or the interface is down
