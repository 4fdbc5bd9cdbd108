"""Libraries, made as those of the library's own tests are."""

from tests.library.conftest import shelve, write

__all__ = ["shelve", "write"]
