"""English: what a date in a sentence dates, and who says what is told.

The lists are those of news English.
"""

from __future__ import annotations

import re

from briefing.events.tongue import Clause, Dates, Speech, Tongue, before, behind

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec)\.?"
)
ARTICLE = r"(?:the|an?|this|that|his|her|its|their|our|my|your|another|every|each|\w+['’]s)"
AUXILIARY = r"(?:has|have|had|was|were|is|are|will|would|can|could|may|might|did|does|should|must)"
IN_TIME = r"(?:in|on|at|during|for|the|a|an)"
NOT_A_NOUN = (
    "an?|the|and|or|but|to|of|for|with|from|in|on|at|by|as|if|when|that|than|who|which|where|after|before|until|till|because|"
    "while|was|were|is|are|be|been|had|has|have|did|do|does|will|would|could|can|may|might|should|must|said|says|told|amid|"
    "during|following|about|over|against|into|under|near|it|he|she|they|we|i|you|his|her|its|their|there|not|also|through|"
    r"between|morning|afternoon|evening|night|local|\w+ed|gmt|est|edt|utc|since|ahead|when|aged|despite|without|so|both|just|only"
)
PART_OF_TIME = (
    "morning|evening|night|afternoon|day|days|week|weeks|weekend|month|months|end|beginning|start|middle|close|hours?|course|dawn|eve|"
    "date|as|rest|most|much|part|parts|all|first|second|third|fourth|half|quarter|summer|winter|spring|autumn|fall"
)
DEED = (
    "killing|murder|attacks?|bombing|shooting|protests?|riots?|crash|war|uprising|revolution|coup|massacre|death|assault|raid|"
    "kidnapping|abduction|election|march|rally|demonstration|fire|explosion|invasion|robbery|theft|rape"
)
BE = r"(?:was|were|is|are|be|been|being|has|have|had|he|she|it|they|we|i|who|and|also|not)"
PARTICIPLE = r"(?:\w{2,}ed|held|made|born|built|written|found|sent|taken|given|set|sold|bought|begun|won|lost|shot|led|seen|shown|stolen|thrown|driven|chosen|broken|drawn|flown|hidden|beaten|fallen|signed)"
VERBS = (
    "said|says|told|tells|announced|declared|stated|warned|confirmed|insisted|claimed|denied|reported|wrote|tweeted|acknowledged|"
    "admitted|testified|(?:added|noted|explained|argued|predicted|suggested)(?= that| [“\"']|,|:)"
)
TURNED = (
    "said|says|wrote|writes|tweeted|added|adds|explained|noted|warned|insisted|argued|acknowledged|admitted|recalled|declared|"
    "announced|confirmed|reported"
)
SMALL = r"(?:(?!\b(?:will|would|has|had|have|is|was|were|are|that|there|could|can|may|did|does)\b)[^,.;:“”\"])"
FILLER = (
    rf"(?:(?!\b(?:{AUXILIARY}|he|she|it|they|that|who|which|following|after|about|how|why|when|because|as)\b)"
    r"[^,;:“”\"]){0,80}"
)
ON = r"\s*(?:\b(?:in|on|at|late|early|last|over|during|earlier|the)\s+)*"
ADVERB = r"(?!family\b|ally\b|assembly\b|supply\b|bully\b)[a-z]+ly"

DATES = Dates(
    determiner=before(rf"\b{ARTICLE}\s+(?:(?:annual|yearly|\w+-day|disputed|deadly|recent)\s+)?"),
    at_event=before(rf"\b(?:in|at|during|on)\s+{ARTICLE}\s+(?:\w+\s+)?"),
    puts_in_time=before(
        r"\b(?:in|since|by|until|till|during|from|to|after|before|between|and|or|through|around|about|early|late|mid|year|season)[\s-]+",
        r"[,;(]\s*",
    ),
    noun=behind(rf"[\s-]+(?!(?:{NOT_A_NOUN})\b)[^\W\d_]"),
    of_noun=before(rf"\b(?!(?:{PART_OF_TIME})\b)[^\W\d_][\w'’-]*\s+of\s+(?:late\s+|early\s+)?"),
    before_name=before(r"\b(?:post|pre|anti|pro|non)[-‐‑–]"),
    possessed=behind(r"['’]s?\s"),
    judged=behind(
        r"(?:['’]s?)?(?:\s+[\w’'-]+){1,5}?\s+(?:is|are|remains?|comes?|marks?|follows?|brings?|adds?|means|shows?|raises?|has\s+become)\b"
    ),
    pointed_at=re.compile(
        r"^\W*(?:this|that|these|those|it)\s?(?:is|are|['’]s)\b(?!.*\b(?:when|after|since)\b)", re.IGNORECASE
    ),
    compared=before(
        rf"\b(?:than|versus|vs\.?|unlike|(?:compared|comparison)\s+(?:with|to))\s+(?:{IN_TIME}\s+)*",
        r"\bin\s+(?:his|her|their|my|your)\s+(?:early\s|mid-?\s?|late\s)?",
        r"\bsame\s+(?:period|time|month|quarter|week|day|point|stage|weekend)(?:\s+(?:of|in))?\s+",
        r"\b(?:first|only|most|least|\w{2,}est|worst|best|no|none|never)\b[^.]{0,80}\bsince\s+(?:\w+\s+)?",
        r"(?:%|\bper\s?cent|\bpercent)\s+(?:\w+\s+){0,2}since\s+",
        r"\b(?!(?:more|less|fewer|rather|other)\b)(?:\w{3,}er|higher)\s+than\b[^.;:]*",
        r"\b(?:which|who|that)\b[^,;:]*\bas\s+of\s+",
        r"\b(?:premium\s+(?:over|to|on)|above|below|up\s+from|down\s+from)\b[^.;:]*\b(?:price|level|close|rate|average|high|low|record)s?\b[^,.;:]*",
    ),
    ranked=before(
        r"\b(?:the|its|his|her|their|our|a)\s+(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|most|least|only)\b[^,.;:]{0,80}"
    ),
    this_unit=re.compile(r"^(?:so\s+far\s+)?this\s+(?:year|season|month|week|quarter)\b", re.IGNORECASE),
    from_earlier=before(r"\b(?:from|over|on)\s+(?:(?:the|a|an)\s+)*"),
    changed=re.compile(
        r"\b(?:up|down|rose|risen|fell|fallen|rise|fall|gain(?:ed)?|drop(?:ped)?|increased?|decreased?|higher|lower|percent|"
        r"per\s+cent|jump(?:ed)?|grew|grown|growth|declined?|slump(?:ed)?|surged?)\b|%",
        re.IGNORECASE,
    ),
    earlier=re.compile(r"\b(?:earlier|ago|before|previous|prior|last)\b|^(?:19|20)\d\d$", re.IGNORECASE),
    cause=before(
        r"\b(?:for|over|from|(?:accused|convicted|guilty)\s+of|charged\s+with|suspected\s+of)\s+(?:[a-z]+ly\s+)?\w{3,}ing\b"
        r"[^,;:]*\b(?:in|on|at|during)\s+(?:\w+\s+)?",
        r"(?:\S+\s+){4}(?:before|after|since|following)\s+[^,;:]*\b(?:in|during|of)\s+(?:\w+\s+)?",
        r"\b(?:charges?|sentence|trial|case|inquiry|investigation|lawsuit|anniversary|victims?|survivors?|memory|wake|aftermath|response|"
        r"role|part|linked|related|connect\w+|stemming|arising|reminiscent)\s+(?:\w+\s+)?(?:of|for|over|from|into|in|to|with)\s+"
        rf"[^,;:]*?\b(?:{DEED})\b[^,;:]*\b(?:in|on|at|during|of)\s+(?:\w+\s+)?",
    ),
    reduced=before(
        rf"\b(?!{BE}\b)(?:(?-i:[a-z])[\w’'-]+|^\W*\w+s|(?:the|an?)(?-i:\s+[A-Z][\w-]*){{1,4}})\s+{PARTICIPLE}\s+(?:(?:by|from|at|in)\s+(?:[^\s,;]+\s+){{1,6}}?)?"
        r"(?:(?:in|on|during|by|at|last|early|late|more|than)\s+)*"
    ),
    restrictive=before(r"(?<!,)\s(?:who|whose|whom|which)\b[^,;:]*"),
    main_verb=re.compile(
        r"^(?:[^,;:“”\"]{0,60},|(?:\s+(?!and\b|or\b|but\b|who\b|that\b|which\b|when\b|after\b|before\b)[^\s,;:]+){0,4}?)\s+"
        rf"(?:{AUXILIARY}|said|says|told)\b|^\s+(?:\w{{3,}}ed|show|shows|include|includes)\b"
    ),
    today=frozenset({"today"}),
    nowadays=re.compile(
        r"\b(?:no longer|still|nowadays|these days|to this day|many others today|in the future)\b", re.IGNORECASE
    ),
    till_now=re.compile(r"^(?:all\s+)?the\s+past\s+\w+$", re.IGNORECASE),
    past=re.compile(
        r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|went|came|took|got|made|been|led|held|won|lost|hit|fell|rose|sent|told|said|"
        r"left|met|began|became|ran|shot|sold|bought|broke|put|gave|found|(?<!\bis\s)(?<!\bare\s)\w{2,}ed)\b"
    ),
    ahead=re.compile(
        r"\b(?:will|would|shall|should|must|could|can|may|might|due|next|plan(?:s|ned)?|upcoming|forthcoming|deadline|expires?|"
        r"expected|scheduled|set|slated|hopes?|intends?|wants?|ahead|starts?|begins?|opens?|ends?|runs?|"
        r"to\s+(?!have\b|the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]+)\b|['’]ll\b"
    ),
    was_to=re.compile(
        r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:scheduled|due|set|expected|supposed|meant|slated)\s+to\s+\w+",
        re.IGNORECASE,
    ),
    clause=re.compile(
        r"^.*(?:[,;:—–]|\b(?:until|when|after|before|that|who|which|while|as|because|since)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    desk=re.compile(
        r"^\W*(?:this|an earlier version of (?:this|the))\s+(?:article|story|report|post|page|piece|version)\s+(?:was|has been|is)\b"
        r"|^\s*\d{1,3}/\d{1,3}\s|\bfile (?:photo|image|picture)\b|\((?:L|R|C|C-R|C-L|left|right|cent(?:er|re)|pictured)\)"
        r"|\b(?:is|are) (?:seen|pictured)\b"
        r"|\bin (?:this (?:[\w-]+ ){0,2}|an? (?:[\w-]+ )?undated )(?:photo|photograph|image|picture|handout|frame grab|video grab)\b"
        r"|\bin an? (?:[\w-]+ ){0,2}(?:photo|photograph|image|picture)\s+(?:obtained|provided|supplied|released|taken|made available)\b"
        rf"|,\s+{DAY},\s+{MONTH}\s+\d{{1,2}},\s+(?:19|20)\d\d(?:,\s+(?:in|at|on|near|outside)\b[^.]*)?\.?\s*$",
        re.IGNORECASE,
    ),
    clauses=(
        Clause(before(r"\b(?:who|whose|whom|which|where)\b[^,;:]*"), 3.0),
        Clause(
            before(
                r"\b(?:when|after|before|since|while|because|if|following|until|unless|although|though|as|amid|despite)\b[^,;:]*"
            ),
            2.0,
        ),
        Clause(before(r"\b(?:prior\s+to|ahead\s+of)\b[^,;:]*"), 2.0),
        Clause(before(r"\bthat\b[^,;:]*"), 1.0),
    ),
)

SPEECH = Speech(
    verb=re.compile(rf"(?<![-\w])(?:{VERBS}|say)\b"),
    turned=re.compile(
        rf"^\s*(?:{TURNED})\s+(?!(?:in|on|at|to|by|with|after|during|for|from|of|he|she|it|they|we|i|that|{DAY}|an?\s+\w+ed)\b)({SMALL}{{2,90}}?)"
        rf"(?=[,.;:“”\"]|\s+(?:on|in|at|after|during|who|as|told)\b|\s+{DAY}\b|$)"
    ),
    no_subject=before(
        r"\b(?:is|are|was|were|be|been|being|get|gets|got|as|to|not)\s+(?:\w+ly\s+|also\s+|now\s+|then\s+|yet\s+)?",
        r"\b(?:the|an?|its|his|her|their|any|no|so-called|of|by)\s+(?:\w+ly\s+)?",
    ),
    not_said=behind(
        r"claims?\s+(?:(?:more|fewer|less|at\s+least|about|some|nearly|over)\s+(?:than\s+)?)?\d",
        r"claim(?:s|ed)\s+(?:(?:(?:more|fewer|less|at\s+least|about|some|nearly|over|dozens|hundreds|thousands)\s+(?:than\s+|of\s+)?)?\d|"
        r"(?:the\s+|their\s+|its\s+|many\s+)?(?:lives|life|jobs?|responsibility|victory|victims|bankruptcy|asylum)\b)",
        r"declar(?:es|ed)\s+(?:bankruptcy|war|victory)\b",
    ),
    helper=re.compile(rf"\b(?:has|have|had|also|did|later|then|earlier|since|already|{ADVERB})\s+$"),
    according=re.compile(
        r"\baccording\s+to\s+([^,.;:“”\"()]{2,80}?)(?=[,.;:“”\"()]|\s+(?:who|which|that|when|where)\b|"
        rf"\s+(?:on\s+)?{DAY}\b|\s+(?:released|published|issued|posted)\b|$)",
        re.IGNORECASE,
    ),
    told=re.compile(
        rf"\b(?:{AUXILIARY}|do|am|goes|comes|takes|remains?|\w{{2,}}ed|sank|fell|rose|came|went|took|left|broke|hit|began|became|ran|needs|makes|means|shows|looks|seems|wants|gets)\b|^\W*(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]his|[Tt]here|[Tt]hese|[Tt]hose)\s"
    ),
    finite=re.compile(
        rf"\b(?:{AUXILIARY}|do|am|that|because|if|\w+n['’]t|retired|issued|described|went|came|took|made|became|began|told|said|says|asked)\b",
    ),
    joint=re.compile(
        r"^(?:and|but|while|as|when|because|where|that|if|though|although|or|so|what|whom|how|than)\s+", re.IGNORECASE
    ),
    relative=re.compile(r"\s+(?:who|whose|which|that|whom)\b.*$"),
    inner=re.compile(
        r"^.*\s(?:(?:which|that|who|whom|what|after|before|when|because|as|while|since|until|where|if|how|why|but)\s+"
        r"(?=(?:he|she|it|they|we|I|you)$)|(?:which|that|what|after|when|because|while|where|but)\s+"
        r"(?=(?:the\s+)?[A-Z][\w.’'-]*(?:\s+(?:of\s+|for\s+|and\s+)?[A-Z][\w.’'-]*){0,5}$))",
        re.DOTALL,
    ),
    pronoun=re.compile(r"\b(?:he|she|they|it|we|I)$"),
    elided=re.compile(r"\b(?:and|but|or|that|which|who)\s*$", re.IGNORECASE),
    lead=re.compile(
        rf"^(?:\([^)]{{2,30}}\)\s*(?:-{{1,2}}|–|—)?\s*|(?:(?:on|late|early|last|earlier)\s+)*{DAY}(?:\s+(?:morning|afternoon|evening|night))?,?\s+|"
        r"(?:also|then|later|however|meanwhile|yesterday|today|earlier|separately|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)),?\s+)",
        re.IGNORECASE,
    ),
    tail=re.compile(
        rf"\s+(?:today|yesterday|tonight|later|then|also|earlier|first|simply|even|just|here|both|once|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)|(?-i:{ADVERB})|(?:(?:on|late|early|last)\s+)*{DAY}"
        r"(?:\s+(?:morning|afternoon|evening|night))?)$",
        re.IGNORECASE,
    ),
    stranger=re.compile(
        r"^(?:in|on|at|after|before|during|for|from|by|with|since|until|under|asked|speaking|according|there|to|of|than|not|it's|let|"
        r"please|just|even|only|(?-i:[a-z]+ing))\b",
        re.IGNORECASE,
    ),
    up_to_day=re.compile(
        rf"^\w+(?:\s+(?:in|at|on|to|during|via|through|by|here|from)\b{FILLER})?{ON}$"
        rf"|^(?:told|tells)\s+(?:(?:the|a|his|her|its|their)\s+)?[\w’'.&-]+(?:\s+[\w’'.&-]+){{0,2}}?(?:\s+(?:in|at|on|during|by|via|over)\b{FILLER})?{ON}$"
        rf"|^(?:announced|declared|confirmed|denied|reported|acknowledged|admitted)\s+(?:the|an?|its|his|her|their|it|this)\b{FILLER}{ON}$",
        re.IGNORECASE,
    ),
    day_then_verb=behind(
        rf"(?:\s+(?!(?:and|but|who|which|after|when|as|before|while)\b)[\w’'.-]+){{0,4}}?\s+(?:{VERBS})\b"
    ),
    day_comma_verb=behind(
        rf",(?:\s+(?!(?:and|but|who|which|after|when|as|before|while)\b)[\w’'.-]+){{1,5}}?\s+(?:{VERBS})\b(?!\s*[,.])"
    ),
    front=re.compile(r"^\W*(?:(?:on|in|late|early|earlier|also|then|but|and)\s+)*$", re.IGNORECASE),
    said_last=before(rf"[,”\"]\s*[^,”\"]{{0,80}}\b(?:{VERBS})\b[^,”\"]{{0,40}}"),
    occasion=before(
        r"\b(?:(?:in|at|during)\s+(?:(?:an?|the|his|her|its|their|this)\s+)?|(?:to|with|of)\s+(?:an?|the|his|her|its|their|this)\s+)(?:[\w’'-]+\s+){0,3}?"
        r"(?:statements?|interview|tweet|conference|briefing|speech|address|post|letter|remarks|testimony|filing)"
        r"\s+(?:(?:published|released|posted|aired|broadcast|given|delivered)\s+)?(?:(?:in|on|at|over|early|late)\s+)*"
    ),
)

TONGUE = Tongue("en", DATES, SPEECH)
