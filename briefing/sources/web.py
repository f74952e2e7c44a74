"""Addresses given on the command line: one page each, fetched with every bound in one place, read like a file.

Only http and https; only to addresses of the open internet, unless the person allows private ones; a name is looked up
once, and the connection goes to the very address that was checked. Redirects are followed a few times, each checked
again. Nothing else is ever fetched: no picture, no script, no frame.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from briefing.errors import UnreadableFile
from briefing.model import Article, Clue, Problem, Severity
from briefing.sources.folder import make_articles, read_bytes
from briefing.sources.reader import Limits
from briefing.version import __version__

if TYPE_CHECKING:  # what speaks to the net is imported only when an address is given
    from http.client import HTTPConnection, HTTPResponse

REDIRECTS = 5
SECONDS = 20.0  # for one address, all redirects included
MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
_SHARE = MOST_BYTES / Limits().file_bytes  # of what a file may have, a page may have
_CHUNK = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from `url` (the last of the redirects): its bytes, the type and charset that its server gave."""

    url: str
    data: bytes
    media_type: str
    charset: str | None = None


def is_address(text: str) -> bool:
    """Whether an argument is an address, not a path."""
    return text.lower().startswith(("http://", "https://"))


def read_web(
    addresses: Sequence[str], *, allow_private: bool = False, limits: Limits | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of web pages, and what could not be fetched or read. An article's path is its address."""
    limits = limits or Limits()
    articles: list[Article] = []
    problems: list[Problem] = []
    for address in dict.fromkeys(addresses):
        try:
            found = fetch(address, allow_private=allow_private, most=round(limits.file_bytes * _SHARE))
            name = unquote(urlsplit(found.url).path).rpartition("/")[2] or "page"
            reading = read_bytes(name, _as_utf8(found), limits)
            came = Clue("url", found.url, "address")
            articles += (_placed(article, came) for article in make_articles(found.url, found.data, reading))
            problems += (Problem(p.code, p.severity, p.path or address, p.where, p.facts) for p in reading.problems)
        except UnreadableFile as error:
            problems.append(Problem(error.code, Severity.WARNING, address, facts=error.facts))
    return tuple(articles), tuple(problems)


def _placed(article: Article, came: Clue) -> Article:
    """The article with the address that it came from; the last part of an address is no file name."""
    clues = tuple(clue for clue in article.clues if clue.kind != "filename")
    clues = clues if any(clue.kind == "url" for clue in clues) else (*clues, came)
    return replace(article, source=replace(article.source, url=article.source.url or came.value), clues=clues)


def _as_utf8(found: Fetched) -> bytes:
    """Bytes of which the server alone says the charset, in UTF-8, which every reader tries first."""
    if not found.charset or not found.media_type.startswith("text/"):
        return found.data
    try:
        return found.data.decode(found.charset).encode()
    except (LookupError, UnicodeDecodeError):
        return found.data


# --------------------------------------------------------------------------- fetching


def fetch(address: str, *, allow_private: bool = False, seconds: float = SECONDS, most: int = MOST_BYTES) -> Fetched:
    """One page. Raises UnreadableFile("web-...") for whatever keeps it from being read."""
    from email.message import Message
    from http.client import HTTPException

    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        parts = _checked(address)
        connection = _connected(parts, allow_private=allow_private, until=until)
        try:
            answer = _asked(connection, parts)
            if answer.status in _MOVED and (moved := answer.getheader("Location")):
                address = urljoin(address, moved)
                continue
            if answer.status != 200:
                raise UnreadableFile("web-refused", str(answer.status))
            data = _unpacked(_body(answer, until, most), answer.getheader("Content-Encoding") or "", most)
            kind = Message()
            kind["Content-Type"] = answer.getheader("Content-Type") or "application/octet-stream"
            return Fetched(address, data, kind.get_content_type(), kind.get_content_charset())
        except TimeoutError as error:
            raise UnreadableFile("web-slow", f"{seconds:.0f}") from error
        except (HTTPException, OSError, ValueError) as error:
            raise UnreadableFile("web-broken", type(error).__name__) from error
        finally:
            connection.close()
    raise UnreadableFile("web-redirects", str(REDIRECTS))


def _checked(address: str) -> SplitResult:
    """The parts of an address that may be asked. Raises UnreadableFile("web-address")."""
    try:
        parts = urlsplit(address)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine or any(c.isspace() or not c.isprintable() for c in address) or parts.username is not None:
        raise UnreadableFile("web-address")
    return parts


def _connected(parts: SplitResult, *, allow_private: bool, until: float) -> HTTPConnection:
    """A connection to the address that the host's name was looked up and checked as."""
    import socket
    import ssl
    from http.client import HTTPConnection

    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableFile("web-unknown-host", host) from error
    places = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not allow_private and not all(_is_open(place) for place in places):
        raise UnreadableFile("web-private", host)
    left = until - time.monotonic()
    if left <= 0:
        raise UnreadableFile("web-slow", f"{SECONDS:.0f}")
    connection = HTTPConnection(host, port, timeout=left)
    try:
        plain = socket.create_connection((places[0], port), timeout=left)
        secure = parts.scheme == "https"
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
    except TimeoutError as error:
        raise UnreadableFile("web-slow", f"{SECONDS:.0f}") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile("web-broken", type(error).__name__) from error
    return connection


# IPv6 addresses that stand for an IPv4 one in their last four bytes: translated (RFC 6052), and the old compatible ones.
_HOLDS_IPV4 = ("64:ff9b::/96", "::/96")
_LOCAL_TRANSLATION = "64:ff9b:1::/48"  # RFC 8215: what it leads to is the network's own affair


def _is_open(place: str) -> bool:
    """Whether an IP address belongs to the open internet, also where it is wrapped into IPv6."""
    import ipaddress

    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if any(address in ipaddress.ip_network(net) for net in _HOLDS_IPV4):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if address.is_site_local or address in ipaddress.ip_network(_LOCAL_TRANSLATION):
            return False
    return address.is_global and not address.is_multicast


def _asked(connection: HTTPConnection, parts: SplitResult) -> HTTPResponse:
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    headers = {
        "User-Agent": f"briefing/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    return connection.getresponse()


def _body(answer: HTTPResponse, until: float, most: int) -> bytes:
    """The body, piece by piece: as long as neither the bytes nor the time are used up."""
    data = bytearray()
    while True:
        if time.monotonic() > until:
            raise TimeoutError
        piece = answer.read1(_CHUNK)
        if not piece:
            return bytes(data)
        data += piece
        if len(data) > most:
            raise UnreadableFile("too-large", f"{len(data) / MEGABYTE:.0f}", f"{most / MEGABYTE:.0f}")


def _unpacked(data: bytes, how: str, most: int) -> bytes:
    """What a server packed although it was asked not to."""
    if how.strip().lower() not in {"gzip", "x-gzip", "deflate"}:
        return data
    try:
        stream = zlib.decompressobj(47 if "gzip" in how.lower() else 15)
        found = stream.decompress(data, most + 1)
    except zlib.error as error:
        raise UnreadableFile("web-broken", "gzip") from error
    if len(found) > most:
        raise UnreadableFile("too-large", f"{len(found) / MEGABYTE:.0f}", f"{most / MEGABYTE:.0f}")
    return found
