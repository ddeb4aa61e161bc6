"""The scoreboard: a network of its own with the daemon and the simulated panel.

The daemon serves loopback only, and is left so. The kernel of its namespace forwards what tablets and spectators send
to the two ports to 127.0.0.1, so each connection is one TCP connection from end to end, with the tablet's address."""
import http.client
import json
import socket
import subprocess

from namespaces import Namespace

FORWARD = '''
table ip forward {
    chain arrive {
        type nat hook prerouting priority -100;
        tcp dport { 7410, 8080 } dnat to 127.0.0.1
    }
}
'''


class Board:
    def __init__(self, work, programs):
        self.work, self.programs = work, programs
        self.data = work / 'board'
        self.errors = open(work / 'board.log', 'w', encoding='utf-8')
        self.network = Namespace()
        self.network.sysctl('net.ipv4.conf.all.route_localnet', 1)
        self.network.run('nft', '-f', '-', text=FORWARD)
        self.hall = Namespace()
        self.network.ip('link', 'add', 'hall', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', self.hall.path)
        self.network.ip('address', 'add', '10.77.100.1/24', 'dev', 'hall')
        self.network.ip('link', 'set', 'hall', 'up')
        self.hall.ip('address', 'add', '10.77.100.2/24', 'dev', 'eth0')
        self.hall.ip('link', 'set', 'eth0', 'up')
        self.kills = 0
        self.daemon = None
        self.panel = self.spawn('firmware-sim', '--pty', work / 'panel', '--view', 'none', '--seed', 1,
                                '--control', work / 'panel.sock')
        self.start()
        self.asking = socket.socket(socket.AF_UNIX)
        self.asking.settimeout(10)
        self.asking.connect(str(work / 'panel.sock'))

    def spawn(self, program, *options):
        child = self.network.spawn(self.programs / program, *options, stdout=subprocess.PIPE, stderr=self.errors)
        if not child.stdout.readline().startswith(b'ready'):
            raise OSError(f'{program} did not start; its words are in {self.errors.name}')
        return child

    def start(self):
        self.daemon = self.spawn('scoreboard-daemon', '--data', self.data, '--control', '127.0.0.1:7410', '--public',
                                 '127.0.0.1:8080', '--panel', f'plp+serial:{self.work}/panel?baud=115200')

    def kill(self):
        self.daemon.kill()
        self.daemon.wait()
        self.kills += 1
        self.start()

    def stop(self):
        self.daemon.terminate()
        if self.daemon.wait(20) != 0:
            raise OSError(f'the daemon ended with {self.daemon.returncode}; its words are in {self.errors.name}')

    def lit(self):
        """What the hall reads off the panel now."""
        self.asking.sendall(b'state\n')
        answer = b''
        while not answer.endswith(b'\n'):
            chunk = self.asking.recv(65536)
            if not chunk:
                raise OSError('the panel simulator went away')
            answer += chunk
        return json.loads(answer)['text']

    def state(self):
        with self.network:
            api = http.client.HTTPConnection('127.0.0.1', 8080, timeout=10)
            api.request('GET', '/api/v1/state')
            return json.load(api.getresponse())
