"""What was measured, as a table for a person. No figure decides the verdict."""
import weather

US = 1_000_000


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else None


def ms(value, digits=0):
    return '-' if value is None else f'{value / 1000:.{digits}f}'


def three(values, shares, digits=0):
    return [ms(percentile(values, share), digits) for share in shares] + [ms(max(values, default=None), digits)]


def line(*cells):
    first, *others = cells
    print(f'{first:<14}' + ''.join(f'{cell:>10}' for cell in others))


def weather_table(tablets, oracle):
    print('\nby the weather at the tap; times in ms')
    line('', 'taps', 'recorded', '', 'again', '', '', '', 'clock', '', '')
    line('', '', 'p50', 'p99', 'times', 'p50', 'p95', 'max', 'taps AT', 'error p99', 'max')
    kinds = ('calm', *weather.KINDS, weather.MIXED, 'clear')
    for kind in (*kinds, 'all'):
        taps = [tap for tablet in tablets for tap in tablet.taps if kind in (tap.kind, 'all')]
        waits = [tap.recorded - tap.saved for tap in taps if tap.recorded and tap.saved]
        again = [took for tablet in tablets for when, took in tablet.reconnects if kind in (when, 'all')]
        errors = [error for when, error, _ in oracle.errors if kind in (when, 'all')]
        if taps or again:
            line(kind, len(taps), ms(percentile(waits, 0.5)), ms(percentile(waits, 0.99)), len(again),
                 *three(again, (0.5, 0.95)), len(errors), ms(percentile(errors, 0.99), 1),
                 ms(max(errors, default=None), 1))
    print('recorded: from saved. again: from the end of a cut to the first answer to a tap that had waited for it. AT: '
          'START and STOP that count from the tap; their error against the true tap.')


def summary(chaos, oracle, saw):
    tablets = chaos.tablets
    taps = [tap for tablet in tablets for tap in tablet.taps]
    good, bad = ([took for tablet in tablets for kind, took in tablet.reconnects if (kind == weather.MIXED) == is_bad]
                 for is_bad in (False, True))
    errors = [error for _, error, _ in oracle.errors]
    admitted = [uncertainty for _, _, uncertainty in oracle.errors]
    print()
    for name, text in (
            ('taps', f'{len(taps)} saved, {sum(tap.recorded > 0 for tap in taps)} recorded, '
                     f'{sum(tap.refused > 0 for tap in taps)} refused, {oracle.lost} lost, {oracle.doubled} doubled; '
                     f'{len(oracle.entries)} entries in the log'),
            ('restarts', f'{chaos.board.kills} of the daemon, {sum(tablet.kills for tablet in tablets)} of controllers, by '
                         'kill -9'),
            ('reconnected', '{} times in good air: p50 {} ms, p95 {} ms, max {} ms; '.format(
                len(good), *three(good, (0.5, 0.95)))
                            + '{} times in bad air: p50 {} ms, p95 {} ms, max {} ms'.format(
                len(bad), *three(bad, (0.5, 0.95)))),
            ('clock error', '{} STARTs and STOPs; p50 {} ms, p99 {} ms, max {} ms; admitted p50 {} ms, max {} ms'.format(
                len(errors), *three(errors, (0.5, 0.99), 2), ms(percentile(admitted, 0.5), 1),
                ms(max(admitted, default=None), 1))),
            ('spectators', spectators_text(saw, chaos.unfair))):
        print(f'{name:<14}{text}')


def spectators_text(saw, unfair):
    spread = [last - first for _, first, last, count in saw['spread']
              if count > saw['readers'] / 3 and not any(-US < first - when < 3 * US for when in unfair)]
    return ('{} readers saw {} states over {} connections; from the first to the last to see one p50 {} ms, p99 {} ms, '
            'max {} ms (cuts of their own network apart)'.format(
                saw['readers'], saw['states'], saw['connections'], *three(spread, (0.5, 0.99), 1)))
