#!/usr/bin/python3
"""Speed and size of the real programs, as ratios to a floor measured in the same run (./dev bench).

The floor is a bare WebSocket server that commits one row to SQLite, with the daemon's settings, before it answers; and
the time that the bytes on the serial line take. Nothing here fails by a number: it prints what was measured."""
import argparse
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time


class Process:
    """A child that has said it is ready on its standard output."""

    def __init__(self, *command, ready=True):
        self.child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL, text=True)
        self.ready = self.child.stdout.readline() if ready else ''
        if ready and not self.ready.startswith('ready'):
            sys.exit(f'bench: {command[0]} did not start')

    def field(self, name):
        return dict(word.split('=', 1) for word in self.ready.split() if '=' in word)[name]

    def end(self):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(timeout=20)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


class Bench:
    def __init__(self, bin_folder, work):
        self.bin = pathlib.Path(bin_folder)
        self.tools = self.bin.parent / 'bench'
        self.work = pathlib.Path(work)

    def daemon(self, data, panel='none'):
        return Process(self.bin / 'scoreboard-daemon', '--data', self.work / data, '--panel', panel,
                       '--control', '127.0.0.1:0', '--public', '127.0.0.1:0')

    def load(self, kind, port, generators, in_flight, commands):
        done = subprocess.run([str(self.tools / 'scoreboard-bench-load'), kind, str(port), str(generators),
                               str(in_flight), str(commands)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f'bench: load: {done.stderr}')
        return json.loads(done.stdout)

    def one_at_a_time(self, rounds):
        """saved → recorded: one command, its answer, the next one; floor and daemon in turn."""
        floor = Process(self.tools / 'scoreboard-bench-floor_server', self.work / 'floor.db')
        daemon = self.daemon('latency')
        floor_port, port = int(floor.ready.split()[1]), daemon.field('control').rsplit(':', 1)[1]
        pairs = [(self.load('floor', floor_port, 1, 1, 400)['p50_us'], self.load('scorewire', port, 1, 1, 400)['p50_us'])
                 for _ in range(rounds)]
        floor.end()
        daemon.end()
        base, ours = (statistics.median(column) for column in zip(*pairs))
        row('command → recorded, one at a time, p50', f'{ours:.0f} us', f'floor {base:.0f} us',
            statistics.median(o / b for b, o in pairs), 'target <= 1.4')

    def in_flight(self, rounds):
        floor = Process(self.tools / 'scoreboard-bench-floor_server', self.work / 'floor64.db')
        daemon = self.daemon('throughput')
        floor_port, port = int(floor.ready.split()[1]), daemon.field('control').rsplit(':', 1)[1]
        pairs = [(self.load('floor', floor_port, 4, 64, 40000)['per_second'],
                  self.load('scorewire', port, 4, 64, 20000)['per_second']) for _ in range(rounds)]
        floor.end()
        daemon.end()
        base, ours = (statistics.median(column) for column in zip(*pairs))
        row('64 in flight from 4 generators', f'{ours:.0f}/s', f'floor {base:.0f}/s',
            statistics.median(o / b for b, o in pairs), 'target >= 0.5')

    def levels(self, taps):
        """tap → saved → recorded → shown with the headless controller and the simulated panel at 115200."""
        link, socket = self.work / 'panel', self.work / 'sim.sock'
        sim = Process(self.bin / 'firmware-sim', '--pty', link, '--view', 'none', '--control', socket)
        daemon = self.daemon('levels', f'plp+serial:{link}?baud=115200')
        script = ''.join(json.dumps({'cmd': 'add', 'side': 'home', 'value': 1 if n % 2 == 0 else -1, 'at_ms': 500 + n * 25}) + '\n'
                         for n in range(taps))
        done = subprocess.run([str(self.bin / 'scoreboard-controller-cli'), '--board',
                               'ws://' + daemon.field('control'), '--journal', str(self.work / 'levels.journal'),
                               '--wait', 'shown', '--timeout', '60', 'script', '-'],
                              input=script, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f'bench: controller: {done.stderr}')
        at = {}
        for line in done.stdout.splitlines():
            change = json.loads(line)
            at.setdefault(change['seq'], {})[change['level']] = change['t_ms']
        recorded = [t['recorded'] - t['saved'] for t in at.values() if 'recorded' in t]
        shown = [t['shown'] - t['recorded'] for t in at.values() if 'shown' in t and 'recorded' in t]
        daemon.end()
        sim.end()
        wire = (15 + 14) * 10 / 115200 * 1000
        row('saved → recorded (controller with journal), p50', f'{percentile(recorded, 0.5):.2f} ms', '', None,
            f'p99 {percentile(recorded, 0.99):.2f} ms')
        row('recorded → shown at 115200, p50', f'{percentile(shown, 0.5):.2f} ms', f'wire {wire:.2f} ms',
            percentile(shown, 0.5) - wire, f'over the wire, in ms; target <= 1.5; p99 {percentile(shown, 0.99):.2f} ms')

    def fold(self):
        done = json.loads(subprocess.run([str(self.tools / 'scoreboard-bench-fold')], capture_output=True, text=True,
                                         check=True).stdout)
        row(f'fold of a match of {done["entries"]} entries', f'{done["fold_us"] / 1000:.2f} ms',
            f'copy {done["copy_us"] / 1000:.2f} ms', done['fold_us'] / done['copy_us'], 'target <= 2 ms')

    def day(self, matches, entries):
        """A day of matches in one log: what those that have ended cost the daemon, and its next start."""
        daemon = self.daemon('day')
        port = daemon.field('control').rsplit(':', 1)[1]

        def play():
            self.load('scorewire', port, 1, 64, entries)
            done = subprocess.run([str(self.bin / 'scoreboard-controller-cli'), '--board', f'tcp://127.0.0.1:{port}',
                                   '--journal', str(self.work / 'day.journal'), '--ruleset', 'handball.ihf.2016',
                                   'match', 'new'], capture_output=True, text=True)
            if done.returncode:
                sys.exit(f'bench: controller: {done.stderr}')
        play()
        play()
        before = resident_mib(daemon)
        for _ in range(matches):
            play()
        row(f'daemon RSS, {matches} more matches of {entries} entries', f'{resident_mib(daemon) - before:.1f} MiB',
            f'was {before:.1f} MiB', None, 'growth; target <= 10')
        daemon.end()
        begin = time.monotonic()
        daemon = self.daemon('day')
        row(f'start with {matches + 2} ended matches in the log', f'{(time.monotonic() - begin) * 1000:.0f} ms',
            f'RSS {resident_mib(daemon):.1f} MiB', None, 'target <= 300; RSS <= 26')
        daemon.end()

    def size(self):
        daemon = self.daemon('size')
        port = daemon.field('control').rsplit(':', 1)[1]
        self.load('scorewire', port, 1, 64, 10000)
        daemon.end()
        begin = time.monotonic()
        daemon = self.daemon('size')
        ready = time.monotonic() - begin
        first = self.load('scorewire', daemon.field('control').rsplit(':', 1)[1], 1, 1, 1)['p50_us'] / 1e6
        row('start to first ack, 10,000 entries in the log', f'{(ready + first) * 1000:.0f} ms', '', None, 'target <= 150')
        row('daemon RSS, 10,000 entries in the log', f'{resident_mib(daemon):.1f} MiB', '', None, 'target <= 16')
        daemon.end()
        link = self.work / 'idle-panel'
        sim = Process(self.bin / 'firmware-sim', '--pty', link, '--view', 'none')
        daemon = self.daemon('idle', f'plp+serial:{link}?baud=115200')
        row('daemon RSS, new log', f'{resident_mib(daemon):.1f} MiB', '', None, 'target <= 16')
        ticks = os.sysconf('SC_CLK_TCK')

        def busy():
            fields = pathlib.Path(f'/proc/{daemon.child.pid}/stat').read_text().rsplit(')', 1)[1].split()
            return (int(fields[11]) + int(fields[12])) / ticks
        before, seconds = busy(), 10
        time.sleep(seconds)
        row('idle CPU, panel connected', f'{(busy() - before) / seconds * 100:.1f} %', '', None, 'target <= 1')
        daemon.end()
        sim.end()


def resident_mib(process):
    status = pathlib.Path(f'/proc/{process.child.pid}/status').read_text()
    return int(next(line for line in status.splitlines() if line.startswith('VmRSS')).split()[1]) / 1024


def row(what, value, floor, ratio, note):
    print(f'{what:<52} {value:>12}  {floor:<16} {"" if ratio is None else f"{ratio:.2f}":>6}  {note}', flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--bin', required=True)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--only', choices=['latency', 'throughput', 'levels', 'size', 'fold', 'day'], action='append')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get('SCOREBOARD_BENCH_DIR', '/var/tmp')) as work:
        bench = Bench(arguments.bin, work)
        print(f'{"":<52} {"measured":>12}  {"":<16} {"ratio":>6}')
        parts = {'latency': lambda: bench.one_at_a_time(arguments.rounds),
                 'throughput': lambda: bench.in_flight(arguments.rounds), 'levels': lambda: bench.levels(200),
                 'size': bench.size, 'fold': bench.fold, 'day': lambda: bench.day(40, 500)}
        for name in arguments.only or parts:
            parts[name]()


if __name__ == '__main__':
    main()
