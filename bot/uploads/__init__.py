"""A server's own library: what its moderators add to what all servers share, and only that server sees."""

from bot.uploads.reading import About, Draft, understood
from bot.uploads.uploads import Uploads

__all__ = ["About", "Draft", "Uploads", "understood"]
