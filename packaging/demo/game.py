#!/usr/bin/python3
"""Writes a basketball game for scoreboard-controller-cli's script command: JSON lines with at_ms, in quick time.

    game.py [--seconds S] [--opening]      --opening: only what makes a match in progress
    game.py --from-actions                 the same for any sport, out of what scoreboard-controller-cli's `actions` lists
"""
import argparse
import json
import sys

# (seconds after the possession's start, command): a few possessions as they are scored at a table.
POSSESSIONS = [
    [(0.0, {'cmd': 'shot', 'value': '24'}), (1.2, {'cmd': 'add', 'side': 'home', 'value': 2}), (1.3, {'cmd': 'shot', 'value': 'blank'})],
    [(0.0, {'cmd': 'shot', 'value': '24'}), (1.4, {'cmd': 'add', 'side': 'guest', 'value': 3}), (1.5, {'cmd': 'shot', 'value': 'blank'})],
    [(0.0, {'cmd': 'shot', 'value': '24'}), (0.9, {'cmd': 'clock', 'do': 'stop'}), (1.0, {'cmd': 'foul', 'side': 'guest'}),
     (1.2, {'cmd': 'shot', 'value': '14'}), (1.5, {'cmd': 'clock', 'do': 'start'}), (2.0, {'cmd': 'add', 'side': 'home', 'value': 2})],
    [(0.0, {'cmd': 'shot', 'value': '24'}), (1.0, {'cmd': 'add', 'side': 'guest', 'value': 2}), (1.4, {'cmd': 'undo'}),
     (1.9, {'cmd': 'add', 'side': 'guest', 'value': 3})],
    [(0.0, {'cmd': 'shot', 'value': '24'}), (0.8, {'cmd': 'clock', 'do': 'stop'}), (0.9, {'cmd': 'foul', 'side': 'home'}),
     (1.0, {'cmd': 'add', 'side': 'guest', 'value': 1}), (1.5, {'cmd': 'possession', 'side': 'guest'}), (1.7, {'cmd': 'clock', 'do': 'start'})],
]


# How often what a match offers is tapped to put it in progress, by the beginning of its name; the first that fits holds.
# Where several keys begin so, the later ones are tapped less.
OPENING = [
    ('add home -', 0), ('add guest -', 0), ('add home', 3), ('add guest', 2),
    ('foul home', 2), ('foul guest', 3), ('possession guest', 1),
    ('count home', 2), ('count guest', 1), ('penalty home', 1), ('penalty guest', 1), ('added 2', 1), ('lamp', 1),
]


def opening_of(names):
    """JSON commands that put a match of any sport in progress, by nothing but the names of its keys."""
    seen = {}
    commands = []
    for name in names:
        start, times = next(((start, times) for start, times in OPENING if name.startswith(start)), ('', 0))
        times = 0 if name.endswith('-1') else max(0, times - seen.get(start, 0))
        seen[start] = seen.get(start, 0) + 1
        word, _, rest = name.partition(' ')
        side, _, value = rest.partition(' ')
        command = {'cmd': word, 'side': side, 'value': value} if side in ('home', 'guest') else {'cmd': word, 'value': rest}
        commands += [command] * times
    shots = [name for name in names if name.startswith('shot ') and name[5:].isdigit()]
    return commands + [{'cmd': 'shot', 'value': shot[5:]} for shot in shots[:1]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=float, default=3600)
    parser.add_argument('--opening', action='store_true')
    parser.add_argument('--from-actions', action='store_true')
    arguments = parser.parse_args()

    def tell(at, command):
        print(json.dumps({**command, 'at_ms': round(at * 1000)}), flush=True)

    if arguments.from_actions:
        for index, command in enumerate(opening_of([line.split('\t')[0] for line in sys.stdin.read().splitlines()])):
            tell(0.05 * index, command)
        return
    tell(0.0, {'cmd': 'possession', 'side': 'home'})
    tell(0.1, {'cmd': 'clock', 'do': 'start'})
    if arguments.opening:
        for side, points in (('home', 23), ('guest', 19)):
            while points > 0:
                tell(0.2, {'cmd': 'add', 'side': side, 'value': min(3, points)})
                points -= 3
        for side in ('home', 'home', 'guest', 'guest', 'guest'):
            tell(0.3, {'cmd': 'foul', 'side': side})
        tell(0.4, {'cmd': 'shot', 'value': '24'})
        return
    at, number = 0.5, 0
    while at < arguments.seconds:
        for offset, command in POSSESSIONS[number % len(POSSESSIONS)]:
            if at + offset < arguments.seconds:
                tell(at + offset, command)
        at += 2.4
        number += 1


if __name__ == '__main__':
    main()
