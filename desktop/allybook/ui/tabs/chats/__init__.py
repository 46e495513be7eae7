"""The Chats tab: a chat by its questions, its record, and the allies that people shared in it."""
