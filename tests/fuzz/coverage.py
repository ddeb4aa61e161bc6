#!/usr/bin/python3
"""How many lines of what reads foreign bytes the inputs of the fuzz targets go through: ./dev fuzz --coverage

Runs each target of the preset coverage over its corpus and what a fuzzer begins with, and asks gcov. Exit 1 if that is less than the goal, or no target
goes through a reader at all: then a target is missing, or a corpus does not reach far enough."""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / 'build/coverage'
CORPUS = ROOT / 'tests/fuzz/corpus'
GOAL = 85  # percent of the lines of all readers together
# What takes apart what comes from networks, wires, disks and people; a folder stands for all its files.
READERS = '''
    controller-app/link/board_url.cpp  scoreboard-daemon/ctl/board_url.cpp  scoreboard-daemon/serial/panel_url.cpp
    scoreboard-daemon/system/endpoint.cpp  scoreboard-daemon/system/configuration.cpp
    scoreboard-daemon/system/configuration_keys.cpp  scoreboard-daemon/system/toml_problem.cpp
    scoreboard-daemon/system/venue_ruleset.cpp  protocol/match/rule_options.cpp
    scoreboard-daemon/ctl/event_reader.cpp  scoreboard-daemon/ctl/scoreboard_text.cpp
    scoreboard-daemon/control/first_bytes.cpp  scoreboard-daemon/control/session_driver.cpp
    scoreboard-daemon/feed/query.cpp  scoreboard-daemon/feed/public_api.cpp  scoreboard-daemon/feed/state_id.cpp
    scoreboard-daemon/spectators/http_connection.cpp
    scoreboard-daemon/store/log_verifier.cpp  scoreboard-daemon/store/recovery.cpp
    scoreboard-daemon/store/reseed.cpp  scoreboard-daemon/store/match_transfer.cpp
    protocol/framing  protocol/wire  protocol/panel/link_messages.cpp  protocol/panel/link_receive.cpp
    protocol/session/client_session.cpp  protocol/session/server_session.cpp
    firmware-sim/firmware/link.c  firmware-sim/firmware/messages.c
'''.split()


def readers():
    for name in READERS:
        path = ROOT / name
        if path.is_dir():
            yield from (file.relative_to(ROOT) for file in sorted(path.iterdir()) if file.suffix in ('.c', '.cpp'))
        elif path.is_file():
            yield path.relative_to(ROOT)
        else:
            sys.exit(f'tests/fuzz/coverage.py: {name} is not there any more: put the list right')


def lines_run(wanted):
    """Of each wanted file its lines, and whether any of the programs went through them."""
    lines = collections.defaultdict(dict)
    for data in BUILD.rglob('*.gcda'):
        told = subprocess.run(['gcov', '--json-format', '--stdout', data], cwd=BUILD, capture_output=True, text=True, check=True)
        for document in told.stdout.splitlines():
            for file in json.loads(document)['files']:
                path = (BUILD / file['file']).resolve()
                if path.is_relative_to(ROOT) and path.relative_to(ROOT) in wanted:
                    seen = lines[path.relative_to(ROOT)]
                    for line in file['lines']:
                        number = line['line_number']
                        seen[number] = seen.get(number, False) or line['count'] > 0
    return lines


def main():
    parser = argparse.ArgumentParser(prog='./dev fuzz --coverage')
    parser.add_argument('--missed', action='store_true', help='tell the lines that nothing went through')
    arguments = parser.parse_args()
    for data in BUILD.rglob('*.gcda'):
        data.unlink()
    seeds = BUILD / 'fuzz-seeds'
    subprocess.run([BUILD / 'bin/scoreboard-fuzz-seeds', seeds], check=True)
    for program in sorted(path for path in (BUILD / 'fuzz').iterdir() if path.is_file()):
        subprocess.run([program, CORPUS / program.name, seeds / program.name], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lines = lines_run(set(readers()))
    never = [str(file) for file in readers() if file not in lines]
    total = run = 0
    for file in readers():
        if file not in lines:
            continue
        hit = sum(lines[file].values())
        total, run = total + len(lines[file]), run + hit
        print(f'{100 * hit / len(lines[file]):5.1f} %  {hit:5} of {len(lines[file]):5}  {file}')
        if arguments.missed:
            print('          missed:', *(number for number, was in sorted(lines[file].items()) if not was))
    print(f'{100 * run / total:5.1f} %  {run:5} of {total:5}  lines of what reads foreign bytes; at least {GOAL} % are asked for')
    for file in never:
        print(f'no target reads {file}')
    sys.exit(1 if never or 100 * run < GOAL * total else 0)


if __name__ == '__main__':
    main()
