"""Which spellings are one bearer: the names printed in a folder -> its people, bodies and places, and who each name is.

Spelling alone joins only equal names. A variant ("Sergei" and "Sergey", "Ryabukov" and "Ryabkov"), or a surname alone, is
joined with evidence beside it: the same office, or other people named with both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from briefing.model import Name, NameKind, Person, Span, Step
from briefing.names.tables import countries, folded, words

NEAR = 0.88  # Jaro-Winkler of two spellings of one word; office or company must agree as well
COMPANY = 2  # how many people and bodies two articles must name in common to show that a surname is the same one's,
CROWD = 200  # bearers of one skeleton that a new one is compared with at most
SCENE = 3  # or so many names of all kinds, one of them a person or body


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in a folder. `people` by how often they are named; `who` leads from (source key, span) to an id; `places`
    are the ids of places and countries, which many sentences share that tell of nothing in common."""

    people: tuple[Person, ...]
    who: Mapping[tuple[str, Span], str]
    places: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Bearer:
    """A bearer while names are being gathered: one article's at first, then the folder's. `words` are those of its first
    spelling, which is its fullest, because longer names are gathered first."""

    kind: NameKind
    words: tuple[str, ...]
    spellings: Counter[tuple[str, str]] = field(default_factory=Counter)
    descriptors: dict[tuple[str, str], None] = field(default_factory=dict)
    offices: set[str] = field(default_factory=set)
    places: list[tuple[str, Span]] = field(default_factory=list)
    company: dict[str, str] = field(
        default_factory=dict
    )  # people and bodies named in the same articles: key -> as printed
    scene: dict[str, str] = field(default_factory=dict)  # places and other names there
    why: dict[Step, None] = field(default_factory=dict)
    key: str = ""  # what the prints of a body or place share, see `name_key`

    @property
    def variants(self) -> list[tuple[str, str]]:
        """Spellings with their source, fullest first."""
        return sorted(self.spellings, key=lambda s: (-len(s[0].split()), -len(s[0]), s[1], s[0]))

    @property
    def fullest(self) -> tuple[str, str]:
        return self.variants[0]

    def take(self, other: _Bearer, why: Step | None) -> None:
        self.spellings.update(other.spellings)
        self.descriptors |= other.descriptors
        self.offices |= other.offices
        self.places += other.places
        self.company |= other.company
        self.scene |= other.scene
        self.why |= other.why
        if why is not None:
            self.why[why] = None


def _bearer(key: str, names: Sequence[Name]) -> _Bearer:
    """The bearer of equal prints of one name in one article."""
    bearer = _Bearer(names[0].kind, tuple(folded(names[0].text).replace("-", " ").split()))
    bearer.spellings[names[0].text, key] = len(names)
    bearer.places = [(key, name.span) for name in names]
    for name in names:
        if name.descriptor:
            bearer.descriptors[name.descriptor, key] = None
    bearer.offices = {office for text, _ in bearer.descriptors if (office := _office(text))}
    return bearer


def join_names(articles: Iterable[tuple[str, Sequence[Name]]]) -> Cast:
    """The bearers of all names of a folder: (source key, its names) per article. The order of articles does not matter."""
    persons: list[_Bearer] = []
    others: dict[str, _Bearer] = {}
    printed = sorted(articles, key=lambda article: article[0])
    known = {
        folded(name.text) for _, names in printed for name in names if name.kind is NameKind.PERSON and " " in name.text
    }
    for key, names in ((key, _promoted(names, known)) for key, names in printed):
        mine = _persons_of(key, names)
        surnames = {skeleton(bearer.words[-1]): bearer.fullest[0] for bearer in mine}
        company = surnames | {name.key: name.text for name in names if name.kind is NameKind.BODY}
        scene = {name.key: name.text for name in names if name.kind in (NameKind.PLACE, NameKind.OTHER)}
        for bearer in mine:
            bearer.company = {k: v for k, v in company.items() if k != skeleton(bearer.words[-1])}
            bearer.scene = scene.copy()
        persons += mine
        _take_others(key, names, others)
    return _cast([*_joined(persons), *others.values()])


def _take_others(key: str, names: Sequence[Name], others: dict[str, _Bearer]) -> None:
    """Bodies and places of one article. A seat of government that acts ("Washington said") is its country where the article
    names that, too."""
    named = {name.key: name.text for name in reversed(names)}
    for name in names:
        if name.kind is NameKind.PERSON:
            continue
        seat = countries().codes.get(folded(name.text), "").lower() if folded(name.text) in countries().seats else ""
        kind = NameKind.PLACE if seat else name.kind
        acts = name.kind is NameKind.BODY and seat in named
        shared = seat if acts else name.key
        other = others.setdefault(shared, _Bearer(kind, (), key=shared))
        other.spellings[name.text, key] += 1
        other.places.append((key, name.span))
        if acts:
            other.why[Step("same-government", (name.text, named[seat]))] = None


def _promoted(names: Sequence[Name], known: set[str]) -> list[Name]:
    """A full name that some article shows to be a person's is one in every article, and so is its surname there."""
    full = {folded(name.text) for name in names} & known
    persons = full | {name.split()[-1] for name in full}
    return [
        replace(name, kind=NameKind.PERSON) if name.kind is NameKind.OTHER and folded(name.text) in persons else name
        for name in names
    ]


def _cast(bearers: Sequence[_Bearer]) -> Cast:
    """Ids and order: the most often named first, then the one that is named first in the first source."""
    people: list[Person] = []
    who: dict[tuple[str, Span], str] = {}
    taken: Counter[str] = Counter()
    for bearer in sorted(bearers, key=lambda b: (-len(b.places), min(b.places), b.fullest)):
        variants = bearer.variants
        if bearer.kind is NameKind.PERSON and len(bearer.words) == 1 and not bearer.descriptors:
            bearer.kind = NameKind.OTHER  # a lone word that says something may be a company as well
        short = folded(variants[0][0]) if bearer.kind is NameKind.PERSON else bearer.key
        short = short.replace(" ", "-")
        taken[short] += 1
        name = short if taken[short] == 1 else f"{short}-{taken[short]}"
        people.append(Person(name, bearer.kind, tuple(variants), tuple(bearer.descriptors), tuple(bearer.why)))
        who |= dict.fromkeys(bearer.places, name)
    return Cast(tuple(people), who, frozenset(person.id for person in people if person.kind is NameKind.PLACE))


def _persons_of(key: str, names: Sequence[Name]) -> list[_Bearer]:
    """The people of one article: a surname belongs to the fuller name printed there, an office to its bearer's variant."""
    printed: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.kind is NameKind.PERSON:
            printed[name.text].append(name)
    bearers: list[_Bearer] = []
    singles = [_bearer(key, same) for same in printed.values()]
    for single in sorted(singles, key=lambda single: (-len(single.words), min(single.places))):
        meant = [bearer for bearer in bearers if bearer.words == single.words] or [
            bearer for bearer in bearers if _ends(bearer.words, single.words) or _first_word_of(bearer, single)
        ]
        office = _by_office(bearers, single) if len(meant) != 1 and single.offices else []
        if len(meant) == 1:
            meant[0].take(single, None)
        elif len(office) == 1:
            office[0][0].take(single, office[0][1])
        else:
            bearers.append(single)
    return bearers


def _by_office(bearers: Sequence[_Bearer], single: _Bearer) -> list[tuple[_Bearer, Step]]:
    """Who of an article bears the same office under a like name."""
    alike = [bearer for bearer in bearers if bearer.offices and _variants(bearer, single)]
    return [(bearer, step) for bearer in alike if (step := _office_step(bearer, single)) is not None]


def _ends(full: Sequence[str], short: Sequence[str]) -> bool:
    """Whether `short` is the end or the beginning of `full`, by whole words: "Kim" of "Kim Jong Un", "Holm" of "Kari Holm"."""
    return list(full[-len(short) :]) == list(short) or (len(full) > 2 and list(full[: len(short)]) == list(short))


def _first_word_of(bearer: _Bearer, single: _Bearer) -> bool:
    """ "Sarah" in the article that prints "Sarah Silverman", "Hua" where it prints "Hua Chunying"."""
    return len(single.words) == 1 < len(bearer.words) and bearer.words[0] == single.words[0]


def _joined(persons: Sequence[_Bearer]) -> list[_Bearer]:
    """The same people across articles. Only names with one skeleton of consonants are compared at all."""
    alike: dict[str, list[_Bearer]] = defaultdict(list)
    equal: dict[tuple[str, ...], _Bearer] = {}
    for bearer in sorted(persons, key=lambda b: (-len(b.words), b.fullest[0], b.fullest[1])):
        group = alike[skeleton(bearer.words[-1])]
        known = equal.get(bearer.words)
        if known is not None and (len(bearer.words) > 1 or not _strangers(known, bearer)):
            known.take(bearer, None)
            continue
        found = [(known, why) for known in group[:CROWD] if (why := _same(known, bearer)) is not None]
        if len(found) == 1:
            found[0][0].take(bearer, found[0][1])
            equal.setdefault(bearer.words, found[0][0])
        else:
            group.append(bearer)
            equal.setdefault(bearer.words, bearer)
    return [bearer for group in alike.values() for bearer in group]


def _same(known: _Bearer, new: _Bearer) -> Step | None:
    """On what evidence two bearers of different articles are one; None when there is too little."""
    if not _variants(known, new) and not _ends(known.words, new.words):
        return None
    if step := _office_step(known, new):
        return step
    if known.words[-1] == new.words[-1] and _given_agree(known.words, new.words):
        shared = sorted(new.company[name] for name in known.company.keys() & new.company)
        scene = sorted(new.scene[name] for name in known.scene.keys() & new.scene)
        if len(shared) >= COMPANY or (shared and len(shared) + len(scene) >= SCENE):
            return Step("same-company", (known.fullest[0], new.fullest[0], *(shared + scene)[:SCENE]))
    return None


def _strangers(known: _Bearer, new: _Bearer) -> bool:
    """Whether two bearers of one lone surname have offices that have nothing in common."""
    return bool(
        known.offices and new.offices and not known.offices & new.offices and not known.company.keys() & new.company
    )


def _office_step(known: _Bearer, new: _Bearer) -> Step | None:
    """The office that both bear; one print may leave out the country that the other names."""
    for printed, _ in new.descriptors:
        office = _office(printed)
        if office is not None and any(_same_office(office, other) for other in sorted(known.offices)):
            return Step("same-office", (known.fullest[0], new.fullest[0], printed))
    return None


def _same_office(one: str, other: str) -> bool:
    (served, office), (also, its) = _parted(one), _parted(other)
    return office == its and (served == also or (len(office) > 1 and not (served and also)))


@lru_cache(maxsize=1 << 12)
def _parted(office: str) -> tuple[list[str], list[str]]:
    """The countries that an office names, as codes, and its other words."""
    codes = _codes()
    said = office.split()
    return [word for word in said if word in codes], [word for word in said if word not in codes]


def _variants(known: _Bearer, new: _Bearer) -> bool:
    """Whether every word of the shorter name is spelt like its partner in the longer one; short words must be equal."""
    pairs = list(zip(reversed(_core(known.words)), reversed(_core(new.words)), strict=False))
    return all(_near(a, b) for a, b in pairs)


def _core(name: Sequence[str]) -> list[str]:
    """A name without letters for middle names: "Rex W. Holm" is spelt like "Rex Holm"."""
    return [word for at, word in enumerate(name) if len(word) > 1 or at in (0, len(name) - 1)]


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    return len(a) > 3 and len(b) > 3 and a[0] == b[0] and JaroWinkler.similarity(a, b) >= NEAR


def _given_agree(known: Sequence[str], new: Sequence[str]) -> bool:
    """Whether given names do not contradict: one is missing, equal, or the other's first letter."""
    if len(known) == 1 or len(new) == 1:
        return True
    return known[0] == new[0] or (min(len(known[0]), len(new[0])) == 1 and known[0][0] == new[0][0])


def _office(descriptor: str) -> str | None:
    """The office in a descriptor, with its country as a code: "Russian Deputy Foreign Minister" -> "ru deputy foreign minister".
    None where there is none, or one that half the world bears ("Mr.", "a spokesman")."""
    said = [folded(word) for word in descriptor.split()]
    kept = [countries().codes.get(word, word) for word in said if word not in ("the", "a", "an", "of", "for")]
    office = words()["office"] | words()["rank"]
    if len(kept) < 2 or not any(word in office for word in kept):
        return None
    return " ".join(kept).lower()


@cache
def _codes() -> frozenset[str]:
    return frozenset(code.lower() for code in countries().codes.values())


SOUNDS = str.maketrans({"q": "k", "g": "k", "c": "k", "z": "s", "w": "v", "h": None} | dict.fromkeys("aeiouy", None))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a name in rough sounds: Gaddafi and Khadafy, Ryabkov and Ryabukov have one skeleton; the first
    letter stays unless it is a k in disguise, so that Sherman and Herman keep apart."""
    plain = word.replace("kh", "k").replace("gh", "k").replace("sh", "$").replace("ch", "%").replace("qu", "kv")
    bones = plain.translate(SOUNDS)
    first = plain[:1] if plain[:1] in "aeiouyh" else ""
    return first + "".join(c for at, c in enumerate(bones) if at == 0 or bones[at - 1] != c)
