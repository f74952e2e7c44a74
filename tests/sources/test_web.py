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
        if self.path == "/inside":
            return self.answer(302, b"", Location="http://127.0.0.2/secret")
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
        ("64:ff9b::7f00:1", False),  # 127.0.0.1, translated
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b:1::1", False),
        ("::127.0.0.1", False),
        ("fec0::1", False),
        ("::", False),
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
        ("http://[::ffff:127.0.0.1]/", "web-private"),
        ("http://2130706433/", "web-private"),  # 127.0.0.1 as one number, in hexadecimal, in octal, cut short
        ("http://0x7f000001/", "web-private"),
        ("http://0177.0.0.1/", "web-private"),
        ("http://127.1/", "web-private"),
        ("http://0/", "web-private"),
        ("http://example.org@127.0.0.1/", "web-address"),
        ("http://127.0.0.1\\@example.org/", "web-address"),
        ("http://127.0.0.1#@example.org/", "web-private"),
        ("http://①②⑦.⓪.⓪.①/", "web-private"),
        ("http://127.0.0.1:0/", "web-address"),
    ],
)
def test_addresses_that_are_never_asked(address, expected):
    """A wrong, unknown or private address is named as such."""
    assert code(address) == expected


def test_a_redirect_into_the_network_is_refused(server, monkeypatch):
    """Each hop is checked again: a page of the open internet can't send the tool inside."""
    monkeypatch.setattr("briefing.sources.web._is_open", lambda place: place == "127.0.0.1")
    ASKED.clear()
    assert code(f"{server}/inside") == "web-private"
    assert ASKED == ["/inside"]


def test_a_name_is_looked_up_once_and_asked_where_it_was_checked(server, monkeypatch):
    """A name that changes its address between check and connection (DNS rebinding) gains nothing; one that also has a
    private address is refused."""
    import socket

    port = int(server.rpartition(":")[2])
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    looked_up = []

    def lookup(host, port, **_):
        looked_up.append(host)
        places = answers[min(len(looked_up), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port)) for place in places]

    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", lambda at, **_: asked.append(at[0]) or _connected(at))
    monkeypatch.setattr("briefing.sources.web._is_open", lambda place: place == "127.0.0.1")

    def _connected(at):
        plain = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        plain.connect(at)
        return plain

    found = fetch(f"http://courier.example:{port}/2022/01/10/pier")
    assert (found.data.startswith(b"<!doctype"), looked_up, asked) == (True, ["courier.example"], ["127.0.0.1"])
    answers[:] = [["127.0.0.1", "10.0.0.1"]]
    assert code(f"http://courier.example:{port}/2022/01/10/pier") == "web-private"
    assert asked == ["127.0.0.1"]


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
