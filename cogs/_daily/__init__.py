"""The daily post in Discord: how it is sent and found again, and what moderators settle about the next ones."""
