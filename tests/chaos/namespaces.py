"""Network namespaces without names. They end with the last process or descriptor that holds them, so nothing is left
behind however the harness ends."""
import ctypes
import fcntl
import os
import signal
import struct
import subprocess

CLONE_NEWNET = 0x40000000
PR_SET_PDEATHSIG = 1
TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000

libc = ctypes.CDLL(None, use_errno=True)


def call(function, *arguments):
    if function(*arguments) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f'{function.__name__}: {os.strerror(code)}')


class Namespace:
    """`with namespace:` puts this (single-threaded) process into it; spawn() and ip() run programs in it."""

    def __init__(self):
        home = os.open('/proc/self/ns/net', os.O_RDONLY)
        call(libc.unshare, CLONE_NEWNET)
        self.handle = os.open('/proc/self/ns/net', os.O_RDONLY)
        call(libc.setns, home, CLONE_NEWNET)
        self.home = home
        self.ip('link', 'set', 'lo', 'up')

    @property
    def path(self):
        return f'/proc/{os.getpid()}/fd/{self.handle}'

    def __enter__(self):
        call(libc.setns, self.handle, CLONE_NEWNET)

    def __exit__(self, *_):
        call(libc.setns, self.home, CLONE_NEWNET)

    def spawn(self, *command, **options):
        """A child that dies with the harness."""
        def prepare():
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            call(libc.setns, self.handle, CLONE_NEWNET)
        return subprocess.Popen([str(word) for word in command], preexec_fn=prepare, **options)

    def run(self, *command, text=None):
        child = self.spawn(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said, _ = child.communicate(text)
        if child.returncode:
            raise OSError(f'{" ".join(str(word) for word in command)}: {said.strip()}')

    def ip(self, *words):
        self.run('ip', *words)

    def sysctl(self, name, value):
        with self, open('/proc/sys/' + name.replace('.', '/'), 'w', encoding='ascii') as file:
            file.write(str(value))

    def tap(self, name):
        """A network interface whose Ethernet frames are read from and written to the descriptor."""
        with self:
            descriptor = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(descriptor, TUNSETIFF, struct.pack('16sH', name.encode(), IFF_TAP | IFF_NO_PI))
        self.ip('link', 'set', name, 'addrgenmode', 'none')
        self.ip('link', 'set', name, 'up')
        return descriptor


def why_not():
    """A sentence if this machine cannot do what the harness needs, else nothing."""
    if os.geteuid() != 0:
        return 'it makes network namespaces, which takes root; run it with sudo'
    try:
        namespace = Namespace()
        os.close(namespace.tap('probe'))
        namespace.run('nft', '-f', '-', text='table ip probe {\n chain in {\n type nat hook prerouting priority -100\n }\n}\n')
        os.close(namespace.handle)
        os.close(namespace.home)
    except OSError as error:
        return f'this machine gives no network namespaces, TAP devices or nft rules ({error})'
    return ''
