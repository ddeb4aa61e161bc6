"""What is in the files afterwards: the board's log and the tablets' journals, read without the product's code."""
import dataclasses
import sqlite3


def fields(message):
    """The fields of protobuf bytes: number → the values (numbers or bytes) in their order."""
    found, place = {}, 0

    def varint():
        nonlocal place
        value = shift = 0
        while True:
            byte = message[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while place < len(message):
        key = varint()
        if key & 7 == 0:
            value = varint()
        elif key & 7 == 2:
            size = varint()
            value = message[place:place + size]
            place += size
        else:
            size = 8 if key & 7 == 1 else 4
            value = int.from_bytes(message[place:place + size], 'little')
            place += size
        found.setdefault(key >> 3, []).append(value)
    return found


def first(message, number, otherwise=0):
    return message.get(number, [otherwise])[0]


def signed(value):
    return (value >> 1) ^ -(value & 1)  # zigzag


ADD_SCORE, START_CLOCK, STOP_CLOCK, SET_CLOCK, NEXT_PERIOD = 10, 15, 16, 17, 21
KINDS = range(10, 50)
EFFECTS = ('none', 'at', 'now', 'book')
REASONS = ('in time', 'late', 'unsynced', 'held', 'clamped')


@dataclasses.dataclass
class Entry:
    """A row of the log, as far as a spectator of the test wants to know it. Times are microseconds."""
    rev: int
    writer: bytes
    seq: int
    received: int   # board time
    kind: int       # number of the command's field
    payload: dict
    tapped: int     # tablet time
    applied: bool
    effect: str
    reason: str
    at: int         # board time, of the verdict
    uncertainty: int


def read_log(folder):
    rows = sqlite3.connect(f'file:{folder}/log.sqlite?mode=ro', uri=True).execute(
        'SELECT rev, writer, seq, received, body, decision FROM entry ORDER BY rev').fetchall()
    return [entry(*row) for row in rows]


def entry(rev, writer, seq, received, body, decision):
    body, decision = fields(body), fields(decision)
    kind = next(number for number in body if number in KINDS)
    verdict = fields(first(decision, 2, b''))
    return Entry(
        rev, writer, seq, received, kind, fields(first(body, kind, b'')),
        signed(first(fields(first(body, 3, b'')), 1)), bool(first(fields(first(decision, 1, b'')), 1)),
        EFFECTS[first(verdict, 1)], REASONS[first(verdict, 4)], signed(first(verdict, 2)), signed(first(verdict, 3)))


def points(entry_):
    """(home, guest) that an entry adds."""
    if entry_.kind != ADD_SCORE or not entry_.applied:
        return 0, 0
    count = signed(first(entry_.payload, 2))
    return (0, count) if first(entry_.payload, 1) else (count, 0)


@dataclasses.dataclass
class Journal:
    writer: bytes
    outbox: int
    orphans: int


def read_journal(path):
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)

    def one(query):
        return database.execute(query).fetchone()[0]
    return Journal(one('SELECT writer FROM self'), one('SELECT count(*) FROM outbox'),
                   one('SELECT count(*) FROM orphan'))
