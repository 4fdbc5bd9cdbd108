"""Zip files that hold documents, opened with limits: a small file can unpack to terabytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from bot.errors import Unreadable

LARGEST_MEMBER = 40_000_000  # bytes, unpacked
LARGEST = 120_000_000  # bytes that all members we read come to
MEMBERS = 10_000


class Archive:
    """Reads members by name until the sum of what was unpacked is too large."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._left = LARGEST
        self.names = frozenset(file.namelist())

    def read(self, name: str) -> bytes:
        try:
            with self._file.open(name) as member:
                data = member.read(min(LARGEST_MEMBER, self._left) + 1)
        except KeyError:
            raise Unreadable("", f"a part of it is missing ({name[:60]}); save it again and retry") from None
        except RuntimeError:
            raise Unreadable("", "it is encrypted; save it without a password") from None
        self._left -= len(data)
        if len(data) > LARGEST_MEMBER or self._left < 0:
            raise Unreadable("", "it unpacks to more than I can read; split it into smaller files")
        return data

    def xml(self, name: str) -> Element:
        try:
            root: Element = fromstring(self.read(name), forbid_dtd=False)
        except DefusedXmlException:
            raise Unreadable(
                "", "it holds XML that is not safe to read; save it again with another program"
            ) from None
        except (ParseError, ValueError, LookupError, RecursionError):
            raise Unreadable("", "its XML is damaged; save it again and retry") from None
        return root


@contextmanager
def opened(data: bytes) -> Iterator[Archive]:
    """The archive in these bytes. Raises Unreadable for what is none, is damaged, or has too many members."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if len(file.infolist()) > MEMBERS:
                raise Unreadable("", "it holds too many parts; split it into smaller files")
            yield Archive(file)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        NotImplementedError,
        UnicodeDecodeError,
    ) as e:
        raise Unreadable("", "it is damaged; save it again and retry") from e
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise Unreadable("", "it is damaged; save it again and retry") from error
        raise
