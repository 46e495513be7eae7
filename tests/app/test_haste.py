"""What is left out at the start is there for whoever asks for it later."""

import subprocess
import sys

STARTED = """
import sys
from allybook.app.haste import UNUSED, load_msgspec
load_msgspec()
import msgspec
print(*[name for name in ("typing_extensions", "platform", *UNUSED) if name in sys.modules])
print(msgspec.json.decode('{"a": [1, "2026-11-23T00:00:00Z"]}', type=dict[str, list[int | str]]))
import uuid
import msgspec.inspect
print(uuid.UUID(int=1), msgspec.inspect.type_info(int) == msgspec.inspect.IntType())
"""


def test_msgspec_is_loaded_without_what_nobody_needs():
    ran = subprocess.run(
        (sys.executable, "-c", STARTED), capture_output=True, text=True, check=True
    )
    nothing, told, later = ran.stdout.splitlines()
    assert nothing == ""
    assert told == "{'a': [1, '2026-11-23T00:00:00Z']}"
    assert later == "00000000-0000-0000-0000-000000000001 True"
