"""Chats as they were captured: who took part, what was asked, the record."""
