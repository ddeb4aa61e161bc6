#!/usr/bin/python3
"""The full run before a release, up to two hours on two cores: ./dev test --long [--part N] [--only STEP]

Every step runs a program that checks promises and says in a line what it did; a broken promise stops nothing, so that one
run tells everything. At the end: a table of figures, also left in build/long/report.md, and exit 1 if anything broke."""
import argparse
import dataclasses
import datetime
import math
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / 'build/long'
STORAGE_FAULT_TESTS = 'CallsFailTest|EveryCallOfAStartTest|EveryCallAtWorkTest|EveryJournalCallTest|FullDiskTest|LostDiskTest|DamagedLogTest.IsSetAside'


@dataclasses.dataclass
class Step:
    name: str
    promise: str  # what a reader is told
    commands: list  # run side by side; each a list of words
    figure: str  # of what the programs print: a number, added up over the commands
    unit: str
    goal: int
    env: dict = dataclasses.field(default_factory=dict)


def share(whole, part):
    return math.ceil(whole / part)


def power_cuts(part, store, cuts, *options):
    return ['build/release/bin/scoreboard-power-cuts', '--store', store, '--cuts', str(share(cuts, part)), *options]


def matches(part, first, runs):
    return ['build/release/bin/scoreboard-simulation', '--match', '--seed', str(first), '--runs', str(share(runs, part))]


def orders(part):
    """What is tried to the end: taps, kills of each app, kills of the daemon, cuts of each connection; envelopes lost, doubled, overtaken."""
    small = ('1 1 0 0 0 0 0', '1 0 1 0 0 0 0', '1 0 0 1 0 0 0')
    large = ('3 1 0 0 0 0 0', '3 0 1 0 0 0 0', '3 0 0 1 0 0 0', '1 1 1 1 0 0 0',
             '3 0 0 0 1 0 0', '2 0 0 0 0 1 0', '2 0 0 0 0 0 1', '1 0 0 0 1 1 1')
    names = '--taps --tablet-kills --board-kills --cuts --drops --duplicates --reorders'.split()
    return [['build/release/bin/scoreboard-simulation', '--explore', *(word for pair in zip(names, bounds.split()) for word in pair)]
            for bounds in (small if part > 1 else large)]


def tests(preset, *options):
    return ['ctest', '--preset', preset, '-V', *options]


def steps(part):
    cut_figure = r'(\d+) cuts,'
    fuzz = ['/usr/bin/python3', 'tests/fuzz/fuzz.py', '--jobs', '2', '--seconds', str(max(2, 60 // part)),
            '--executions', str(50_000_000 // part)]
    return [
        Step('power cuts', 'nothing that was acknowledged is lost when the power goes, at any write',
             [power_cuts(part, 'log', 40_000), power_cuts(part, 'journal', 40_000)], cut_figure, 'power cuts', 80_000),
        Step('garbling flash', 'the same on flash that garbles the 4 KiB block it was writing',
             [power_cuts(part, 'log', 10_000, '--flash', 'garbling'), power_cuts(part, 'journal', 10_000, '--flash', 'garbling')],
             cut_figure, 'power cuts', 20_000),
        Step('failed syncs', 'after a sync that failed nothing more is acknowledged, and nothing acknowledged is lost',
             [power_cuts(part, 'log', 1_000, '--fault', 'sync'), power_cuts(part, 'journal', 1_000, '--fault', 'sync')],
             r'(\d+) after a fault', 'failed syncs', 2_000),
        Step('failing disks', 'the same when a write or a read fails, and when the disk is full',
             [power_cuts(part, store, 700, '--fault', fault) for store in ('log', 'journal') for fault in ('eio', 'read', 'enospc')],
             r'(\d+) after a fault', 'faults', 3_000),
        Step('two-hour matches', 'tablets, board and panel through two hours of a bad hall, in virtual time',
             [matches(part, 1, 250), matches(part, 251, 250)], r'all held, (?=\d+ taps)()', 'matches', 500),
        Step('every order', 'every order of what can happen to two tablets of up to three taps with a kill, a cut or a bad network somewhere',
             orders(part), r'(\d+) states,', 'states', 1),
        Step('kill -9', 'the real daemon killed under the load of four controllers',
             [tests('dev', '-R', 'CrashTest')], r'(\d+) kills', 'kills', 300, {} if part > 1 else {'SCOREBOARD_LONG': '1'}),
        # Each part runs all of these tests, so that the goal is their number: one that was skipped is one too few.
        Step('storage faults', 'the real programs killed or failed at every write and sync of log and journal, on full, read-only and cut disks',
             [tests('dev', '-R', STORAGE_FAULT_TESTS)], r'  Passed() ', 'tests', 25 * part, {} if part > 1 else {'SCOREBOARD_LONG': '1'}),
        Step('bad air', 'the real programs over networks that are cut, slow, lossy and roaming',
             [['/usr/bin/python3', 'tests/chaos/chaos.py', '--bin', 'build/dev/bin', '--seed', '7', '--seconds', str(max(20, 300 // part))]],
             r'(\d+) saved', 'taps', 1),
        Step('planted bugs', 'each bug that is planted on purpose is caught, and each check catches one',
             [['build/sabotage/bin/scoreboard-simulation', '--matrix'], ['build/sabotage/bin/scoreboard-power-cuts', '--matrix', '--cuts', '400']],
             r'(?m)^\S+ +sim +\d+ ()', 'bugs', 1),
        Step('fuzzing', 'whatever reads bytes from outside answers or refuses, and never breaks',
             [fuzz], r'targets, ([\d,]+) executions', 'executions', 50_000_000),
    ]


def run(step):
    """True if every command succeeded; the figure; the seconds."""
    began = time.monotonic()
    logs, running = [], []
    waiting = list(enumerate(step.commands))
    good = True
    while waiting or running:
        while waiting and len(running) < 2:
            number, command = waiting.pop(0)
            log = OUT / f'{step.name.replace(" ", "_")}_{number + 1}.log'
            logs.append(log)
            with log.open('w') as output:
                output.write(' '.join(command) + '\n')
                output.flush()
                running.append(subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                                env=os.environ | step.env))
        good &= running.pop(0).wait() == 0
    text = ''.join(log.read_text(errors='replace') for log in logs)
    found = re.findall(step.figure, text)
    figure = len(found) if found and found[0] == '' else sum(int(number.replace(',', '')) for number in found)
    if not good:
        for log in logs:
            lines = log.read_text(errors='replace').splitlines()
            print(f'--- the end of {log.relative_to(ROOT)}', *lines[-15:], sep='\n')
    return good, figure, time.monotonic() - began


def main():
    parser = argparse.ArgumentParser(prog='./dev test --long')
    parser.add_argument('--part', type=int, default=1, help='only so small a part of each step, to try the run itself (1)')
    parser.add_argument('--only', action='append', metavar='STEP', help='this step alone; may be repeated')
    arguments = parser.parse_args()
    chosen = steps(arguments.part)
    if arguments.only:
        unknown = set(arguments.only) - {step.name for step in chosen}
        if unknown:
            sys.exit(f'./dev test --long: there is no step "{", ".join(unknown)}"; known: {", ".join(s.name for s in chosen)}')
        chosen = [step for step in chosen if step.name in arguments.only]
    OUT.mkdir(parents=True, exist_ok=True)

    rows, broken = [], []
    for step in chosen:
        print(f'{datetime.datetime.now():%H:%M:%S}  {step.name}: {step.promise}', flush=True)
        good, figure, seconds = run(step)
        short = figure < step.goal // arguments.part
        verdict = 'BROKEN' if not good else 'too few' if short else 'held'
        if verdict != 'held':
            broken.append(step.name)
        print(f'          {verdict}: {figure:,} {step.unit} in {seconds:,.0f} s', flush=True)
        rows.append(f'| {step.name} | {step.promise} | {figure:,} {step.unit} | {seconds:,.0f} s | {verdict} |')

    commit = subprocess.run(['git', 'describe', '--always', '--dirty'], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    report = OUT / 'report.md'
    report.write_text('\n'.join([f'Commit {commit}, {datetime.date.today()}, {os.cpu_count()} cores' +
                                 (f', a {arguments.part}th part' if arguments.part > 1 else ''), '',
                                 '| step | promise | figure | time | |', '|---|---|---|---|---|', *rows, '']))
    print(f'{report.relative_to(ROOT)}: ' + (f'BROKEN or too few: {", ".join(broken)}' if broken else 'every promise was kept'))
    sys.exit(1 if broken else 0)


if __name__ == '__main__':
    main()
