#!/usr/bin/python3
"""The real programs over bad networks (./dev chaos): four headless controllers tap over links that are cut, deaf, slow
and lossy, two hundred spectators watch, daemon and controllers are killed; then everything heals, and every promise is
checked from outside. Needs root; touches only network namespaces of its own.

Ends with 0 if every promise was kept, 1 if not, 77 if this machine cannot do it."""
import argparse
import json
import pathlib
import random
import selectors
import shutil
import subprocess
import sys
import tempfile
import time

import figures
import recorded
import weather
from board import Board
from clocks import TrueOffset, board_now_us
from namespaces import why_not
from oracle import Oracle
from relay import Relay
from tablet import Tablet

TABLETS = 4
STREAMS, LONG_POLLS, PAGES = 120, 60, 20
TAP_EVERY_S = 0.25
CLOCK_EVERY_S = (0.7, 2.0)
WINDING = 40          # clock taps until the game clock is wound up again
KILL_EVERY_S = 40
HALL_CUT_S = 1.5
QUIET_S = 90          # until all is quiet after the weather has cleared; only a failure takes so long
SECONDS_MIN = 15
SKIPPED = 77


class Chaos:
    def __init__(self, programs, work, seconds, seed):
        self.seconds, self.work = seconds, work
        self.rng = random.Random(f'{seed}-taps')
        self.board = Board(work, programs)
        self.tablets = [Tablet(n, self.board, work, programs / 'scoreboard-controller-cli') for n in range(TABLETS)]
        self.relay = Relay([tablet.ends for tablet in self.tablets], seed)
        self.crowd = self.board.hall.spawn('/usr/bin/python3', pathlib.Path(__file__).with_name('spectators.py'),
                                           '10.77.100.1', 8080, STREAMS, LONG_POLLS, PAGES, stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE)
        if self.crowd.stdout.readline() != b'ready\n':
            raise OSError('the spectators did not come in')
        self.offset = TrueOffset()
        self.selector = selectors.DefaultSelector()
        self.looks = []
        self.unfair = []  # board times around which spectators are late for good reason
        self.clock_taps = 0
        self.plan = self.events(seed)

    # ---- what happens when ----

    def events(self, seed):
        """(seconds, what to do) for the whole run, in order."""
        plan = [(step.at, lambda step=step: self.tablets[step.tablet].weather(step, self.relay))
                for step in weather.plan(seed, TABLETS, self.seconds)]
        for tablet in self.tablets:
            at = self.rng.uniform(0, TAP_EVERY_S)
            while at < self.seconds:
                plan.append((at, lambda tablet=tablet: self.score(tablet)))
                at += self.rng.uniform(0.5, 1.5) * TAP_EVERY_S
        at = 1.0
        while at < self.seconds:
            plan.append((at, self.clock))
            at += self.rng.uniform(*CLOCK_EVERY_S)
        kills = max(1, int(self.seconds / KILL_EVERY_S))
        for n in range(kills):
            middle = self.seconds * (n + 0.5) / kills
            plan.append((middle, self.kill_daemon))
            plan.append((middle * 0.7, lambda n=n: self.kill_controller(self.tablets[n % TABLETS])))
        plan += [(n / 10, self.look) for n in range(10, int(self.seconds * 10))]
        plan += [(n, self.offset.look) for n in range(int(self.seconds))]
        plan += [(self.seconds * 0.4, lambda: self.hall('down')), (self.seconds * 0.4 + HALL_CUT_S, lambda: self.hall('up'))]
        return sorted(plan, key=lambda event: event[0])

    def score(self, tablet):
        """One point more, up to fifty; then down again. What a tablet adds in all is never below zero."""
        rising = len(tablet.taps) % 100 < 50
        tablet.tap(cmd='add', side='home' if tablet.number % 2 else 'guest', value=1 if rising else -1)

    def clock(self):
        """The whistle: whoever has a link starts the clock, whoever has none is more likely to stop it."""
        self.clock_taps += 1
        if self.clock_taps % WINDING == 0:
            self.tablets[0].tap(cmd='clock', set='10:00.0')
            return
        starts = self.clock_taps % 2 == 1
        fit = [tablet for tablet in self.tablets if tablet.cut != starts] or self.tablets
        self.rng.choice(fit).tap(cmd='clock', do='start' if starts else 'stop')

    def hall(self, word):
        """The spectators' network goes, or comes back."""
        self.board.hall.ip('link', 'set', 'eth0', word)
        self.unfair.append(board_now_us())

    def kill_daemon(self):
        self.unfair.append(board_now_us())
        self.board.kill()

    def kill_controller(self, tablet):
        self.selector.unregister(tablet.child.stdout)
        tablet.kill()
        self.selector.register(tablet.child.stdout, selectors.EVENT_READ, tablet)

    def look(self):
        promised = max((tap.rev for tablet in self.tablets for tap in tablet.taps[-200:] if tap.shown), default=0)
        lit = self.board.lit()
        self.looks.append((promised, board_now_us(), lit))

    # ---- the run ----

    def run(self):
        for tablet in self.tablets:
            tablet.start()
            self.selector.register(tablet.child.stdout, selectors.EVENT_READ, tablet)
        begin = time.monotonic()
        self.tablets[0].tap(cmd='period')
        for at, act in self.plan:
            self.hear_until(begin + at)
            act()
        self.hear_until(begin + self.seconds)
        self.quieten()

    def hear_until(self, until):
        while True:
            left = until - time.monotonic()
            for key, _ in self.selector.select(max(left, 0)):
                if not key.data.hear():
                    raise OSError(f'tablet {key.data.number}: its controller ended; its words are in '
                                  f'{key.data.errors.name}')
            if left <= 0:
                return

    def quieten(self):
        """After the last tap: every controller ends by itself once all of its taps are shown."""
        self.tablets[0].tap(cmd='clock', do='stop')
        for tablet in self.tablets:
            tablet.child.stdin.close()
        until = time.monotonic() + QUIET_S
        talking = list(self.tablets)
        while talking and time.monotonic() < until:
            for key, _ in self.selector.select(1):
                if not key.data.hear():
                    self.selector.unregister(key.fileobj)
                    talking.remove(key.data)
        for tablet in talking:
            tablet.child.kill()
        for tablet in self.tablets:
            tablet.child.wait()
        self.offset.look()

    def judge(self):
        state, lit = self.settled()
        self.crowd.stdin.write(f'until {state["logId"]}-{state["rev"]}\n'.encode())
        self.crowd.stdin.flush()
        ready = selectors.DefaultSelector()
        ready.register(self.crowd.stdout, selectors.EVENT_READ)
        if not ready.select(QUIET_S):
            raise OSError(f'a spectator never came to see rev {state["rev"]}')
        saw = json.loads(self.crowd.stdout.readline())
        self.board.stop()
        self.relay.close()
        oracle = Oracle(recorded.read_log(self.board.data), self.offset)
        oracle.whole()
        for tablet in self.tablets:
            oracle.tablet(tablet, recorded.read_journal(tablet.journal))
        oracle.panel(self.looks)
        oracle.end(state, lit)
        oracle.spectators(saw, state)
        return oracle, saw

    def settled(self):
        """The public state and the light, once the panel has the newest rev."""
        until = time.monotonic() + QUIET_S
        while True:
            state = self.board.state()
            if state['panel']['shownRev'] == state['rev'] or time.monotonic() > until:
                return state, self.board.lit()
            time.sleep(0.05)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True, type=pathlib.Path, help='folder of the programs')
    parser.add_argument('--seconds', type=float, default=300, help='of bad weather (300)')
    parser.add_argument('--seed', type=int, default=random.SystemRandom().randrange(1 << 32), help='of weather and taps')
    arguments = parser.parse_args()
    if arguments.seconds < SECONDS_MIN:
        parser.error(f'--seconds needs at least {SECONDS_MIN}: every tablet goes through every kind of weather')
    if reason := why_not():
        print(f'chaos: skipped: {reason}')
        return SKIPPED
    print(f'chaos: {arguments.seconds:g} s, --seed {arguments.seed}', flush=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix='scorewire-chaos-', dir='/var/tmp'))
    broken = run(arguments, work)
    for breach in broken[:20]:
        print(f'BROKEN: {breach}')
    if broken:
        print(f'chaos: {len(broken)} promises were BROKEN; again with --seed {arguments.seed}. Log, journals and what the '
              f'programs said are in {work}')
        return 1
    shutil.rmtree(work)
    print('chaos: every promise was kept')
    return 0


def run(arguments, work):
    """Prints the figures; returns what was broken."""
    try:
        chaos = Chaos(arguments.bin.resolve(), work, arguments.seconds, arguments.seed)
        chaos.run()
        oracle, saw = chaos.judge()
    except OSError as error:
        return [f'the run could not go on: {error}']
    figures.weather_table(chaos.tablets, oracle)
    figures.summary(chaos, oracle, saw)
    return oracle.broken


if __name__ == '__main__':
    sys.exit(main())
