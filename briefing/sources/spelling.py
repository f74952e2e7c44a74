"""Whether an English text is spelt as in Britain or as in America: what settles "03/04/2022" where nothing else does.

Britain, Ireland, India, Australia and most of the world write the day first; the United States write the month first.
"""

from __future__ import annotations

import re

_BRITISH = re.compile(
    r"£|\b(?:Mr|Mrs|Dr) [A-Z]|\b(?:[a-z]+isations?|\w+ising|(?:real|organ|recogn|critic|apolog|emphas|prior|author|final|min|max)ised?"
    r"|(?:col|fav|hon|lab|neighb|behavi|harb|rum|hum|flav|end?eav)our\w*|centres?|theatres?|(?:kilo)?metres?|defence|offence|licence"
    r"|travell(?:ed|ing|ers?)|cancell(?:ed|ing)|labell(?:ed|ing)|modell(?:ed|ing)|programmes?|grey|tonnes?|whilst|per cent|cheque"
    r"|tyres?|kerb|ageing|judgement|enquir(?:y|ies)|councillors?|jewellery|sceptic\w*|manoeuvr\w*|mum|crore|lakh)\b"
)
_AMERICAN = re.compile(
    r"\b(?:Mr|Mrs|Dr)\. [A-Z]|\b(?:[a-z]+izations?|[a-z]+izing|(?:real|organ|recogn|critic|apolog|emphas|prior|author|final|min|max)ized?"
    r"|(?:col|fav|hon|lab|neighb|behavi|harb|rum|hum|flav|endeav)ors?|(?:col|fav|hon|lab)(?:ored|oring|orite|orable)|centers?|theaters?"
    r"|(?:kilo)?meters?|defense|offense|travel(?:ed|ing|ers?)|cancel(?:ed|ing)|label(?:ed|ing)|model(?:ed|ing)|gray|percent|jewelry"
    r"|skeptic\w*|councilm[ae]n|mom|sheriff’s|sheriff's|a\.m\.|p\.m\.)(?!\w)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b")
_MONTH_FIRST = re.compile(rf"\b(?:{_MONTHS}|(?:Jan|Feb|Mar|Aug|Sept|Sep|Oct|Nov|Dec)\.) \d{{1,2}}\b")
_LEAST, _TIMES = 2, 4  # so many signs, and so many times as many as of the other spelling


def date_order(text: str) -> tuple[str, str] | None:
    """ "dmy" or "mdy" by the spelling of an English text, and the words that show it; None where it does not tell."""
    day_first, month_first = _DAY_FIRST.findall(text), _MONTH_FIRST.findall(text)
    if bool(day_first) != bool(month_first):  # the text's own dates, in words, are all of one order
        return ("dmy" if day_first else "mdy"), ", ".join(dict.fromkeys(day_first or month_first))[:60]
    british, american = _BRITISH.findall(text), _AMERICAN.findall(text)
    for order, signs, others in (("dmy", british, american), ("mdy", american, british)):
        if len(signs) >= _LEAST and len(signs) >= _TIMES * len(others):
            return order, ", ".join(dict.fromkeys(sign.strip() for sign in signs))[:60]
    return None
