"""How much each feature of a line speaks for each part of a page, what may follow what, and what speaks for a headline.

`WEIGHTS`, `STEPS`: learned (averaged perceptron over the way through the page) from 180 saved news and blog pages with their
article text; the numbers are tenths. Rows are features of `lines.py`; columns: before the article, article, between its
paragraphs, after. `HEADLINE`: learned (logistic choice of one line of the page, ridge 3) from 271 such pages with their titles;
rows are features of `headmarks.py`, hundredths.
"""

# fmt: off
WEIGHTS: dict[str, tuple[int, int, int, int]] = {
    "length 0": (58, -227, -278, 446),
    "length 1": (221, -186, -40, 6),
    "length 2": (-198, 170, 343, -315),
    "length 3": (-118, 54, -31, 95),
    "length 4": (-6, -89, -332, 427),
    "length 5": (91, 27, -2, -116),
    "length 6": (-112, 312, 224, -424),
    "length 7": (-607, 460, 405, -258),
    "length 8": (269, -384, -168, 283),
    "ends colon": (-62, 210, -88, -59),
    "ends dots": (180, -319, -23, 162),
    "ends mark": (-36, 49, -94, 80),
    "ends open": (318, -518, -46, 246),
    "ends quote": (-196, -143, 431, -92),
    "ends stop": (-605, 856, -58, -193),
    "begins capital long": (-26, -377, -51, 454),
    "begins capital short": (390, -323, -226, 158),
    "begins figure long": (176, -182, 21, -15),
    "begins figure short": (-201, 259, 231, -289),
    "begins quote long": (-442, 921, 65, -544),
    "begins quote short": (-31, 17, -22, 36),
    "begins sign long": (-80, -163, 205, 37),
    "begins sign short": (-152, -49, -79, 280),
    "begins small long": (7, 126, -112, -21),
    "begins small short": (-43, -94, 89, 47),
    "words 0": (73, -193, -161, 281),
    "words 1": (268, -311, -301, 345),
    "words 2": (246, -316, -11, 82),
    "words 3": (-112, -23, 144, -9),
    "words 4": (-876, 979, 451, -554),
    "date": (87, -376, -522, 811),
    "date, stop": (-36, -142, 21, 157),
    "by": (66, -227, 33, 128),
    "bar": (124, -60, -60, -4),
    "capitals": (68, 20, 164, -253),
    "capitalised few": (-114, 263, 133, -282),
    "capitalised half": (-216, -55, -154, 425),
    "capitalised most": (-13, 52, -251, 212),
    "again long": (461, -686, 206, 19),
    "again short": (279, -178, -17, -84),
    "advertisement short": (-74, -72, 124, 23),
    "caption-words long": (75, -88, 56, -43),
    "caption-words short": (-7, -7, 133, -119),
    "comment-words short": (-13, -16, -82, 110),
    "copyright-words long": (2, -247, 138, 107),
    "copyright-words short": (-33, -83, 40, 76),
    "menu-words short": (360, -139, -312, 90),
    "no-kind long": (-597, 945, 400, -748),
    "no-kind short": (-104, 313, -96, -113),
    "notice-words long": (159, -232, -136, 209),
    "notice-words short": (1, -44, -118, 161),
    "picture-addresses short": (0, -1, 2, -1),
    "related-words long": (-8, 2, 56, -50),
    "related-words short": (-30, -22, -122, 174),
    "share-words long": (32, -10, -36, 14),
    "share-words short": (-143, -90, 150, 83),
    "sign-up-words long": (-23, 45, -18, -4),
    "sign-up-words short": (1, -118, -58, 175),
}

# By the look of the second line: before-before, before-article, article-article, article-between, article-after (or
# between-after), between-article, between-between, after-after.
STEPS: dict[str, tuple[int, int, int, int, int, int, int, int]] = {
    "paragraph": (-430, 535, 354, -14, 72, 76, -35, -559),
    "sentence": (177, -19, -26, -108, -2, -267, 139, 105),
    "line": (-163, 252, 42, -200, 92, -132, 15, 95),
    "label": (-442, -167, 518, 259, -107, 305, 163, -529),
    "share": (-423, -19, -159, 171, 121, -125, 359, 75),
    "menu": (984, -8, -226, -408, 31, -101, -469, 197),
    "notice": (-121, -76, -213, -224, 20, -251, 44, 821),
    "related": (-19, -10, -122, -280, 147, 27, -7, 265),
    "comment": (-29, 0, -50, -93, 41, -2, -70, 203),
    "caption": (62, 32, -49, -268, 4, -14, 556, -322),
    "copyright": (-48, -19, -145, 5, -134, -82, 80, 344),
    "images": (0, 0, 0, 2, -1, -2, 2, -2),
}

HEADLINE: dict[str, int] = {
    "share in text": 156, "words told": 138, "share told": 141, "nothing told": -88, "sentence of text": -17, "name of site": -38, "in another line": 84,
    "words 0": -49, "words 1": -54, "words 2": -9, "words 3": 4, "words 4": 107, "words 5": 40, "words 6": -46,
    "ends open": 58, "ends mark": 61, "ends quote": 16, "ends dots": -8, "ends colon": -26, "ends stop": -101,
    "credit below 0": 123, "credit below 1": 63, "credit below 2": -16, "credit below 3": 3, "credit below far": -58, "credit below none": -118, "credit above": 20,
    "label above": 58, "headline above": -86, "menu above": 26, "share buttons below": 50, "picture below": 20, "lines between": -13,
    "furniture": -91, "furniture, maybe": -23, "name": -32, "run together": -26,
}
# fmt: on
