#!/usr/bin/python3
"""Runs the fuzz targets (preset fuzz) and says what came of it: executions, their rate, coverage, and each input that
broke a promise. Usage: ./dev fuzz [TARGET…] [--seconds N] [--executions N] [--jobs N] [--keep]"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / 'tests/fuzz/corpus'
FILES_MAX, BYTES_MAX = 60, 300_000  # of a corpus in the repository
QUICKEST = 4  # targets that make what is missing to a number of executions
HASHED = re.compile(r'[0-9a-f]{40}$')  # what libFuzzer calls a file; one with a name was kept by a person


def environment():
    """Targets that write files write them into memory, where the machine has such a place."""
    return os.environ | ({'TMPDIR': '/dev/shm'} if os.access('/dev/shm', os.W_OK) else {})


class Target:
    def __init__(self, program, work):
        self.name = program.name
        self.program = program
        self.corpus = work / 'corpus' / self.name
        self.found = work / 'found'
        self.executions = self.seconds = self.edges = 0
        self.failure = None
        for folder in (self.corpus, self.found, CORPUS / self.name):
            folder.mkdir(parents=True, exist_ok=True)

    def fuzz(self, seconds):
        run = subprocess.run(
            [self.program, f'-max_total_time={seconds}', '-print_final_stats=1', '-timeout=20', '-rss_limit_mb=2048',
             '-max_len=4096', f'-artifact_prefix={self.found}/{self.name}-', self.corpus, CORPUS / self.name],
            env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors='replace')
        executed = re.search(r'stat::number_of_executed_units: (\d+)', run.stderr)
        edges = re.findall(r' cov: (\d+) ', run.stderr)
        self.executions += int(executed.group(1)) if executed else 0
        self.seconds += seconds
        self.edges = int(edges[-1]) if edges else self.edges
        if run.returncode != 0:
            self.failure = run.stderr
        rate = int(executed.group(1)) // max(seconds, 1) if executed else 0
        print(f'{self.name:14} {self.executions:>12,} executions  {rate:>7,}/s  {self.edges:>6,} edges'
              f'{"  BROKEN" if self.failure else ""}', flush=True)

    def keep(self):
        """Makes the corpus in the repository the few files that reach the most, and what a person named."""
        with tempfile.TemporaryDirectory() as folder:
            control = pathlib.Path(folder, 'control')
            merged = pathlib.Path(folder, 'merged')
            merged.mkdir()
            subprocess.run([self.program, '-merge=1', '-timeout=20', f'-merge_control_file={control}', merged, self.corpus,
                            CORPUS / self.name], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            chosen = choose(*read_control(control))
            kept = {path.name: path.read_bytes() for path in chosen}
        kept |= {path.name: path.read_bytes() for path in (CORPUS / self.name).iterdir() if not HASHED.match(path.name)}
        shutil.rmtree(CORPUS / self.name)
        (CORPUS / self.name).mkdir()
        for name, content in kept.items():
            (CORPUS / self.name / name).write_bytes(content)
        print(f'{self.name:14} keeps {len(kept)} files, {sum(map(len, kept.values())):,} bytes')


def read_control(control):
    """The files of a merge, and the features (an edge, and how often) that each reaches."""
    lines = control.read_text().splitlines()
    count = int(lines[0])
    files = [pathlib.Path(line) for line in lines[2:2 + count]]
    features = {}
    for line in lines[2 + count:]:
        kind, *rest = line.split()
        if kind == 'FT':
            features[int(rest[0])] = set(rest[1:])
    return files, features


def choose(files, features):
    """Again and again the file that adds most to those that were chosen."""
    chosen, size = [], 0
    while features and len(chosen) < FILES_MAX:
        best = max(features, key=lambda index: len(features[index]))
        reached = features.pop(best)
        if not reached:
            break
        if size + files[best].stat().st_size <= BYTES_MAX:
            chosen.append(files[best])
            size += files[best].stat().st_size
            for others in features.values():
                others -= reached
    return chosen


def report(target):
    """What was said, the frames that are ours, and how to see it again."""
    said = re.compile(r'broken promise|Assertion|ERROR|SUMMARY|runtime error|terminate|what\(\)|    #\d+ .*(?:protocol|controller-app|'
                      r'scoreboard-daemon|firmware-sim|tests)/')
    print(f'\n{target.name} broke a promise:')
    for line in target.failure.splitlines():
        if said.search(line):
            print(re.sub(r'/\S*/build/fuzz/../../', '', line)[:300])
    for path in re.findall(r'Test unit written to (\S+)', target.failure):
        print(f'see it again: {target.program.relative_to(ROOT)} {pathlib.Path(path).relative_to(ROOT)}\n'
              f'once it is mended, keep it under a name that says what it was: {CORPUS.relative_to(ROOT)}/{target.name}/')


def main():
    parser = argparse.ArgumentParser(prog='./dev fuzz')
    parser.add_argument('targets', nargs='*', metavar='TARGET', help='default: all')
    parser.add_argument('--seconds', type=int, default=45, help='for each target (45)')
    parser.add_argument('--executions', type=int, default=0,
                        help='in total: what is missing after that the quickest targets make, in more rounds')
    parser.add_argument('--jobs', type=int, default=1, help='targets side by side (1)')
    parser.add_argument('--keep', action='store_true', help='renew the corpus in tests/fuzz/corpus by what was found')
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build/fuzz', help=argparse.SUPPRESS)
    arguments = parser.parse_args()

    seeds = arguments.build / 'corpus'  # grows by what is found
    subprocess.run([arguments.build / 'bin/scoreboard-fuzz-seeds', seeds], check=True)
    (seeds / 'configuration').mkdir(exist_ok=True)
    shutil.copy(ROOT / 'packaging/config/scoreboard-daemon.toml', seeds / 'configuration')
    programs = {path.name: path for path in sorted((arguments.build / 'fuzz').iterdir()) if path.is_file()}
    unknown = set(arguments.targets) - programs.keys()
    if unknown:
        sys.exit(f'./dev fuzz: there is no target {", ".join(sorted(unknown))}; known: {", ".join(programs)}')
    targets = [Target(programs[name], arguments.build) for name in arguments.targets or programs]
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        chosen = targets
        while True:
            list(pool.map(lambda target: target.fuzz(arguments.seconds), chosen))
            total = sum(target.executions for target in targets)
            if total >= arguments.executions or any(target.failure for target in targets):
                break
            chosen = sorted(targets, key=lambda target: -target.executions / target.seconds)[:max(arguments.jobs, QUICKEST)]
    if arguments.keep:
        for target in targets:
            target.keep()
    for target in targets:
        if target.failure:
            report(target)
    broken = [target.name for target in targets if target.failure]
    print(f'{len(targets)} targets, {total:,} executions: ' + (f'BROKEN: {", ".join(broken)}' if broken else 'every promise held'))
    sys.exit(1 if broken else 0)


if __name__ == '__main__':
    main()
