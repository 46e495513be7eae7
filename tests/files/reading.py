"""Read a file to its end, and lay side by side what came of it."""

from allybook.files.recognise import FileImporters


class Reading:
    def __init__(self, path):
        self.bad = []
        self.importer = FileImporters().recognise(path)
        self.kind = self.importer.kind
        self.made_at = self.importer.made_at
        self.lumps = list(self.importer.lumps(self.bad.append))

    @property
    def posts(self):
        return [post for lump in self.lumps for post in lump.posts]

    @property
    def accounts(self):
        return [account for lump in self.lumps for account in lump.accounts]

    @property
    def handles(self):
        return [handle for lump in self.lumps for handle in lump.handles]

    @property
    def hashtags(self):
        return [tag for lump in self.lumps for tag in lump.hashtags]

    @property
    def lists(self):
        return [one for lump in self.lumps for one in lump.lists]

    @property
    def owner(self):
        return next((lump.owner for lump in self.lumps if lump.owner), None)

    def follows(self, side):
        """Return the ids of one side, or None where the file does not tell it."""
        lots = [ids for lump in self.lumps for told, ids in lump.follows if told is side]
        return [user_id for ids in lots for user_id in ids] if lots else None

    @property
    def lines(self):
        return [(record.where, record.line) for record in self.bad]
