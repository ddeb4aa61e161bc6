"""A tablet: a network of its own, and in it a headless controller that keeps its journal over every restart."""
import dataclasses
import json
import os
import subprocess

from clocks import tablet_now_us
from namespaces import Namespace


@dataclasses.dataclass
class Tap:
    """One key press, and what the controller said of it. Times are microseconds of the tablets' clock."""
    command: dict
    pressed: int
    kind: str        # of the weather
    seq: int = 0
    saved: int = 0   # when each level was said; 0: it was not
    recorded: int = 0
    shown: int = 0
    refused: int = 0
    rev: int = 0
    unheard: bool = False  # the controller was killed before it could say the rest


class Tablet:
    def __init__(self, number, board, work, program):
        self.number, self.program = number, program
        self.board_address = f'10.77.{number}.1'
        self.journal = work / f'tablet-{number}.journal'
        self.errors = open(work / f'tablet-{number}.log', 'w', encoding='utf-8')
        self.air = Namespace()
        self.host = 2
        self.ends = (self.air.tap('wlan'), board.network.tap(f'tablet{number}'))
        board.network.ip('address', 'add', f'{self.board_address}/24', 'dev', f'tablet{number}')
        self.air.sysctl('net.ipv4.conf.all.promote_secondaries', 1)
        self.air.ip('address', 'add', self.address(), 'dev', 'wlan')
        self.taps = []         # that were saved, or asked for and not answered yet
        self.by_seq = {}
        self.unsaved = []      # in the order of asking
        self.kind = 'calm'
        self.cut = False       # nothing gets through
        self.healed = None     # (kind, when it did again), until that is noticed
        self.reconnects = []   # (kind, microseconds)
        self.kills = 0
        self.child = None

    def address(self):
        return f'10.77.{self.number}.{self.host}/24'

    def start(self):
        self.child = self.air.spawn(
            self.program, '--board', f'tcp://{self.board_address}:7410', '--journal', self.journal, '--name',
            f'tablet {self.number}', '--wait', 'shown', '--timeout', 60, 'script', '-',
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)
        os.set_blocking(self.child.stdout.fileno(), False)
        self.text = b''

    def kill(self):
        """kill -9 and start again. What was asked for and never called saved may be lost; nothing else may, though what
        came of it may remain unsaid."""
        self.child.kill()
        self.child.wait()
        self.hear()
        for tap in self.unsaved:
            self.taps.remove(tap)
        self.unsaved.clear()
        for tap in self.taps:
            tap.unheard = tap.unheard or not (tap.shown or tap.refused)
        self.kills += 1
        self.start()

    def tap(self, **command):
        tap = Tap(command, tablet_now_us(), self.kind)
        self.taps.append(tap)
        self.unsaved.append(tap)
        self.child.stdin.write(json.dumps(command).encode() + b'\n')
        self.child.stdin.flush()

    def hear(self):
        """Reads what the controller has said; false when it has ended."""
        try:
            chunk = os.read(self.child.stdout.fileno(), 65536)
        except BlockingIOError:
            return True
        *lines, self.text = (self.text + chunk).split(b'\n')
        now = tablet_now_us()
        for line in lines:
            self.take(json.loads(line), now)
        return bool(chunk)

    def take(self, said, now):
        level, seq = said['level'], said['seq']
        if level == 'saved' and seq not in self.by_seq and self.unsaved:
            tap = self.unsaved.pop(0)
            tap.seq = seq
            self.by_seq[seq] = tap
        tap = self.by_seq.get(seq)
        if tap is None:
            return  # saved, but killed before it could say so
        setattr(tap, level, now)
        tap.rev = said.get('rev', tap.rev)
        if level in ('recorded', 'refused') and self.healed:
            kind, when = self.healed
            self.reconnects.append((kind, now - when))
            self.healed = None

    def weather(self, step, relay):
        if step.interface == 'move':
            old, self.host = self.address(), self.host % 200 + 2
            self.air.ip('address', 'add', self.address(), 'dev', 'wlan')
            self.air.ip('address', 'del', old, 'dev', 'wlan')
        elif step.interface:
            self.air.ip('link', 'set', 'wlan', step.interface)
        relay.set(self.number, **step.settings)
        self.kind = step.kind
        self.cut = step.cuts
        if step.cuts:
            self.healed = None
        elif step.heals:
            self.healed = (step.kind, tablet_now_us())
