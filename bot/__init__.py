"""Colloquy: a Discord bot for groups that read the same documents."""
