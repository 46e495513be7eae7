"""How the practice world comes to be: people, follow edges, chats and three weeks of posts."""
