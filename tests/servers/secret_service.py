"""A real Secret Service of its own: ``gnome-keyring-daemon`` under ``dbus-run-session``.

Nothing of the person's is touched: home, data and runtime folders lie below one that is thrown
away, the bus starts no service by itself (so a service that is away stays away), and a prompt
cannot appear, which the daemon takes for one that was closed. Needs the Debian packages
``dbus-daemon`` and ``gnome-keyring`` (packaging/linux/packages-tests.txt).

As a program (``python -m tests.servers.secret_service``, inside the session) it starts and ends the
daemon at the words on its standard input, and ends it when they end.
"""

import os
import signal
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jeepney import MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from tests.programs import ending, ends_within, next_line

NAME = "org.freedesktop.secrets"
PASSWORD = "open sesame"  # noqa: S105 (of a keyring that is thrown away)
DAEMON = ("gnome-keyring-daemon", "--foreground", "--components=secrets")
SECONDS = 20
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
OWN_FOLDERS = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")


class SecretService:
    """The service seen from outside; ``environ`` is what a program needs to find it."""

    def __init__(self, folder, environ, keeper):
        self.folder = folder
        self._keeper = keeper
        address = next_line(keeper).strip()
        self.environ = environ | {"DBUS_SESSION_BUS_ADDRESS": address}

    def start(self, *, unlocked=True):
        """Start the daemon; its keyring opens by the password, or not at all."""
        self._say("start" if unlocked else "start-locked")

    def kill(self):
        """Let the daemon die."""
        self._say("kill")

    def freeze(self):
        """Let the daemon answer nobody until it is killed."""
        self._say("freeze")

    def hang(self):
        """Let somebody have the service's name who never answers."""
        self._say("hang")

    def end(self):
        """End the daemon and the bus."""
        self._keeper.stdin.close()
        assert ends_within(self._keeper, SECONDS), "the Secret Service did not end"

    def _say(self, word):
        self._keeper.stdin.write(f"{word}\n")
        self._keeper.stdin.flush()
        assert next_line(self._keeper) == f"{word}\n", "the Secret Service did not obey"


def own_environ(folder):
    """Return the environment with every folder of the person below ``folder``."""
    environ = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    for name in OWN_FOLDERS:
        path = folder / name.lower()
        path.mkdir(mode=0o700)
        environ[name] = str(path)
    return environ


@contextmanager
def secret_service():
    """Yield a bus on which the service is not started yet; end both afterwards."""
    # Sockets take short paths only.
    with TemporaryDirectory(prefix="allybook-") as name:
        folder = Path(name)
        environ = own_environ(folder)
        (folder / "bus.conf").write_text(BUS.format(folder=folder), encoding="utf-8")
        bus = ("dbus-run-session", f"--config-file={folder / 'bus.conf'}", "--")
        session = (*bus, sys.executable, "-m", "tests.servers.secret_service")
        pipe = subprocess.PIPE
        with (folder / "session.log").open("w", encoding="utf-8") as log:
            keeper = subprocess.Popen(
                session, env=environ, stdin=pipe, stdout=pipe, stderr=log, text=True
            )
            # Where its input ends, the daemon and the bus do.
            with ending(keeper):
                yield SecretService(folder, environ, keeper)


class Daemon:
    """Starts and ends the daemon, inside the session."""

    def __init__(self):
        self._process = None
        self._mute = None

    def obey(self, word):
        obeyed = {
            "start": self.start,
            "start-locked": self.start,
            "kill": self.kill,
            "freeze": self.freeze,
            "hang": self.hang,
        }
        obeyed[word](word)

    def start(self, word):
        command = DAEMON if word == "start-locked" else (*DAEMON, "--unlock")
        with closing(open_dbus_connection()) as bus, there(bus) as wait:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
            )
            with self._process.stdin as words:
                words.write(PASSWORD.encode())
            wait()

    def kill(self, _word=""):
        if self._process:
            self._process.kill()
            self._process.wait(SECONDS)
            self._process = None
        if self._mute:
            self._mute.close()
            self._mute = None

    def freeze(self, _word):
        self._process.send_signal(signal.SIGSTOP)

    def hang(self, _word):
        self._mute = open_dbus_connection()
        Proxy(message_bus, self._mute).RequestName(NAME)


@contextmanager
def there(bus):
    """Yield what waits until the service has its name on the bus."""
    rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    rule.add_arg_condition(0, NAME)
    Proxy(message_bus, bus).AddMatch(rule)
    with bus.filter(rule) as signals:
        yield lambda: bus.recv_until_filtered(signals, timeout=SECONDS)


def main():
    daemon = Daemon()
    sys.stdout.write(os.environ["DBUS_SESSION_BUS_ADDRESS"] + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        daemon.obey(line.strip())
        sys.stdout.write(line)
        sys.stdout.flush()
    daemon.kill()


if __name__ == "__main__":
    main()
