#!/usr/bin/python3
"""Refuses what no compiler refuses: arrows between rooms that the house does not have, I/O in a pure room, lines that
GCC 12 miscompiles, words that do not belong, files that have grown too large. Prints one line a finding."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINE_MAX = 110
FILE_MAX = 500

PURE_FORBIDDEN = re.compile(
    r'#include <(thread|mutex|shared_mutex|condition_variable|atomic|future|fstream|iostream|filesystem|random|csignal|'
    r'ctime|unistd\.h|fcntl\.h|sys/.*|poll\.h|termios\.h|sqlite3\.h|SQLiteCpp/.*|Q[A-Z].*|boost/asio.*|boost/beast.*|'
    r'spdlog/.*)>')
NOW = re.compile(r'::now\(')
# In a full expression with co_await, GCC 12 destroys a braced aggregate or a by-value capture twice.
AWAIT_BRACE = re.compile(r'co_await\b.*(\{[^}]|\[=|(?<![\w\])])\[[a-z_]+[\],])')
WORDS = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b|(^|[\s"(])/(home|root)/\w')


def read_arrows():
    rooms, pure = {}, set()
    for line in (ROOT / 'tests/tidy/arrows.txt').read_text().splitlines():
        line = line.split('#')[0].strip()
        if not line:
            continue
        name, _, links = line.partition(':')
        if name.endswith('*'):
            name = name[:-1]
            pure.add(name)
        rooms[name] = links.split()

    def reach(name, seen):
        for link in rooms[name]:
            if link not in seen:
                seen.add(link)
                reach(link, seen)
        return seen

    return {name: reach(name, {name}) for name in rooms}, pure


def room_of(path, rooms):
    parts = path.parts
    if parts[0] in ('protocol', 'firmware-sim', 'controller-app', 'scoreboard-daemon') and len(parts) > 2:
        return parts[1] if parts[1] in rooms else None
    return None


def main():
    listed = subprocess.run(['git', 'ls-files', '-co', '--exclude-standard'], cwd=ROOT, capture_output=True, text=True,
                            check=True).stdout.split('\n')
    rooms, pure = read_arrows()
    findings = []
    folders = {p.parent.name for top in ('protocol', 'firmware-sim', 'controller-app', 'scoreboard-daemon')
               for p in (ROOT / top).glob('*/CMakeLists.txt')}
    for folder in sorted(folders - rooms.keys() - {'proto'}):
        findings.append(f'tests/tidy/arrows.txt: the room {folder} has no row')

    for name in sorted(set(listed)):
        path = pathlib.Path(name)
        if not name or not (ROOT / path).is_file() or path.parts[0] == 'third_party':
            continue
        if path.suffix not in ('.cpp', '.h', '.c', '.qml', '.py', '.md', '.proto', '.cmake', '.toml', ''):
            continue
        try:
            lines = (ROOT / path).read_text().splitlines()
        except UnicodeDecodeError:
            continue
        room = room_of(path, rooms)
        code = path.suffix in ('.cpp', '.h', '.c')
        if code and len(lines) > FILE_MAX and path.parts[0] != 'tests':
            findings.append(f'{path}: {len(lines)} lines; split it along a noun')
        for number, line in enumerate(lines, 1):
            where = f'{path}:{number}'
            if code and len(line) > LINE_MAX:
                findings.append(f'{where}: {len(line)} columns')
            if path.parts[0] != 'tests' and name not in ('.gitignore', 'LICENSE') and WORDS.search(line):
                findings.append(f'{where}: unfinished, or a path of one machine: {line.strip()[:80]}')
            if code and AWAIT_BRACE.search(line):
                findings.append(f'{where}: name the aggregate or lambda before co_await (GCC 12 destroys it twice)')
            if not code or room is None:
                continue
            include = re.match(r'#include "([a-z_]+)/', line)
            if include and include.group(1) in rooms and include.group(1) not in rooms[room]:
                findings.append(f'{where}: {room} may not include {include.group(1)} (tests/tidy/arrows.txt)')
            if room in pure and (PURE_FORBIDDEN.match(line) or NOW.search(line)):
                findings.append(f'{where}: {room} is pure: no socket, file, thread or clock')
    for finding in findings:
        print(finding)
    if findings:
        sys.exit(f'tidy: {len(findings)} findings')
    print('tidy: clean')


if __name__ == '__main__':
    main()
