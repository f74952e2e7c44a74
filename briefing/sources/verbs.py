"""Whether an English sentence holds a finite verb; errs on the side of yes.

Without one it is a rest of a sentence, a heading or a list entry ("The desire to make progress."), which the note never quotes as
a statement. Short sentences are looked at word by word; long ones almost always have one.
"""

from __future__ import annotations

import re

_LONG = 26  # words
_WORD = re.compile(r"[A-Za-z]+(?:['’‘][a-z]+)?")
_HELPERS = """
    am is are was were be been has have had do does did will would shall should can could may might must ought cannot
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't mustn't let's
    i'm you're we're they're he's she's it's that's there's here's what's who's i've you've we've they've i'll you'll he'll she'll it'll
    we'll they'll i'd you'd he'd she'd we'd they'd
"""
_IRREGULAR = """
    arose ate awoke beat became began bent bet bid bit bled blew bore bought bound bred broke brought built
    burnt burst came cast caught chose clung cost crept cut dealt dove drank drew drove dug fed fell felt fled
    flew flung forbade forecast foresaw foretold forgave forgot fought found froze gave got grew ground heard
    held hid hit hung hurt kept knelt knew laid lay leapt learnt led left lent let lit lost made meant met
    mistook offset outdid outgrew overcame overheard overran oversaw overthrew overtook paid partook put quit
    ran rang read rebuilt resold retook rewrote rid rode rose said sang sank sat saw sent set shed shone shook
    shot showed shrank shut slept slid slung sold sought sped spelt spent spilt split spoilt spoke sprang
    spread spun stank stole stood strode strove struck stuck stung sued swam swept swore swung taught thought
    threw thrust told took tore trod understood undertook underwent undid upheld upset went wept withdrew
    withheld withstood woke won wore wound wove wrote
"""
_BASES = """
    say think know believe want need hope expect see look seem appear feel remain continue plan agree deny call ask tell show
    mean make take give get keep go come run hold face fear urge warn claim insist demand support oppose accuse blame live
    work play pay help join follow include involve require depend rely range number total stand sit lie lead win lose meet
    talk speak fight start stop begin end allow consider find hear become suggest argue note add describe report tend like love
    hate try use wish doubt care matter thank apologise apologize regret welcome condemn praise stress vow pledge refuse reject
    accept deserve belong exist happen occur differ vary arrive leave return
"""
_FINITE = frozenset((_HELPERS + _IRREGULAR).split())
_BASE = frozenset(_BASES.split())
_THIRD = frozenset(
    base[:-1] + "ies"
    if base.endswith("y") and base[-2] not in "aeou"
    else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    for base in _BASE
)
# After these a form in -ed, an irregular one or a base form is no finite verb.
_NOUN_MARKS = """
    the a an this that these those its his her their our my your no of by with from for in on at to into any
    some each every most
"""
_BEFORE_NOUN = frozenset(_NOUN_MARKS.split())
_SUBJECTS = """
    i you we they he she it who which that there people and but also never often always not both all some many
    most
"""
_SUBJECT = frozenset(_SUBJECTS.split())
_OBJECTS = """
    the a an that to his her its their our in on at for from with by as into about against over more not no
    how what why when where him them us it
"""
_AFTER_VERB = frozenset(_OBJECTS.split())
_PERSONS = frozenset("i we they he she".split())  # what follows these is a verb, or an adverb before one
_OPENERS = frozenset("the a an this that each every his her its our my".split())
_NEAR = (
    4  # words: a verb in -s stands so near to the opening of a short sentence ("The reading room seats twenty people.")
)


def has_finite_verb(sentence: str) -> bool:
    if sentence.count(" ") >= _LONG or not _SURE.isdisjoint(sentence.split()):
        return True
    words = _WORD.findall(sentence.lower().replace("’", "'").replace("‘", "'"))
    if len(words) >= _LONG:
        return True
    return any(_is_finite(n, word, words) for n, word in enumerate(words))


def _is_finite(n: int, word: str, words: list[str]) -> bool:
    adverb = n > 1 and words[n - 1].endswith("ly")
    before = words[n - 1 - adverb] if n else ""
    after = words[n + 1] if n + 1 < len(words) else ""
    if word in _FINITE or word.endswith(("n't", "'ll", "'ve", "'re")):
        return before not in _BEFORE_NOUN or word in _ALWAYS
    if before in _PERSONS:
        return True
    if word in _BASE:
        return (
            before in _SUBJECT
            or (n == 0 and after in _AFTER_VERB)
            or (before.endswith("s") and before not in _BEFORE_NOUN and n > 0)
        )
    if word in _THIRD:
        return n > 0 and before not in _BEFORE_NOUN
    if word.endswith("ed") and len(word) > 3:
        return n > 0 and before not in _BEFORE_NOUN
    return (
        word.endswith("s")
        and len(word) > 3
        and n > 0
        and (after in _AFTER_VERB or (1 < n < _NEAR and bool(after) and words[0] in _OPENERS))
        and before not in _BEFORE_NOUN
        and not word.endswith(("ss", "'s"))
    )


_ALWAYS = frozenset(_HELPERS.split()) - {"be", "been", "may", "will", "can", "must", "might"}
# Verbs that are nothing else, as they stand in a sentence.
_SURE = _ALWAYS & frozenset(("am", "is", "are", "was", "were", "has", "had", "does", "did", "would", "cannot"))
