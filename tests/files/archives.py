"""Small archives in the shapes that X has used over the years. All names are invented."""

import json
import zipfile

OWNER_ID = "1500000000000000001"

ACCOUNT = [
    {
        "account": {
            "email": "ana@nestline.example",
            "createdVia": "web",
            "username": "NestLine",
            "accountId": OWNER_ID,
            "createdAt": "2011-06-23T13:04:14.000Z",
            "accountDisplayName": "Nest Line",
        }
    }
]
PROFILE = [{"profile": {"description": {"bio": "Beds & breakfast", "website": "", "location": ""}}}]


def followers(*ids):
    return [{"follower": {"accountId": i, "userLink": _link(i)}} for i in ids]


def following(*ids):
    return [{"following": {"accountId": i, "userLink": _link(i)}} for i in ids]


def tweet(post_id, text="A1 #SwHelper", **more):
    return {
        "id_str": post_id,
        "id": post_id,
        "full_text": text,
        "created_at": "Sat Feb 18 12:33:11 +0000 2023",
        "favorite_count": "3",
        "retweet_count": "1",
        "lang": "en",
        **more,
    }


def note(note_id, text, created_at="2023-02-18T12:33:11.000Z"):
    return {"noteTweet": {"noteTweetId": note_id, "createdAt": created_at, "core": {"text": text}}}


def manifest(**files):
    """Return a manifest that names files by data type: ``follower=["follower.js"]``."""
    return {
        "userInfo": {"accountId": OWNER_ID, "userName": "NestLine", "displayName": "Nest Line"},
        "archiveInfo": {"sizeBytes": "1", "generationDate": "2024-05-06T07:08:09.000Z"},
        "dataTypes": {
            kind: {
                "files": [
                    {"fileName": f"data/{name}", "globalName": f"YTD.{kind}.part{n}", "count": "1"}
                    for n, name in enumerate(names)
                ]
            }
            for kind, names in files.items()
        },
    }


def script(name, value):
    """Return one data file as X writes it."""
    if name == "manifest.js":
        return f"window.__THAR_CONFIG = {json.dumps(value, indent=2)}".encode()
    stem = name.removesuffix(".js").replace("-", "_")
    stem, _, part = stem.partition("_part")
    return f"window.YTD.{stem}.part{part or 0} = {json.dumps(value, indent=2)}".encode()


def write_zip(path, files, prefix=""):
    """Write a zip of ``{base name: value or bytes}`` under ``prefix`` + data/."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in files.items():
            data = value if isinstance(value, bytes) else script(name, value)
            archive.writestr(f"{prefix}data/{name}", data)
    return path


def write_folder(path, files):
    """Write the same as a folder."""
    (path / "data").mkdir(parents=True)
    for name, value in files.items():
        data = value if isinstance(value, bytes) else script(name, value)
        (path / "data" / name).write_bytes(data)
    return path


def _link(user_id):
    return f"https://twitter.com/intent/user?user_id={user_id}"
