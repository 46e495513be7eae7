"""Nothing secret is left behind: real programs run with planted tokens, then everything is read.

The programs log everything, a server repeats what it was sent, an error ends one of them, a window
is opened and stopped; the credentials lie in a real Secret Service. Afterwards no file, no output
and no process may show a planted secret in any form.
"""

import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allybook.domain.sign_in.credentials import Keys, Tokens
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.sign_in.accounts import remember_account
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.programs import ending, ends_within
from tests.servers.echoing import echoing_server
from tests.servers.practice_server import practice_server
from tests.servers.secret_service import secret_service
from tests.stories.leaks import forms, leaks_below, leaks_in
from tests.vault.keeping import program

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc and GNOME's keyring")
LOUD = Path(__file__).parent / "loud"
LOOKS = 200
"""So often at most it is asked whether the window has come to rest."""
PIPED = "pipedBearer.Zk3xQ9+w/7T=mQ2rV8sLtY6u"
TOKENS = Tokens("keptAccess.Hq7Rz2+b/9N=cW4eJ1oPdX5k", "keptRefresh.Vn8Tf3~m%6L=gS0aB2iUyC7h")
KEYS = Keys(
    "keptConsumer.Ad5Gk9w2Lx7Qs4Zv8",
    "keptConsumerSecret.Oe3Ru6Ty1Pb0Nm5Kc7",
    "keptKeyToken.Wf2Hj4Xl8Dz6Bq9Mt1",
    "keptKeySecret.Uv7Cy0Ei3Sa5Rg2Fo6",
)
NEXT = ("nextAccess.Lm4Pz8+q/1X=vE6tH9uKsB3n", "nextRefresh.Yc6Dw1~r%5J=fA8gN2oQiT0x")
SECRETS = tuple(map(str, (PIPED, *TOKENS.secrets, *KEYS.secrets, *NEXT)))


class Bench:
    """Runs programs in a home of their own, and gathers what could be seen of them."""

    def __init__(self, service):
        self.home = service.folder
        self.profile = self.home / "profile"
        self.environ = service.environ | {
            "ALLYBOOK_TEST_LOG": str(self.home / "everything.log"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(LOUD),
            "QT_QPA_PLATFORM": "offscreen",
            "TMPDIR": str(self.home),
        }
        self.said = {}
        self.processes = []

    @contextmanager
    def started(self, *words, stdin="", **more):
        """Yield a running program; what it said is kept when it has ended."""
        command = [sys.executable, "-m", "allybook", "--profile", str(self.profile), *words]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        with ending(
            subprocess.Popen(command, env=self.environ | more, text=True, cwd=self.home, **pipes)
        ) as process:
            process.stdin.write(stdin)
            process.stdin.close()
            process.stdin = None
            yield process
            self.said[words] = "".join(process.communicate(timeout=60))

    def run(self, *words, stdin="", **more):
        """Run a program to its end; return its exit status."""
        with self.started(*words, stdin=stdin, **more) as process:
            self.look_at(process)
        return process.returncode

    def look_at(self, process):
        """Note what everybody on this computer can see of a process, and its owner."""
        for name in ("cmdline", "environ"):
            self.processes.append(Path(f"/proc/{process.pid}/{name}").read_bytes())

    @property
    def output(self):
        return "\n".join(self.said.values())

    @property
    def log(self):
        return (self.home / "everything.log").read_text(errors="replace", encoding="utf-8")


class Witness:
    """Stands before the practice network, and notes what came to sign requests."""

    def __init__(self, inner):
        self.inner = inner
        self.seen = []

    def send(self, request):
        self.seen.append(request.headers["Authorization"])
        return self.inner.send(request)


@pytest.fixture
def bench():
    with secret_service() as service:
        service.start()
        yield Bench(service)


def keep(bench, account, credentials):
    """Put credentials into the keyring, from another process, and let the account speak."""
    with program(bench.environ) as vault:
        vault.save(account, credentials)
    with Profile(bench.profile, FixedClock()) as profile:
        remember_account(profile.settings(), KnownAccount(account, "ana"))


def kept(bench, account):
    with program(bench.environ) as vault:
        return vault.load(account)


def do_everything(bench, server):
    """Read and write with a token from a pipe, then with each kind that the keyring keeps."""
    handles = bench.home / "handles.txt"
    handles.write_text("@SaltmarshRest\n@KestrelYard\n", encoding="utf-8")
    base = ("--api-base", server.address, "--owns-app", "--budget", "50")
    assert bench.run("import", str(handles)) == 0
    assert bench.run("allies", "approve", "@SaltmarshRest", "@KestrelYard") == 0
    assert bench.run(*base, "--token-stdin", "check", stdin=f"{PIPED}\n") == 0
    with Profile(bench.profile, FixedClock()) as profile:
        me = profile.settings().read("me")
    for credentials in (TOKENS, KEYS):
        keep(bench, me, credentials)
        assert bench.run(*base, "check", "--of", "following", "--json") == 0
        assert bench.run(*base, "list", "plan", "--json") == 0
        # Done, or done in part: what becomes of each ally is told elsewhere.
        assert bench.run(*base, "list", "publish", "--yes", "--pace", "0", "--json") in {0, 1}
    for words in (("quote", "check", "--json"), ("ledger", "--json"), ("posts", "--count")):
        assert bench.run(*words) == 0
    return me


def go_wrong(bench, me):
    """Be refused in words that repeat the secrets, be silent with, and fall over."""
    soon = datetime.now(UTC) + timedelta(seconds=5)
    ending = Tokens(*TOKENS.secrets, soon, "the-app")
    with echoing_server(NEXT) as x:
        ask = ("--api-base", x.url, "chat", "swhelper")
        for credentials in (TOKENS, KEYS, ending):
            keep(bench, me, credentials)
            assert bench.run(*ask) == 4
        # The pair that ended was renewed, and kept before X refused it too.
        assert kept(bench, me).secrets == NEXT
        assert bench.run(*ask, ALLYBOOK_TEST_FAULT="1") == 70
        x.waits.clear()
        x.came.clear()
        with bench.started("--token-stdin", *ask, stdin=f"{PIPED}\n") as process:
            assert x.came.wait(30)
            bench.look_at(process)
            x.waits.set()
    return x.seen


def open_and_stop_the_window(bench):
    with bench.started() as window:
        for _ in range(LOOKS):
            if at_rest(window) and "libqoffscreen" in maps(window):
                break
        else:
            pytest.fail("The window never came to rest.")
        bench.look_at(window)
        window.send_signal(signal.SIGTERM)


def maps(process):
    return Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")


def at_rest(process):
    """Return whether a process used no time of the processor for a moment."""
    before = spent(process)
    assert not ends_within(process, 0.4)
    return spent(process) == before


def spent(process):
    return (
        Path(f"/proc/{process.pid}/stat")
        .read_text(encoding="utf-8")
        .rpartition(")")[2]
        .split()[11:13]
    )


@ON_LINUX
@pytest.mark.timeout(180)
def test_no_planted_secret_is_found_in_anything_that_was_written_or_said(bench):
    with practice_server() as server:
        server.adapter = witness = Witness(server.adapter)
        me = do_everything(bench, server)
    echoed = go_wrong(bench, me)
    open_and_stop_the_window(bench)
    # The secrets were really used, the program really talked, and an error really ended it.
    used = " ".join((*witness.seen, *echoed))
    assert all(secret in used for secret in (PIPED, TOKENS.access, KEYS.consumer, KEYS.token))
    assert "DEBUG" in bench.log
    assert "ZeroDivisionError" in bench.output
    assert leaks_below(bench.home, SECRETS) == []
    assert leaks_in(bench.output.encode(), SECRETS) == []
    assert leaks_in(b"\n".join(bench.processes), SECRETS) == []


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.partition(".")[0])
def test_the_search_finds_what_is_there(tmp_path, secret):
    for number, form in enumerate(sorted(forms(secret))):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "any.bin").write_bytes(b"\0 before " + form + b" after")
        assert leaks_below(folder, SECRETS) == [("any.bin", secret)]
        assert leaks_in(form, SECRETS) == [secret]
    assert leaks_in(json.dumps(["nothing", "to", "see"]).encode(), SECRETS) == []
