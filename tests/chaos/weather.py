"""What the air does to each tablet, and when: planned as a whole from the seed, before anything runs."""
import dataclasses
import random

STEADY = ('loss', 'delay', 'slow')
CUTS = ('outage', 'out of reach', 'roaming', 'half-open')
KINDS = (*CUTS, *STEADY)
MIXED = 'mixed'
CALM_S = 1.0  # at the beginning, so that everybody has met the board once
MIXED_SHARE = 0.35


@dataclasses.dataclass
class Step:
    """At `at` seconds: the relay's settings for one tablet, and what happens to its interface."""
    at: float
    tablet: int
    kind: str
    settings: dict
    interface: str = ''  # down, up, or move: to another address
    cuts: bool = False   # nothing gets through from here on …
    heals: bool = False  # … until here


def steady(rng, kind):
    if kind == 'loss':
        return {'loss': rng.uniform(0.01, 0.30), 'delay_ms': 5.0}
    if kind == 'delay':
        return {'delay_ms': rng.uniform(10, 150), 'jitter_ms': rng.uniform(10, 120)}
    return {'kbit': rng.choice((64, 128, 256, 512)), 'delay_ms': 10.0}


def cut(rng, kind, at, longest, settings):
    """(steps without their tablet, when it is over): one loss of the connection and its end, in `settings` otherwise."""
    until = at + rng.uniform(0.6, longest)
    if kind == 'outage':
        return [(at, settings, 'down'), (until, settings, 'up')], until
    if kind == 'out of reach':
        return [(at, {**settings, 'mute': [True, True]}, ''), (until, settings, '')], until
    if kind == 'roaming':
        until = at + rng.uniform(0.05, 0.5)
        return [(at, {**settings, 'mute': [True, True]}, ''), (until, settings, 'move')], until
    deaf = rng.random() < 0.5  # the board does not hear the tablet, or the other way round
    return [(at, {**settings, 'mute': [deaf, not deaf], 'drop_resets': True}, ''),
            (until, {**settings, 'drop_resets': True}, '')], until


def spell(rng, tablet, kind, begin, end, longest):
    """One kind of weather from `begin` to `end`; with MIXED, cuts of every kind in air that is bad already."""
    at = begin
    while at < end - 0.5:
        bad = {}
        if kind == MIXED:
            for part in STEADY:
                if rng.random() < 0.4:
                    bad.update(steady(rng, part))
        elif kind in STEADY:
            bad = steady(rng, kind)
        yield Step(at, tablet, kind, bad)
        if kind in STEADY:
            at += rng.uniform(3, 6)
            continue
        which = rng.choice(CUTS) if kind == MIXED else kind
        (first, second), over = cut(rng, which, at + rng.uniform(0.1, 0.5), min(longest, end - at - 0.3), bad)
        yield Step(first[0], tablet, kind, first[1], first[2], cuts=True)
        yield Step(second[0], tablet, kind, second[1], second[2], heals=True)
        at = over + rng.uniform(0.8, 2.5)


def plan(seed, tablets, seconds):
    """Every tablet goes through all kinds in an order of its own, then through all of them at once."""
    steps = []
    for tablet in range(tablets):
        rng = random.Random(f'{seed}-weather-{tablet}')
        kinds = rng.sample(KINDS, len(KINDS))
        each = (seconds - CALM_S) * (1 - MIXED_SHARE) / len(kinds)
        longest = max(0.7, min(8.0, each / 2))
        begin = CALM_S
        for kind in kinds:
            steps += spell(rng, tablet, kind, begin, begin + each, longest)
            begin += each
        steps += spell(rng, tablet, MIXED, begin, seconds, longest)
        steps.append(Step(seconds, tablet, 'clear', {}))
    return sorted(steps, key=lambda step: step.at)
