"""A desk on the practice network, as the program lays it out: real store, real gateway, no port."""

from contextlib import ExitStack, contextmanager

from allybook.app.desks import lay_desk
from allybook.cli.words import Options


@contextmanager
def practice_desk(folder, **options):
    """Yield a desk whose profile is ``folder``; open it again to play a restart."""
    with ExitStack() as stack:
        yield lay_desk(Options(profile=folder, practice=True, **options), stack)
