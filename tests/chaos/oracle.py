"""Whether every promise was kept: what was said against what is in the files, and what the hall saw."""
import bisect
import itertools
import json

import recorded

MARGIN_US = 1000  # two clocks are read one after the other

SIDES = ('home', 'guest')
CLOCK_KINDS = {'start': recorded.START_CLOCK, 'stop': recorded.STOP_CLOCK}


def meaning(command):
    """A tap as the log has it: (kind, side, points)."""
    if command['cmd'] == 'add':
        return recorded.ADD_SCORE, SIDES.index(command['side']), command['value']
    if command['cmd'] == 'clock':
        return CLOCK_KINDS.get(command.get('do'), recorded.SET_CLOCK), 0, 0
    return recorded.NEXT_PERIOD, 0, 0


def meaning_of(entry):
    if entry.kind == recorded.ADD_SCORE:
        return entry.kind, recorded.first(entry.payload, 1), recorded.signed(recorded.first(entry.payload, 2))
    return entry.kind, 0, 0


class Oracle:
    """`entries` are all of the log; `offset` is the TrueOffset of the run."""

    def __init__(self, entries, offset):
        self.entries, self.offset = entries, offset
        self.broken = []
        self.lost = self.doubled = 0
        self.errors = []  # (kind of weather, microseconds, uncertainty) of every clock command that counts AT
        self.scores = list(itertools.accumulate(map(recorded.points, entries), lambda a, b: (a[0] + b[0], a[1] + b[1])))

    def breach(self, what):
        self.broken.append(what)

    def whole(self):
        for number, entry in enumerate(self.entries, 1):
            if entry.rev != number:
                self.breach(f'the log has rev {entry.rev} where rev {number} should be')
                return

    def tablet(self, tablet, journal):
        name = f'tablet {tablet.number}'
        own = [entry for entry in self.entries if entry.writer == journal.writer]
        by_seq = {}
        for entry in own:
            if entry.seq in by_seq:
                self.doubled += 1
                self.breach(f'{name}: seq {entry.seq} is recorded twice, as rev {by_seq[entry.seq].rev} and {entry.rev}')
            by_seq[entry.seq] = entry
        seqs = [entry.seq for entry in own]
        if seqs != sorted(seqs):
            self.breach(f'{name}: its taps are not in the order of the tapping: {seqs}')
        for tap in tablet.taps:
            self.tap(name, tap, by_seq.get(tap.seq))
        if journal.outbox or journal.orphans:
            self.breach(f'{name}: {journal.outbox} taps are left in its outbox, {journal.orphans} are orphans')

    def tap(self, name, tap, entry):
        where = f'{name} seq {tap.seq}'
        if not tap.saved:
            self.breach(f'{name}: {tap.command} was never called saved')
        elif entry is None:
            self.lost += 1
            self.breach(f'{where}: it was called saved, and is in no row of the log')
        else:
            if meaning(tap.command) != meaning_of(entry):
                self.breach(f'{where}: {tap.command} was recorded as {meaning_of(entry)}')
            if tap.recorded and (not entry.applied or tap.rev != entry.rev):
                self.breach(f'{where}: it was called recorded as rev {tap.rev}; the log has rev {entry.rev}, applied '
                            f'{entry.applied}')
            if tap.refused and entry.applied:
                self.breach(f'{where}: it was called refused, and rev {entry.rev} is applied')
            if not (tap.refused or tap.unheard or (tap.recorded and tap.shown)):
                self.breach(f'{where}: nobody told the controller that rev {entry.rev} is recorded and shown')
            if not tap.pressed <= entry.tapped <= tap.saved:
                self.breach(f'{where}: it was stamped {entry.tapped}, but tapped from {tap.pressed} to {tap.saved}')
            self.clock(where, tap, entry)

    def clock(self, where, tap, entry):
        """START and STOP that count from the tap count from the true tap, give or take what they admit."""
        counts = entry.applied and entry.effect == 'at' and entry.reason in ('in time', 'late')
        if entry.kind not in CLOCK_KINDS.values() or not counts:
            return
        true = entry.tapped + self.offset.at(entry.tapped)
        error = abs(entry.at - true)
        self.errors.append((tap.kind, error, entry.uncertainty))
        if error > entry.uncertainty + MARGIN_US:
            self.breach(f'{where}: it counts {error / 1000:.1f} ms from the tap, and admits {entry.uncertainty / 1000} ms')

    def panel(self, looks):
        """Each look: (newest rev that any controller had been told is shown, board time of the answer, what was lit)."""
        received = [entry.received for entry in self.entries]
        for promised, now, lit in looks:
            head = bisect.bisect_right(received, now)
            shown = lit_score(lit)
            if shown not in self.scores[max(promised, 1) - 1:head]:
                self.breach(f'rev {promised} was called shown, and the panel has {shown}; the log has '
                            f'{self.scores[promised - 1]} there')

    def end(self, state, lit):
        """What everybody sees when all is quiet."""
        log = (len(self.entries), *self.scores[-1])
        public = (state['rev'], state['home']['score'], state['guest']['score'])
        if public != log:
            self.breach(f'the public state is {public}, the log adds up to {log}')
        if lit_score(lit) != self.scores[-1] or lit['clock'].strip() != state['clock']['text']:
            self.breach(f'the panel shows {json.dumps(lit)}, the public state {log} and {state["clock"]["text"]}')

    def spectators(self, saw, state):
        for complaint in saw['complaints']:
            self.breach(f'spectators: {complaint}')
        view = [state['rev'], state['home']['score'], state['guest']['score'], state['clock']['text']]
        if saw['views'] != [view]:
            self.breach(f'spectators ended on {saw["views"][:3]} instead of {view}')


def lit_score(lit):
    return int(lit['home.score'] or 0), int(lit['guest.score'] or 0)
