"""One line of a page -> the kind of furniture it is, with the reason, by its words alone; None for the rest.

The words are those of the genre (what every site says), never those of one site. A label is a whole short line; a phrase is
looked for only where one of its trigger words stands. In a long line only what speaks to the reader about the site itself
counts: an article may be about cookies, a copyright suit or Facebook.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.model import BlockKind


class Kind(NamedTuple):
    kind: BlockKind
    reason: str


SHARE = Kind(BlockKind.SHARE, "share-words")
MENU = Kind(BlockKind.MENU, "menu-words")
NOTICE = Kind(BlockKind.NOTICE, "notice-words")
SIGN_UP = Kind(BlockKind.NOTICE, "sign-up-words")
ADVERT = Kind(BlockKind.NOTICE, "advertisement")
RELATED = Kind(BlockKind.RELATED, "related-words")
COMMENT = Kind(BlockKind.COMMENT, "comment-words")
CAPTION = Kind(BlockKind.CAPTION, "caption-words")
COPYRIGHT = Kind(BlockKind.COPYRIGHT, "copyright-words")
IMAGES = Kind(BlockKind.IMAGES, "picture-addresses")
BYLINE = Kind(BlockKind.BYLINE, "byline-words")

_LABELS = {
    SHARE: """share|share this|share this:|share article|share this article|share this story|share story|share on|share via
        |tweet|tweets|facebook|twitter|x|whatsapp|instagram|youtube|linkedin|pinterest|reddit|tumblr|telegram|email|e-mail|mail
        |messenger|flipboard|snapchat|tiktok|print|pocket|rss|rss feed|copy|copy link|copy url|copy this link|link copied|save|bookmark
        |like|pin|pin it|google+|google plus|stumbleupon|digg|line|vk|weibo|wechat|threads|mastodon|bluesky|email this|blogthis!
        |print this|send|follow|following|follow us|follow me|follow us on|connect|connect with us|stay connected|join us
        |social|social media|social links|find us on|shares|total shares|gift|gift article|gift this article|listen|font size|text size
        |opens in a new window|opens in new window|click to copy|permalink|republish|report|flag|embed|download|shares|bluesky""",
    MENU: """menu|main menu|mobile menu|navigation|main navigation|open navigation menu|open menu|close menu|toggle navigation|search
        |search for|search for:|search this site|search form|site search|close|open|close search|home|home page|homepage|news|world|world news
        |politics|business|sport|sports|opinion|opinions|culture|arts|lifestyle|life|style|travel|health|science|tech|technology
        |entertainment|video|videos|photos|photo|gallery|galleries|podcast|podcasts|weather|local|local news|national|international|u.s.|us|uk|usa
        |europe|asia|africa|middle east|americas|africa|markets|economy|finance|money|food|fashion|music|movies|tv|film|books|education
        |environment|climate|features|feature|magazine|blog|blogs|shop|store|jobs|careers|obituaries|classifieds|events|calendar|games|puzzles
        |crossword|horoscopes|cars|property|real estate|newsletter|newsletters|e-edition|epaper|e-paper|archive|archives|topics|tags|tag
        |categories|category|sections|site map|sitemap|more|see all|view all|show more|load more|show all|all|live|watch live|latest|breaking
        |breaking news|top|back to top|skip to content|skip to main content|skip navigation|skip to article|skip to navigation|jump to content
        |login|log in|log out|sign in|sign out|my account|account|profile|register|sign up|about|about us|about me|contact|contact us|contacts
        |help|faq|faqs|support|advertise|advertise with us|advertising|feedback|language|english|english edition|edition|menu close|back
        |go|submit|ok|cancel|yes|no|next|previous|prev|previous post|next post|older posts|newer posts|loading|loading...|please wait|top stories
        |sections & features|our site|quick links|links|resources|company|press|team|our team|investors|subscribe now|settings|apps|mobile|desktop
        |article|articles|story|stories|post|posts|view author archive|get author rss feed|email the author|follow on twitter|back to main menu
        |royals|celebrity|tennis|football|cricket|rugby|golf|nfl|nba|mlb|nhl|soccer|boxing|f1|racing|olympics""",
    NOTICE: """privacy|privacy policy|privacy notice|privacy & cookies|privacy statement|terms|terms of use|terms of service
        |terms & conditions|terms and conditions|cookies|cookie policy|cookie settings|cookie preferences|cookie notice|accept|accept all
        |accept cookies|accept all cookies|reject all|i accept|i agree|agree|got it|got it!|manage cookies|manage preferences|disclaimer|legal
        |legal notice|imprint|accessibility|accessibility statement|ad choices|adchoices|your ad choices|do not sell my info
        |do not sell my personal information|do not sell or share my personal information|manage consent|decline|necessary|editorial guidelines
        |community guidelines|corrections|ethics policy|dmca|code of conduct|complaints|about our ads|copyright|modern slavery statement|learn more
        |find out more|read more here|click here""",
    SIGN_UP: """subscribe|subscribe today|subscribe now|subscribe for free|sign up now|sign me up|sign up for free|sign up today|newsletter signup
        |newsletter sign-up|newsletter sign up|get the newsletter|get our newsletter|email address|your email|your email address
        |enter your email|enter email|join|join now|become a member|membership|donate|donate now|support us|give|try for free
        |free trial|start your free trial|get the app|download the app|app store|google play|subscriptions|subscriber services|subscription
        |enter your email address|first name|last name|name|e-mail address""",
    ADVERT: """advertisement|advertisements|ad|ads|advert|advertising|sponsored|sponsored content|sponsored by|promoted|promoted content|paid content
        |partner content|advertorial|advertisement - story continues below|article continues below advertisement|story continues below advertisement
        |article continues after ad|continue reading|continue reading below|scroll to continue|scroll to continue with content|story continues
        |remove ads|story continues below|affiliate links|skip ad|skip advertisement""",
    RELATED: """related|related:|related articles|related stories|related content|related posts|related news|related topics|related links|related coverage
        |you may also like|you may also like:|you might also like|you might like|you may like|read more|read more:|read next|read also|also read
        |see also|see also:|more news|more stories|more articles|more on this|more on this story|more on this topic|more like this|more to read
        |more from|more from author|more from us|recommended|recommended for you|recommended stories|recommended reading|we recommend|most read|most viewed
        |most popular|most recent|most commented|most shared|popular|popular posts|popular now|popular stories|trending|trending now|trending stories
        |trending topics|recent news|recent posts|recent stories|recent articles|recent|latest news|latest stories|latest posts|latest articles
        |latest headlines|latest videos|headlines|top news|top picks|top headlines|today's top stories|featured|featured stories|featured articles
        |featured posts|featured video|editor's picks|editors' picks|editor's pick|editors' choice|editor's choice|must read|must reads|don't miss|in case you missed it
        |in the news|what to read next|what's next|up next|next up|next article|previous article|next story|previous story|from our partners|from the web
        |around the web|from around the web|elsewhere on the web|suggested|similar articles|similar stories|similar posts|popular this week|posted in|filed under
        |share your thoughts|keep reading|further reading|other stories|other news|more headlines|sponsored links|more in|explore more|discover more|in this article
        |explore|discover|in pictures|in depth|recent content|related items|related video|related videos|topics in this story|more coverage
        |paid post|most read in news|most watched|more videos""",
    COMMENT: """comment|comments|comments:|comment section|leave a comment|leave a reply|post a comment|add a comment|post comment|add comment|write a comment
        |view comments|show comments|see comments|read comments|hide comments|load comments|comments are closed|comments are closed.|comments (0)|no comments
        |no comments yet|reply|join the conversation|join the discussion|start the conversation|be the first to comment|conversation|discussion|cancel reply
        |what do you think?|your comment|have your say|all comments|view all comments|responses|discuss|sort by|oldest|newest|best|leave a comment cancel reply
        |logged in as|report abuse|upvote|downvote|what others are saying|comments disabled|jump to comments""",
}
LABELS: dict[str, Kind] = {
    label.strip(): kind for kind, rows in _LABELS.items() for label in rows.split("|")
}  # fmt: skip

_ENDS = 3000  # characters of a line that are looked at
SHORT = 130  # characters; above, a line is judged by the rows for long lines alone


class Phrase(NamedTuple):
    """One row: lines that hold one of `triggers` and match `pattern` are `kind`. `long`: also lines over SHORT. `tail`: the pattern
    is looked for at the end of the line alone."""

    kind: Kind
    triggers: str
    pattern: str
    long: bool = False
    tail: bool = False


# The first row that matches wins.
_PHRASES = (
    Phrase(IMAGES, "http .jpg .jpeg .png .webp .gif srcset=", r"https?://\S+ \d{2,4}w\b|srcset=|type=[\"”]image/|^\S+\.(?:jpe?g|png|webp|gif)$|(?:https?://\S+\.(?:jpe?g|png|webp|gif)\S*\s+){2}", long=True),
    Phrase(COPYRIGHT, "© (c) copyright rights", r"©|^(?:\(c\)|copyright)|copyright (?:©|\(c\)|(?:19|20)\d\d)|all rights reserved", long=True),
    Phrase(COPYRIGHT, "reproduced published redistributed", r"\bmay not be (?:published|reproduced)\b|reproduced .{0,80}permission", long=True),
    Phrase(COMMENT, "comment comments reply replies responses conversation discussion",
        r"^\(?\d[\d,.]*k? (?:comments?|replies|responses)\b|^(?:no|view|show|read|see|load|hide|add|leave|post|write)(?: your| all| an?| more)?(?: \d+)? ?(?:comments?|reply)\b"
        r"|^comments?\b.{0,12}(?:\d|closed|policy|section|off)|\blog ?(?:ged )?in to (?:comment|reply)|\b(?:join|start|first).{0,12}(?:conversation|discussion|comment)|^comments? (?:on|by|from|for)\b|\breply$|^\W*(?:\d[\d,.]* )?(?:\w+ ){0,3}comments?\W*$|^(?:\w+ ){0,3}(?:replies|discussion)\W*$"),
    Phrase(COMMENT, "says said wrote commented", r"\b(?:says|said|wrote|commented):?$", tail=True),
    Phrase(COMMENT, "votes upvotes rating", r"^\W*(?:rating|votes?|upvotes?)\W*\d|\d up-?votes?$"),
    Phrase(COMMENT, "ago", r"^(?:\W*\w+ ){0,4}\d+ (?:min(?:ute)?|hour|day|week|month|year)s? ago\b(?: at \d.*)?$"),
    Phrase(NOTICE, "cookie cookies", r"\b(?:uses?|using|accept|our|of|all|set|about|essential|necessary) cookies?\b|cookies? (?:policy|settings|notice|preferences|statement|consent)|cookies to (?:improve|give|ensure|provide|personali[sz]e|help|make|enhance|deliver)", long=True),
    Phrase(NOTICE, "privacy terms", r"\bprivacy (?:policy|notice|statement|choices|rights|settings)|\bterms (?:of (?:use|service)|and conditions|& conditions|apply)|^privacy\b|^terms\b", long=True),
    Phrase(NOTICE, "akismet recaptcha javascript adblocker blocker", r"akismet|recaptcha|javascript|ad ?blocker", long=True),
    Phrase(NOTICE, "browser", r"\b(?:your|this|a modern|supported) (?:web )?browser\b", long=True),
    Phrase(NOTICE, "site website", r"\b(?:this|our) (?:web)?site (?:uses|is protected|is using|may earn|contains affiliate|works best)", long=True),
    Phrase(NOTICE, "commission affiliate", r"\b(?:may|might) (?:earn|receive|get|make)\b.{0,40}commission|affiliate (?:links?|commission|partner)", long=True),
    Phrase(NOTICE, "continuing using clicking signing submitting entering subscribing registering browsing accessing", r"^(?:.{0,60}[.!] )?by (?:continuing|using|clicking|signing up|submitting|entering|subscribing|registering|browsing|accessing)\b.{0,90}\b(?:agree|accept|consent|acknowledge)", long=True),
    Phrase(NOTICE, "disclaimer expressed informational purposes", r"^disclaimer|(?:opinions|views) expressed\b.{0,80}\b(?:author|writer|those of|do not)|informational purposes only", long=True),
    Phrase(NOTICE, "submission password", r"received your submission|forgot.{0,12}password|reset.{0,12}password"),
    Phrase(SIGN_UP, "subscribe subscriber subscribers subscription subscriptions",
        r"^(?:.{0,30} )?subscribe (?:to|for|now|today|and|via|here)|^(?:click here to |please )?subscri\w+\b|\bsubscribers? (?:only|can|exclusive)|for subscribers|\bsubscribe$|already a subscriber", long=True),
    Phrase(SIGN_UP, "newsletter newsletters inbox", r"(?:our|the|free|daily|weekly|monthly|email|this|morning) .{0,40}newsletters?\b|\bnewsletters?\b.{0,30}(?:sign|subscri|inbox|delivered)|\b(?:your|my) inbox|^newsletters?\b", long=True),
    Phrase(SIGN_UP, "sign signup sign-up log login register",
        r"^(?:click here to |please )?(?:sign|log) ?-?(?:up|in)\b|\bsign up (?:for|to|now|here|today|and|with|below)\b|^register\b|\bregister (?:now|for free|here)|\b(?:sign|log) ?in$|please (?:log|sign) in|^login\b", long=True),
    Phrase(SIGN_UP, "updates alerts app resources notifications journalism email e-mail unsubscribe spam",
        r"\b(?:monthly|weekly|daily|latest|breaking|email|news) (?:email )?(?:updates|alerts|emails?)\b|^get (?:the|our|monthly|weekly|daily|free)\b|free resources|download (?:the|our)\b|\bnotifications?\b|^(?:your|enter).{0,24}e-?mail|e-?mail address$|\bunsubscribe\b|support .{0,30}journalism|^please enter"),
    Phrase(SIGN_UP, "donate donation member membership trial tip tips subscribed account", r"^(?:please )?(?:donate|become a|join|support)\b|free trial|\b(?:have|got|send).{0,24}\btips?\b|already have|make a donation|thank you for (?:signing|subscrib)|create an? account", long=False),
    Phrase(SHARE, "share tweet follow facebook twitter whatsapp linkedin pinterest instagram reddit telegram youtube messenger followers email shares print flipboard",
        r"^(?:click to |please )?(?:share|tweet|follow|like|print|pin|email|e-mail|recommend|send)\b.{0,70}$|\bfollow (?:us|me|him|her|them)\b|\bshare (?:this|on|via|to)\b"
        r"|\b(?:on|via|by) (?:facebook|twitter|whatsapp|linkedin|pinterest|instagram|reddit|telegram|messenger|youtube|email)\b|^(?:facebook|twitter|linkedin|whatsapp|instagram|pinterest)\d*(?:\W+\w+){0,2}\W*$|\bfollowers\b|^\d+[.,\d]*k? ?shares?\b"),
    Phrase(SHARE, "window url bookmark bookmarks", r"opens in (?:a )?new|short url|bookmarks?$|copy (?:the )?url"),
    Phrase(ADVERT, "advertisement advertising sponsored sponsor promoted continues continue scroll partner",
        r"^advertis|advertisement$|\bsponsored\b|^promoted|partner content|(?:story|article|post) continues|continue reading|scroll (?:down|to)"),
    Phrase(RELATED, "you", r"\byou (?:may|might|ll|'ll|’ll)(?: also)? (?:like|enjoy|love|be interested)"),
    Phrase(RELATED, "read see watch also", r"^(?:also )?(?:read|see|watch)(?: more| also| next| now| full| the full|:)|^(?:also )?(?:read|watch|see)\b.{0,20}:|^also on\b|^see (?:all|more)\b|\bread more\b(?: at| about| here|$|\W*$)|^also read\b"),
    Phrase(RELATED, "read related: more: related", r"^(?:also read|read (?:also|more|next))\b|^(?:related|see also|more)\s?:", long=True),
    Phrase(RELATED, "more latest related trending recent popular top most previous next recommended miss missed picks pick choice",
        r"^(?:more|latest|related|trending|recent|popular|top|read more|our) (?:from|in|on|news|stor\w+|articles?|posts?|content|headlines|great|about|videos?|coverage|by|top|now|this|picks?|reading|topics|links)\b"
        r"|^most (?:read|popular|viewed|recent|shared|watched|commented)|^(?:previous|next) (?:article|post|story|up|page)|^related\b|^trending\b|^more on:?|^don['’]t miss|in case you missed|^recommended\b|^editor['’]?s?['’]? (?:pick|choice)|\bmore (?:»|›|>|→)$"),
    Phrase(RELATED, "tags tag topics topic filed posted categories category labels keywords tagged trends", r"^(?:tags?|topics?|trends|filed (?:under|to)|posted in|categor(?:y|ies)|labels|keywords|tagged)\b ?(?::|$|with\b|in\b|under\b|as\b| [#A-Za-z])", long=True),
    Phrase(RELATED, "click view show load", r"\bclick here\b|^(?:view|show|load) (?:all|more|full|less)"),
    Phrase(CAPTION, "image photo picture pictured pic video photograph photographer photography illustration graphic credit file getty images shutterstock istock afp reuters ap epa unsplash flickr alamy bloomberg pa courtesy screenshot screengrab caption handout",
        r"^(?:image|photo|picture|pic|video|file photo|photograph|illustration|graphic|credit|file|caption|getty|courtesy)s?(?:[ -](?:source|credit|caption|copyright|by|courtesy|with text|shows|via|illustration|provided|file|from|of))*\s?(?:[:,|/©]|$)"
        r"|^(?:image|photo|photograph|picture|video|courtesy|screenshot|illustration|file photo)s? (?:source|credit|caption|copyright|by|courtesy|via|from|provided|with)\b|^(?:enlarge|click|tap|view|open)\b.{0,16}(?:image|photo|gallery|picture)|^courtesy\b"
        r"|[(/|:–—-] ?(?:getty(?: images)?|shutterstock|istock|afp|reuters|ap|ap photo|epa|unsplash|flickr|alamy|bloomberg|pa)\)?\.?$|\bgetty images\b|\bvia (?:getty|ap|afp|reuters)\b|\b(?:ap|afp|file|handout|courtesy|staff|undated|submitted|stock|reuters) (?:photo|image|file photo)\b"
        r"|[(|/] ?(?:photo|image|picture|credit|pic|video|photograph|illustration|screengrab|screenshot)s?\b|\b(?:photo|image|credit|picture|photograph)s?(?: (?:by|credit|courtesy))?: ?\S|\bphoto(?:graph|graphy)?s? (?:by|credit)\b|\((?:left|right|centre|center|l|r|from left)\)|(?:hide|toggle) caption"),
    Phrase(CAPTION, "image photo picture photograph credit getty images shutterstock afp reuters ap epa alamy bloomberg pa caption video photographer",
        r"^(?:image|photo|picture|photograph|file photo|video)s?(?: (?:source|credit|caption|copyright|by|courtesy))?\s?[:,]|(?:/|\(|\bvia |photo by |credit: ?|image: ?|photo: ?|photograph: ?|picture: ?)(?:[\w.&-]+[ /]){0,4}(?:getty images|getty|shutterstock|ap|afp|reuters|epa|bloomberg|alamy|ap photo|pa)\)?\.?$"
        r"|\((?:ap photo|photo|image|photograph)\b[^)]{0,60}\)\.?$|(?:hide|toggle) caption$|\b(?:photo|photograph|credit|image)(?: by| credit)?: ?[\w .&/-]{3,50}$", long=True),
)  # fmt: skip


_AGENCIES = r"(?:Getty(?: Images)?|AP|AP Photo|AFP|EPA(?:-EFE)?|PA(?: Wire| Media| Archive)?|Reuters|REUTERS|Rex|REX|Shutterstock|Bloomberg|NurPhoto|Alamy|SOPA(?: Images)?|TASS|Xinhua|Press Association)"
# A picture's credit with a slash, a picture of a gallery by its number, or one from the archive: the writing tells, not the words.
_CREDIT = re.compile(
    rf"(?:\b{_AGENCIES}/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}/{_AGENCIES})[)\].]?$"
    r"|^\d{1,3}\s?/\s?\d{1,3}\s+\S|^\(?(?:FILE|File)\)?(?: (?:PHOTO|photo|picture|image))?\)?\s?[-–—:)]|\bfile (?:photo|picture|image)\b"
)


class _Row(NamedTuple):
    order: int
    kind: Kind
    search: Callable[[str], object]


_TAIL = 20  # characters


def _matcher(phrase: Phrase) -> Callable[[str], object]:
    """What looks for a row's pattern. Its alternatives that begin a line are tried there alone, not at every character."""
    flags = re.IGNORECASE
    if phrase.tail:
        ending = re.compile(phrase.pattern, flags)
        return lambda line: ending.search(line, max(0, len(line) - _TAIL))
    ways = _alternatives(phrase.pattern)
    heads = [way for way in ways if way.startswith("^")]
    rest = [way for way in ways if not way.startswith("^")]
    head = re.compile("|".join(heads) or "(?!)", flags).match
    if not rest:
        return head
    anywhere = re.compile("|".join(rest), flags).search
    return (lambda line: head(line) or anywhere(line)) if heads else anywhere


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no brackets."""
    ways, depth, at = [""], 0, 0
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)[0]  # type: ignore[index]  # any character is one
        at += len(piece)
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece
    return ways


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.")  # an escaped character, a class of characters, any other


def _by_trigger(*, long: bool) -> dict[str, tuple[_Row, ...]]:
    """Each trigger word, also with the punctuation that may stand at it, -> its rows."""
    found: dict[str, list[_Row]] = {}
    for order, phrase in enumerate(_PHRASES):
        if long and not phrase.long:
            continue
        row = _Row(order, phrase.kind, _matcher(phrase))
        for word in phrase.triggers.split():
            for variant in {mark + word + end for mark in ("", "(", "[", "@", "#") for end in ("", *".,:;!?)")}:
                found.setdefault(variant, []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


_SHORT_ROWS, _LONG_ROWS = _by_trigger(long=False), _by_trigger(long=True)
_SHORT_TRIGGERS, _LONG_TRIGGERS = frozenset(_SHORT_ROWS), frozenset(_LONG_ROWS)
_EDGES = " \t\xa0:.·•|–—-»›>→←«‹<▼▲+×✕✖()[]*#\u200b"


def furniture(line: str, words: set[str]) -> Kind | None:
    """The furniture that `line` is by its words, None for what may be the article's own. `words`: its words in lower case."""
    length = len(line)
    if length > _ENDS:  # what a line is, is told by its ends
        line = f"{line[: _ENDS // 2]} {line[-_ENDS // 2 :]}"
    if ("/" in line or "file " in line or "File" in line or "FILE" in line) and _CREDIT.search(line):
        return CAPTION
    if length < 60 and (kind := LABELS.get(line.strip(_EDGES).lower())):
        return kind
    if length <= SHORT:
        table, hints = _SHORT_ROWS, words & _SHORT_TRIGGERS
        if not line.isalpha():
            hints |= _signs(line)
    else:
        table, hints = _LONG_ROWS, words & _LONG_TRIGGERS
        if "©" in line or "http" in line:
            hints |= {"©", "http"}
    if not hints:
        return None
    rows = {row for hint in hints for row in table[hint]}
    return next((row.kind for row in sorted(rows, key=_order) if row.search(line)), None)


def _order(row: _Row) -> int:
    return row.order


def _signs(line: str) -> set[str]:
    """Triggers that are no words of their own: a sign, or a credit after a slash."""
    signs = set()
    if "©" in line:
        signs.add("©")
    if "http" in line or ".jpg" in line or ".png" in line:
        signs.add("http")
    if "/" in line:
        signs.add("getty")  # the rows of captions
    return signs
