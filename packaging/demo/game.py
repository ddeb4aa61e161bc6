#!/usr/bin/python3
"""Writes a basketball game for scoreboard-controller-cli's script command: JSON lines with at_ms, in quick time.

    game.py [--seconds S] [--opening]      --opening: only what makes a match in progress
"""
import argparse
import json

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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=float, default=3600)
    parser.add_argument('--opening', action='store_true')
    arguments = parser.parse_args()

    def tell(at, command):
        print(json.dumps({**command, 'at_ms': round(at * 1000)}), flush=True)

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
