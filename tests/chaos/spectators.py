#!/usr/bin/python3
"""Two hundred readers of the public port in one process: event streams, long polls and pages that ask every second.

    spectators.py HOST PORT STREAMS LONG_POLLS PAGES

Prints `ready` when all have seen a state. A line `until LOG-REV` on the standard input makes each go on until it has
that state; then one JSON document says what they saw."""
import json
import re
import selectors
import socket
import sys
import time

from clocks import board_now_us

SILENCE_S = 20  # the board sends a comment every 15 s; a reader that hears less connects again
AGAIN_S = 0.2
TICK_S = 0.1
PAGE_S = 1.0
LENGTH = re.compile(rb'\r\ncontent-length: (\d+)', re.IGNORECASE)


class Reader:
    """One spectator. `kind`: stream, long poll or page."""

    def __init__(self, crowd, kind):
        self.crowd, self.kind = crowd, kind
        self.socket = None
        self.have = ''        # the newest state's id, LOG-REV
        self.document = b''   # and its JSON
        self.rev = 0
        self.states = self.connections = 0
        self.fresh = False    # the next state is news, not what a newcomer is told
        self.due = 0.0        # of whatever it waits for

    def act(self):
        """Its time has come: it asks again, or gives up a connection that has gone silent."""
        if self.socket and self.kind == 'page' and not self.asked:
            self.ask()
        else:
            self.connect()
        self.wait(SILENCE_S)

    def wait(self, seconds):
        self.due = time.monotonic() + seconds

    def connect(self):
        self.leave()
        self.connections += 1
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.connect_ex(self.crowd.address)
        self.crowd.selector.register(self.socket, selectors.EVENT_WRITE, self)
        self.text, self.asked, self.fresh = b'', False, False

    def leave(self):
        if self.socket:
            self.crowd.selector.unregister(self.socket)
            self.socket.close()
            self.socket = None

    def ask(self):
        target, headers = '/api/v1/state', ''
        if self.kind == 'stream':
            target = '/api/v1/stream'
            headers = f'Last-Event-ID: {self.have}\r\n' if self.have else ''
        elif self.kind == 'long poll' and self.have:
            target = f'/api/v1/state?after={self.have}&wait=15'
        elif self.have:
            headers = f'If-None-Match: "{self.have}"\r\n'
        self.asked = True
        self.socket.sendall(f'GET {target} HTTP/1.1\r\nHost: board\r\n{headers}\r\n'.encode())

    def ready(self, events):
        try:
            if events & selectors.EVENT_WRITE:
                self.crowd.selector.modify(self.socket, selectors.EVENT_READ, self)
                self.ask()
                return
            chunk = self.socket.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            chunk = b''
        if not chunk:
            self.leave()
            self.wait(AGAIN_S)
            return
        self.due = time.monotonic() + SILENCE_S
        self.text += chunk
        self.take_events() if self.kind == 'stream' else self.take_answers()

    def take_events(self):
        *events, self.text = self.text.split(b'\n\n')
        for event in events:
            lines = dict(line.split(b': ', 1) for line in event.split(b'\n') if b': ' in line and line[0] != 58)
            if b'id' in lines:
                self.see(lines[b'id'].decode().strip(), lines[b'data'])

    def take_answers(self):
        while b'\r\n\r\n' in self.text:
            head, rest = self.text.split(b'\r\n\r\n', 1)
            length = LENGTH.search(head)
            size = int(length.group(1)) if length else 0
            if len(rest) < size:
                return
            self.text = rest[size:]
            tag = re.search(rb'\r\netag: "([^"]+)"', head, re.IGNORECASE)
            if head.split()[1] == b'200' and tag:
                self.see(tag.group(1).decode(), rest[:size])
            self.asked = False
            if self.kind == 'long poll':
                self.ask()
            else:
                self.wait(PAGE_S)

    def see(self, state, document):
        rev = int(state.rsplit('-', 1)[1])
        if self.have and (rev < self.rev or state.split('-')[0] != self.have.split('-')[0]):
            self.crowd.complaints.append(f'a {self.kind} saw {state} after {self.have}')
        if self.fresh and rev > self.rev and self.kind != 'page':
            self.crowd.spread.setdefault(rev, []).append(board_now_us())
        self.have, self.document, self.rev, self.fresh = state, document, rev, True
        self.states += 1


class Crowd:
    def __init__(self, address, kinds):
        self.address = address
        self.selector = selectors.DefaultSelector()
        self.complaints = []
        self.spread = {}  # rev → when each saw it
        self.readers = [Reader(self, kind) for kind, count in kinds for _ in range(count)]

    def run(self):
        self.selector.register(sys.stdin, selectors.EVENT_READ)
        until, said_ready, tick = None, False, 0.0
        while until is None or any(reader.have != until for reader in self.readers):
            for key, events in self.selector.select(max(tick - time.monotonic(), 0)):
                if key.data is None:
                    words = sys.stdin.readline().split()
                    if not words:
                        return
                    until = words[1]
                else:
                    key.data.ready(events)
            now = time.monotonic()
            if now >= tick:
                tick = now + TICK_S
                for reader in self.readers:
                    if reader.due <= now:
                        reader.act()
            if not said_ready and all(reader.have for reader in self.readers):
                said_ready = True
                print('ready', flush=True)
        self.report()

    def report(self):
        print(json.dumps({
            'readers': len(self.readers), 'states': sum(reader.states for reader in self.readers),
            'connections': sum(reader.connections for reader in self.readers), 'complaints': self.complaints[:10],
            'views': sorted({view(reader.document) for reader in self.readers}),
            'spread': [[rev, min(seen), max(seen), len(seen)] for rev, seen in self.spread.items()]}), flush=True)


def view(document):
    state = json.loads(document)
    return state['rev'], state['home']['score'], state['guest']['score'], state['clock']['text']


def main():
    host, port, *counts = sys.argv[1:]
    Crowd((host, int(port)), list(zip(('stream', 'long poll', 'page'), map(int, counts)))).run()


if __name__ == '__main__':
    main()
