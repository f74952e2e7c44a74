"""Addresses, against a server on this machine."""

import contextlib
import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.errors import UnreadableFile
from briefing.sources.web import _is_open, fetch, is_address, read_web

PAGE = (
    "<!doctype html><html><head><title>Pier closed</title></head><body><h1>Pier closed today</h1><p>The harbour authority of "
    "Lindvik said on Monday that the jetée would close, after divers had found cracks in it.</p><img src='/never'></body></html>"
)
ASKED = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append(self.path)
        if self.path.startswith("/loop"):
            return self.answer(302, b"", Location=f"/loop{len(self.path)}x")
        if self.path == "/moved":
            return self.answer(301, b"", Location="/2022/01/10/pier")
        if self.path == "/file":
            return self.answer(302, b"", Location="file:///etc/passwd")
        if self.path == "/big":
            return self.answer(200, b"a" * 3_000_000)
        if self.path == "/bomb":
            return self.answer(200, gzip.compress(b"a" * 30_000_000), **{"Content-Encoding": "gzip"})
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"a")
                    time.sleep(0.05)
            return None
        if self.path == "/latin":
            return self.answer(200, PAGE.encode("latin-1"), **{"Content-Type": "text/html; charset=latin-1"})
        if self.path == "/2022/01/10/pier":
            return self.answer(200, PAGE.encode(), **{"Content-Type": "text/html"})
        return self.answer(404, b"")

    def answer(self, status, data, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(data)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


def code(address, **options):
    with pytest.raises(UnreadableFile) as caught:
        fetch(address, **options)
    return caught.value.code


def test_a_page_is_an_article(server):
    """Redirects are followed; address, title and text come through; nothing else of the page is asked for."""
    ASKED.clear()
    (article,), problems = read_web([f"{server}/moved"], allow_private=True)
    assert problems == ()
    assert article.source.path == article.source.url == f"{server}/2022/01/10/pier"
    assert article.title.value == "Pier closed today"
    assert [c.kind for c in article.clues] == ["url"]
    assert ASKED == ["/moved", "/2022/01/10/pier"]


def test_the_servers_charset_is_used(server):
    """A page that does not say its charset is decoded as its server says."""
    (article,), _ = read_web([f"{server}/latin"], allow_private=True)
    assert "jetée" in article.text


def test_private_addresses_are_refused(server):
    """Nothing on this machine or in its network is asked, unless the person says so."""
    ASKED.clear()
    articles, problems = read_web([f"{server}/moved", f"{server}/moved"])
    assert articles == ()
    assert [(p.code, p.path, p.facts) for p in problems] == [("web-private", f"{server}/moved", ("127.0.0.1",))]
    assert ASKED == []


@pytest.mark.parametrize(
    ("place", "is_open"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("224.0.0.1", False),
    ],
)
def test_what_is_the_open_internet(place, is_open):
    """Loopback, private, link-local, shared and wrapped addresses are not."""
    assert _is_open(place) is is_open


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ftp://example.org/x", "web-address"),
        ("http://", "web-address"),
        ("http://user:secret@example.org/", "web-address"),
        ("http://exa mple.org/", "web-address"),
        ("http://example.org:99999/", "web-address"),
        ("http://no-such-host.invalid/", "web-unknown-host"),
        ("http://localhost/", "web-private"),
        ("http://[::1]/", "web-private"),
    ],
)
def test_addresses_that_are_never_asked(address, expected):
    """A wrong, unknown or private address is named as such."""
    assert code(address) == expected


def test_bounds(server):
    """Redirects, status, size, packed size and time are bounded."""
    assert code(f"{server}/loop", allow_private=True) == "web-redirects"
    assert code(f"{server}/file", allow_private=True) == "web-address"
    assert code(f"{server}/nothing", allow_private=True) == "web-refused"
    assert code(f"{server}/big", allow_private=True, most=1_000_000) == "too-large"
    assert code(f"{server}/bomb", allow_private=True, most=1_000_000) == "too-large"
    start = time.monotonic()
    assert code(f"{server}/slow", allow_private=True, seconds=0.5) == "web-slow"
    assert time.monotonic() - start < 3


def test_what_is_an_address():
    """A path is none."""
    assert is_address("https://example.org/a")
    assert not is_address("seeds/https")
