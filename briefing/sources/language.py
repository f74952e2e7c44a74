"""Which language a text is in: its script first, then letters of that script, then the short words of each language.

No model and no dependency: a table of the commonest function words is enough for running text of a hundred characters,
and says nothing ("") where two languages come close.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

SAMPLE = 4000  # characters looked at, from the beginning and the middle
_ENOUGH = 0.1  # the share of a text's words that are function words of its language, at the least
_MARGIN = 1.15  # how much better the best language must be than the next

# Languages that have a script to themselves (or nearly), by the beginning of the Unicode names of its letters.
_SCRIPTS = {
    "GREEK": "el", "HEBREW": "he", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu",
    "GURMUKHI": "pa", "SINHALA": "si", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "ETHIOPIC": "am", "DEVANAGARI": "hi",
}  # fmt: skip

# Letters that tell the languages of one script apart, surest first; the last line is what remains.
_LETTERS = {
    "CYRILLIC": (("be", "ў"), ("kk", "әғқңөұүһ"), ("uk", "їєґі"), ("mk", "ѓќѕ"), ("sr", "ђћј"), ("ru", "ыэё"), ("bg", "ъщ"), ("ru", "")),
    "ARABIC": (("ur", "ٹڈڑںے"), ("ps", "ټډړښ"), ("ckb", "ێۆڵ"), ("fa", "پچژگک"), ("ar", "")),
}  # fmt: skip

# Latin letters of one language, where they are so many that no name from there explains them.
_LATIN_SIGNS = (("az", "ə"), ("tr", "ığş"), ("vi", "ạảấầậẩẫắằặẳẵẹẻẽếềệểễịỉọỏốồộổỗớờợởỡụủứừựửữỳỵỷỹđơư"))
_MANY_SIGNS = 0.05

# The commonest short words. Those that two neighbours share are listed for both: they then tell nothing between them.
_WORDS = {
    "en": "the of and to in a is that for it was on with as his he be at by this had not are but from have they which were has who their said will would been its an or",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über war",
    "fr": "le de la les et des en un une du que est pour qui dans par sur au pas plus ne se ce il sont avec mais ou son sa ses été aux cette comme elle ont nous leur à",
    "es": "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha este sí porque esta son entre cuando muy sin sobre también fue había",
    "it": "di e il la che in a per un è del non una con da sono al i le si della dei nel gli come ha più alla lo anche ma dal delle nella suo ed questo essere stato su",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também pelo pela até isso foi são",
    "nl": "de van het een en in is dat op te zijn met voor die niet aan er om ook als maar dan bij nog uit door naar heeft worden over wordt hij werd tot hebben deze dit ze",
    "sv": "och i att det som en på är av för med den till inte har de ett om var men sig så från vi kan när efter vid också ska eller nu enligt hade under är blev mot",
    "da": "og i at det en den til er som på de med af for ikke der var et har sig men fra om han så vil kan blev ved over være efter også mod eller ud siger hvor skal nu",
    "no": "og i at det en den til er som på de med av for ikke der var et har seg men fra om han så vil kan ble ved over være etter også mot eller ut sier hvor skal nå",
    "fi": "ja on ei että se oli hän mutta ovat joka kun niin myös sen tai kuin mukaan ole hänen nyt jo sitä olla vain mitä voi tämä tämän vielä jos hän ovat sekä vuoden noin",
    "pl": "w i na z się do nie że jest to o po od za jak przez ale dla są ze który co tym oraz był być tylko może już przy będzie jego także tego tej roku jej lub podczas",
    "cs": "a v se na je že s z do o i to k ve pro za by ale po jsou od jako který podle už však jeho nebo která jen při také až není být bude které před ze jsem byl",
    "sk": "a v sa na je že s z do o aj to k vo pre za by ale po sú od ako ktorý podľa už však jeho alebo ktorá len pri tiež až nie byť bude ktoré pred zo som bol",
    "hu": "a az és hogy nem is egy ez azt már csak meg volt de ha mint még el szerint ki van kell vagy lesz azonban között után ezt amely pedig mert lehet fel nagy több így",
    "ro": "de și în a la cu nu pe un o este din care mai că se pentru au fost să al ce sau lui ale prin după sunt cel iar dar către acest ca fi va cele despre între",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar ama sonra o var ki ancak yeni her göre değil oldu veya ise hem mi şey tarafından nin karşı etti dedi",
    "et": "ja on ei et ta see oli kui aga ka mis oma seda nii või nad siis veel pärast kes välja ning juba kõik üle sest üks selle ole oleks eest kus enne mida jaoks ütles",
    "lv": "un ir ar no ka uz par kas arī to tas pēc bet nav vai kā lai gada pie ko viņš tika jau līdz būs tiek vēl gan tā pret savu gadā bija ja šo šī kur ne",
    "lt": "ir yra į kad su iš tai o ne kaip bet buvo jis apie už per jau dar tik po nuo taip pat arba prie kuris dėl bus savo metų to labai jos ar buvo pagal tarp jo",
    "hr": "i je u da se na za su od koji s to kao ne a što iz ili nije bi će po sve o nakon te kako samo prema više bio biti jer još koje ali ako bila rekao kod",
    "sl": "in je v da se na za so pa ki z od to kot ne ali po bi tudi še iz ter bil ko če pri do že sem več bo lahko zaradi kar bila med pred le tem tega smo",
    "id": "yang dan di untuk dengan dari pada ini dalam itu tidak ke adalah akan oleh juga telah bisa karena ada sebagai mereka kata tersebut atau saat lebih menjadi hari orang tahun kami dia setelah kepada",
    "vi": "và của là có trong không được cho các với một người này đã những để về khi từ ra đến cũng theo như ở vào tại trên ông nhiều sau còn thì sẽ bị nước năm",
    "ca": "de la que i el en a les els un per amb es una del al no és va més com dels seu seva aquest són han hi també ha però perquè aquesta entre ser fer molt on",
    "sq": "e të në dhe që një me për i se është nga më nuk ka u si do por këtë kjo janë ai ishte tha pas ky edhe kanë duke ose pasi tij kur ndaj",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo huo cha wakati pia baada hilo lakini hii kama au kutoka huu alisema watu hayo sasa mwaka yake wake kwamba",
    "tl": "ng sa ang na mga ay at para si ni ito hindi siya may kanyang nila rin ang isang mula kung naman din pa niya kay dahil nang ako sila",
}  # fmt: skip
_FIRST_LOOKS = (500, 1200)  # characters
_ENGLISH_ALONE = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "that",
        "was",
        "with",
        "his",
        "this",
        "but",
        "from",
        "have",
        "they",
        "which",
        "were",
        "who",
        "their",
        "said",
        "would",
        "been",
        "its",
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, "" where it can't be told: too short, mixed, or not in the tables."""
    if any(_is_plainly_english(text[:look].lower().split()) for look in _FIRST_LOOKS):
        return "en"
    sample = (
        text if len(text) <= SAMPLE else text[: SAMPLE // 2] + " " + text[len(text) // 2 : len(text) // 2 + SAMPLE // 2]
    )
    letters = Counter({sign: count for sign, count in Counter(sample.lower()).items() if sign.isalpha()})
    if sum(letters.values()) < 20:
        return ""
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.05 * sum(scripts.values()):
        return "ja"
    script, count = scripts.most_common(1)[0]
    if count < 0.5 * sum(scripts.values()):
        return ""
    if script == "LATIN":
        return _by_words(sample)
    if script in _LETTERS:
        return _by_letters(letters, script)
    return "zh" if script == "CJK" else _SCRIPTS.get(script, "")


def _is_plainly_english(words: list[str]) -> bool:
    """Whether so many of the first words are of English alone that no other language needs to be tried."""
    found = _ENGLISH_ALONE.intersection(words)
    return len(found) >= 6 and "the" in found and sum(map(found.__contains__, words)) > 0.12 * len(words)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _by_letters(letters: Counter[str], script: str) -> str:
    total = sum(letters.values())
    for code, signs in _LETTERS[script]:
        if not signs or sum(letters[sign] for sign in signs) > 0.004 * total:
            return code
    return ""


def _by_words(text: str) -> str:
    words = Counter(_WORD.findall(text.lower()))
    total = sum(words.values())
    if total < 8:
        return ""
    counts: Counter[str] = Counter()
    weighed = dict.fromkeys(_WORDS, 0.0)
    for word, many in words.items():
        codes = _languages().get(word, ())
        for code in codes:
            counts[code] += many
            weighed[code] += many / len(codes)  # a word of many languages tells little
    (best, weight), (_, next_weight) = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:2]
    if counts[best] / total < _ENOUGH or weight < _MARGIN * next_weight:
        return _by_signs(text)
    return best


def _by_signs(text: str) -> str:
    """Turkish, Azerbaijani and Vietnamese by letters that others lack: Turkish puts into its endings what elsewhere are words."""
    small = text.lower()
    total = sum(map(str.isalpha, small))
    for code, signs in _LATIN_SIGNS:
        if sum(map(small.count, signs)) > _MANY_SIGNS * total:
            return code
    return ""


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Each word of the tables, and the languages in whose tables it stands."""
    found: dict[str, list[str]] = {}
    for code, words in _WORDS.items():
        for word in sorted(set(words.split())):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}
