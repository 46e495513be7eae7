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
ANOTHER = """
import shutil, sys
from pathlib import Path
import importlib.util
[home] = importlib.util.find_spec("msgspec").submodule_search_locations
copy = Path(sys.argv[1]) / "msgspec"
shutil.copytree(home, copy)
(copy / "_json_schema.py").write_text((copy / "_json_schema.py").read_text() + "\\nmore = 1\\n")
words = (copy / "json.py").read_text()
taken = "from ._json_schema import schema, schema_components"
assert taken in words
(copy / "json.py").write_text(words.replace(taken, taken + ", more"))
sys.path.insert(0, sys.argv[1])
from allybook.app.haste import load_msgspec
load_msgspec()
import msgspec
print(Path(msgspec.__file__).parent == copy, msgspec.json.more)
print(msgspec.json.decode('{"a": [1]}', type=dict[str, list[int]]))
print(msgspec.json.schema(int))
"""


def test_a_msgspec_that_takes_something_else_is_loaded_whole(tmp_path):
    ran = subprocess.run(
        (sys.executable, "-c", ANOTHER, str(tmp_path)), capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines() == ["True 1", "{'a': [1]}", "{'type': 'integer'}"], ran.stderr


def test_msgspec_is_loaded_without_what_nobody_needs():
    ran = subprocess.run(
        (sys.executable, "-c", STARTED), capture_output=True, text=True, check=True
    )
    nothing, told, later = ran.stdout.splitlines()
    assert nothing == ""
    assert told == "{'a': [1, '2026-11-23T00:00:00Z']}"
    assert later == "00000000-0000-0000-0000-000000000001 True"
