"""What English says about dates, case by case: each sentence with its expressions in [brackets] and what they mean.

A meaning is an interval in ISO 8601, or "=" and a TIMEX3 value, or both: "2022-01-11/2022-01-16 = 2022-W02". A sentence
without brackets holds no date. Published on Wednesday 12 January 2022 where no other day stands before the sentence.
"""

import re
from datetime import date

import pytest

from briefing.dates import Conventions, read_dates
from briefing.dates.timex3 import timex3, value_of

WEDNESDAY = "2022-01-12"


def whole(year):
    return f"{year}-01-01/{year}-12-31 = {year}"


WRITTEN = [
    ("It opened on [January 9, 2022].", "2022-01-09"),
    ("It opened on [Jan. 9, 2022], and closed.", "2022-01-09"),
    ("It opened on [Jan 9 2022].", "2022-01-09"),
    ("It opened on [January 9th, 2022].", "2022-01-09"),
    ("It opened on [9 January 2022].", "2022-01-09"),
    ("It opened on [the 9th of January, 2022].", "2022-01-09"),
    ("It opened on [9th January 2022].", "2022-01-09"),
    ("It opened on [Sunday, January 9, 2022].", "2022-01-09"),
    ("It opened on [Sunday 9 January 2022].", "2022-01-09"),
    ("It opened on [Sunday, 9 January, 2022].", "2022-01-09"),
    ("It opened on [Sun., Jan. 9, 2022].", "2022-01-09"),
    ("It opened on [2022-01-09].", "2022-01-09"),
    ("It opened on [20220109] already.", "2022-01-09"),
    ("It opened on [2022/01/09].", "2022-01-09"),
    ("It opened on [09.01.2022].", "2022-01-09"),
    ("It opened on [19-Nov-12].", "2012-11-19"),
    ("It opened on [9-Jan-2022].", "2022-01-09"),
    ("It opened on [JANUARY 9, 2022].", "2022-01-09"),
    ("It opened on [january 9, 2022].", "2022-01-09"),
    ("It opened on [January 9].", "2022-01-09"),
    ("It opened on [Jan. 9].", "2022-01-09"),
    ("It opened on [the 9th of January].", "2022-01-09"),
    ("It opened on [Sunday, January 9].", "2022-01-09"),
    ("It opened on [Sunday (January 9)].", "2022-01-09"),
    ("It opened on [Sunday (9 January)].", "2022-01-09"),
    ("It opened on [Sept. 30, 2021].", "2021-09-30"),
    ("It opened on [December 28].", "2021-12-28"),
    ("It closed on [May 9] last.", "2021-05-09"),
    ("[May 9, 2021], was wet.", "2021-05-09"),
    ("[March 3, 2021] was wet.", "2021-03-03"),
    ("The bill of [29 February 2020] passed.", "2020-02-29"),
    ("It rained in [January 2022].", "2022-01-01/2022-01-31 = 2022-01"),
    ("It rained in [January, 2022].", "2022-01-01/2022-01-31 = 2022-01"),
    ("It rained in [Jan. 2022].", "2022-01-01/2022-01-31 = 2022-01"),
    ("It rained in [May 2021].", "2021-05-01/2021-05-31 = 2021-05"),
    ("It rained in [December].", "2021-12-01/2021-12-31 = 2021-12"),
    ("It will rain in [March].", "2022-03-01/2022-03-31 = 2022-03"),
    ("It rained in [2014].", whole(2014)),
    ("The [2014] elections were close.", whole(2014)),
    ("It rained in [1066].", whole(1066)),
    ("It rained in [the year 2000].", whole(2000)),
    ("It rained in [nineteen ninety-six].", whole(1996)),
    ("It rained back in ['98].", whole(1998)),
    ("It rained in [January '98].", "1998-01-01/1998-01-31 = 1998-01"),
    ("It rained in [the 1990s].", "1990-01-01/1999-12-31 = 199"),
    ("It rained in [the '80s].", "1980-01-01/1989-12-31 = 198"),
    ("It rained in [the late 1990s].", "= 199"),
    ("It rained in [the late '80s].", "= 198"),
    ("It rained in [the early 1970s].", "= 197"),
    ("It rained in [the mid-1980s].", "= 198"),
    ("It rained in [the nineties].", "1990-01-01/1999-12-31 = 199"),
    ("It rained in [the 19th century].", "1801-01-01/1900-12-31 = 18"),
    ("It rained in [the nineteenth century].", "1801-01-01/1900-12-31 = 18"),
    ("It rained in [the early 20th century].", "= 19"),
    ("Caesar died in [44 BC].", "= BC0044"),
    ("Caesar died in [44 B.C.], in Rome.", "= BC0044"),
    ("The fleet sailed in [480 BCE].", "= BC0480"),
    ("The temple is of [the 5th century BC].", "= BC04"),
    ("Sales rose in [the third quarter] of the firm.", "2021-07-01/2021-09-30 = 2021-Q3", "@2021-11-02"),
    ("Sales rose in [the third quarter of 2020].", "2020-07-01/2020-09-30 = 2020-Q3"),
    ("Sales rose in [Q3 2020].", "2020-07-01/2020-09-30 = 2020-Q3"),
    ("Sales rose in [the first half of 2020].", "2020-01-01/2020-06-30 = 2020-H1"),
    ("Sales rose in [the second half of 2020].", "2020-07-01/2020-12-31 = 2020-H2"),
    ("Sales rose in [fiscal 1990].", "1990-01-01/1990-12-31"),
    ("Sales rose in [fiscal year 1990].", "1990-01-01/1990-12-31"),
    ("It rained in [the summer of 2020].", "2020-06-01/2020-08-31 = 2020-SU"),
    ("It rained in [spring 2021].", "2021-03-01/2021-05-31 = 2021-SP"),
    ("It rained in [the fall of 2020].", "2020-09-01/2020-11-30 = 2020-FA"),
    ("It rained in [autumn 2020].", "2020-09-01/2020-11-30 = 2020-FA"),
    ("It snowed in [the winter of 2020].", "2020-12-01/2021-02-28 = 2020-WI"),
    ("It rained in [the summer].", "2021-06-01/2021-08-31 = 2021-SU"),
    ("It rained [last summer].", "2021-06-01/2021-08-31 = 2021-SU"),
    ("It will rain [this spring].", "2022-03-01/2022-05-31 = 2022-SP"),
    ("It rained in [mid-January].", "2022-01-11/2022-01-20 = 2022-01"),
    ("It rained in [mid-2020].", "= 2020"),
    ("It rained in [early 2020].", "= 2020"),
    ("It rained in [late December].", "2021-12-21/2021-12-31 = 2021-12"),
    ("It will rain [early next year].", "2023-01-01/2023-04-30 = 2023"),
    ("It rained at [the end of March].", "= 2021-03", "@2021-05-12"),
    ("It rained at [the end of 2020].", "= 2020"),
    ("It rained in [the middle of 2020].", "= 2020"),
    ("It rained at [the beginning of the month].", "= 2022-01"),
    ("It will rain at [the end of next month].", "= 2022-02"),
    ("They vote on [the first Monday of October 2021].", "2021-10-04"),
    ("They vote on [the last Friday in May 2021].", "2021-05-28"),
    ("It opened on [January 20th].", "2022-01-20"),
    ("It opened on [the twentieth of January].", "2022-01-20"),
    ("It opened on [January the twentieth].", "2022-01-20"),
    ("It opened on [Jan 20 '21].", "2021-01-20"),
    ("Rome fell in [the 1500s].", "1501-01-01/1600-12-31 = 15"),
    ("He was born in [the 1800s].", "1801-01-01/1900-12-31 = 18"),
    ("He was born in [the 2000s].", "2000-01-01/2009-12-31 = 200"),
    ("He reigned in [300 AD].", "0300-01-01/0300-12-31 = 0300"),
    ("He reigned in [AD 300].", "0300-01-01/0300-12-31 = 0300"),
    ("He was born [c. 1450] in Bonn.", "1450-01-01/1450-12-31 = 1450"),
    ("He was born [around 1910].", "1910-01-01/1910-12-31 = 1910"),
    ("It flowered in [the late 12th century].", "= 11"),
    ("It flowered in [the mid-19th century].", "= 18"),
    ("It flowered in [the second half of the 19th century].", "1851-01-01/1900-12-31"),
    ("It flowered in [the last quarter of the 18th century].", "1776-01-01/1800-12-31"),
    ("It flowered in [the first half of the 1990s].", "1990-01-01/1994-12-31"),
    ("It snowed in [the winter of 1941-42].", "1941-12-01/1942-02-28 = 1941-WI"),
    ("[Fourth-quarter] profit rose.", "2021-10-01/2021-12-31 = 2021-Q4"),
    ("[Third-quarter 2020] results were good.", "= 2020-Q3"),
    ("Sales rose in [the first quarter of 1999].", "1999-01-01/1999-03-31 = 1999-Q1"),
    ("[First-half] earnings rose.", "2021-01-01/2021-06-30 = 2021-H1", "@2021-11-02"),
    ("They meet [the week of March 7].", "2022-03-07/2022-03-13 = 2022-W10"),
    ("It came by [mid-1943].", "../1943-08-31 = 1943"),
    ("It came in [early 1918].", "1918-01-01/1918-04-30 = 1918"),
    ("It came [late in 2021].", "2021-09-01/2021-12-31 = 2021"),
    ("It came in [the month of January].", "2022-01-01/2022-01-31 = 2022-01"),
    ("It came on [the last day of May 2021].", "2021-05-31"),
]

NUMERIC = [
    ("filed [01/09/22] here", "2022-01-09"),
    ("filed [01/09/2022] here", "2022-01-09"),
    ("filed [1/9/2022] here", "2022-01-09"),
    ("filed [13/01/2022] here", "2022-01-13"),
    ("filed [12/31/1999] here", "1999-12-31"),
    ("filed [01-09-2022] here", "2022-01-09"),
    ("filed [2022-01-09T15:30] here", "2022-01-09 = 2022-01-09T15:30"),
    ("filed [2022-01-09T15:30:00Z] here", "2022-01-09"),
    ("filed in [2022-W02] here", "2022-01-10/2022-01-16 = 2022-W02"),
    ("a concert on [12/10] in Bonn", "2021-12-10"),
    ("filed [2022.01.09] here", "2022-01-09"),
]

RANGES = [
    ("They meet [January 9-11].", "2022-01-09/2022-01-11"),
    ("They meet [Jan. 9-11].", "2022-01-09/2022-01-11"),
    ("They met [June 3 to 5, 2021].", "2021-06-03/2021-06-05"),
    ("They met [June 3-5, 2021].", "2021-06-03/2021-06-05"),
    ("They met [June 3–5, 2021].", "2021-06-03/2021-06-05"),
    ("They met [3-5 June 2021].", "2021-06-03/2021-06-05"),
    ("the war of [1914-18]", "1914-01-01/1918-12-31"),
    ("the war of [1914–1918]", "1914-01-01/1918-12-31"),
    ("the season of [1999-2000]", "1999-01-01/2000-12-31"),
]
# ends of ranges that are read as one or as two: what counts is the days
FROM_TO = [
    ("They met from January 9 to January 11.", "2022-01-09", "2022-01-11"),
    ("They met from June 3 to 5, 2021.", "2021-06-03", "2021-06-05"),
    ("They met between June 3 and June 5, 2021.", "2021-06-03", "2021-06-05"),
    ("It lasted from 1914 to 1918.", "1914-01-01", "1918-12-31"),
    ("It lasted between 1914 and 1918.", "1914-01-01", "1918-12-31"),
    ("He ruled from May 1997 until June 2007.", "1997-05-01", "2007-06-30"),
    ("It ran from Monday to Wednesday.", "2022-01-10", "2022-01-12"),
    ("It ran 30 June to 2 July 2021.", "2021-06-30", "2021-07-02"),
    ("It ran from December 30, 2020 to January 2, 2021.", "2020-12-30", "2021-01-02"),
    ("It ran January-March 2021.", "2021-01-01", "2021-03-31"),
    ("It ran from January to March 2021.", "2021-01-01", "2021-03-31"),
    ("They met from 24 to 27 October 1944.", "1944-10-24", "1944-10-27"),
    ("They met on 7 and 8 November 1942.", "1942-11-07", "1942-11-08"),
    ("He lived (12 May 1921 – 3 June 1999).", "1921-05-12", "1999-06-03"),
    ("He lived (1879-1955).", "1879-01-01", "1955-12-31"),
    ("It ran from Friday to Sunday.", "2022-01-07", "2022-01-09"),
    ("It ran from May 1940 through June 1941.", "1940-05-01", "1941-06-30"),
    ("It flowered in the 12th and 13th centuries.", "1101-01-01", "1300-12-31"),
    ("It ran Feb. 28-March 2, 2021.", "2021-02-28", "2021-03-02"),
    ("It ran from early May to mid-June 1941.", "1941-05-01", "1941-06-20"),
]

WEEKDAYS = [
    ("They met on [Monday].", "2022-01-10"),
    ("They will meet on [Monday].", "2022-01-17"),
    ("They met on [Wednesday].", "2022-01-12"),
    ("They will meet on [Wednesday].", "2022-01-12"),
    ("They would meet on [Friday].", "2022-01-14"),
    ("They are to meet on [Friday].", "2022-01-14"),
    ("The talks are due [Friday].", "2022-01-14"),
    ("The talks are scheduled for [Friday].", "2022-01-14"),
    ("He said [Tuesday] that they would come.", "2022-01-11"),
    ("He said [Tuesday] that they would meet on [Friday].", "2022-01-11", "2022-01-14"),
    ("Police said they arrested two men on [Saturday].", "2022-01-08"),
    ("Two men were arrested [Saturday], police said.", "2022-01-08"),
    ("They plan to vote [Thursday].", "2022-01-13"),
    ("The vote is expected on [Thursday].", "2022-01-13"),
    ("They met [last Monday].", "2022-01-10"),
    ("They will meet [next Monday].", "2022-01-17"),
    ("They will meet [this Friday].", "2022-01-14"),
    ("They met [this Monday].", "2022-01-10"),
    ("They met [last Friday].", "2022-01-07"),
    ("They met [this past Monday].", "2022-01-10"),
    ("They will meet [this coming Monday].", "2022-01-17"),
    ("They will meet [next Sunday].", "2022-01-16"),
    ("They met [a week ago Monday].", "2022-01-03"),
    ("They met on [Monday, Jan. 10].", "2022-01-10"),
    ("It rained on [Monday night].", "= 2022-01-10TNI"),
    ("It rained [Tuesday morning].", "2022-01-11 = 2022-01-11TMO"),
    ("It rained [Tuesday afternoon].", "= 2022-01-11TAF"),
    ("It rained [late Tuesday].", "= 2022-01-11"),
    ("It rained [early Tuesday].", "= 2022-01-11"),
    ("It rained on [the previous Friday].", "2022-01-07"),
    ("They met on [MONDAY].", "2022-01-10"),
    ("They met on [Tues.] in Bonn.", "2022-01-11"),
    ("MOSCOW, [Monday] -- They met.", "2022-01-10"),
    ("They met on [Sunday].", "2022-01-09", "@2022-01-10"),
    ("They met on [Tues.] in Bonn.", "2022-01-11"),
    ("See you on [Fri], friends!", "*"),
    ("They met on [Friday at noon].", "2022-01-07 = 2022-01-07T12:00"),
    ("They met on [Friday, at 10 a.m.] in Bonn.", "2022-01-07 = 2022-01-07T10:00"),
    ("They met [yesterday at about 5 p.m.] in Bonn.", "2022-01-11 = 2022-01-11T17:00"),
    ("It rained [late Friday afternoon].", "2022-01-07 = 2022-01-07TAF"),
    ("It rained [early on Monday morning].", "2022-01-10 = 2022-01-10TMO"),
    ("They met on [Monday] and [Tuesday].", "2022-01-10", "2022-01-11"),
    ("[Saturday]'s game was lost.", "2022-01-08"),
    ("They met on [Monday of last week].", "2022-01-03"),
    ("They will meet on [Friday of next week].", "2022-01-21"),
]
RELATIVE = [
    ("They met [yesterday].", "2022-01-11"),
    ("They meet [today].", "2022-01-12"),
    ("They will meet [tomorrow].", "2022-01-13"),
    ("They met [the day before yesterday].", "2022-01-10"),
    ("They will meet [the day after tomorrow].", "2022-01-14"),
    ("They met [yesterday morning].", "= 2022-01-11TMO"),
    ("They will meet [tomorrow night].", "= 2022-01-13TNI"),
    ("They met [last week].", "2022-01-03/2022-01-09 = 2022-W01"),
    ("They meet [this week].", "2022-01-10/2022-01-16 = 2022-W02"),
    ("They will meet [next week].", "2022-01-17/2022-01-23 = 2022-W03"),
    ("They met [last month].", "2021-12-01/2021-12-31 = 2021-12"),
    ("They met [this month].", "2022-01-01/2022-01-31 = 2022-01"),
    ("They will meet [next month].", "2022-02-01/2022-02-28 = 2022-02"),
    ("They met [last year].", whole(2021)),
    ("They meet [this year].", whole(2022)),
    ("They will meet [next year].", whole(2023)),
    ("They will meet in [the coming week].", "= 2022-W03"),
    ("They met [the week before last].", "2021-12-27/2022-01-02 = 2021-W52"),
    ("They will meet [the week after next].", "2022-01-24/2022-01-30 = 2022-W04"),
    ("They met [last quarter].", "2021-10-01/2021-12-31 = 2021-Q4"),
    ("They met [last January].", "2021-01-01/2021-01-31 = 2021-01"),
    ("They met [last December].", "2021-12-01/2021-12-31 = 2021-12"),
    ("They will meet [next March].", "2022-03-01/2022-03-31 = 2022-03"),
    ("They met [this January].", "2022-01-01/2022-01-31 = 2022-01"),
    ("They met [earlier this month].", "2022-01-01/2022-01-12 = 2022-01"),
    ("They met [earlier this week].", "2022-01-10/2022-01-12 = 2022-W02"),
    ("They met [earlier this year].", "= 2022"),
    ("They will meet [later this week].", "2022-01-13/2022-01-16 = 2022-W02"),
    ("They will meet [later this month].", "2022-01-13/2022-01-31 = 2022-01"),
    ("They will meet [later this year].", "2022-01-13/2022-12-31 = 2022"),
    ("They met [late last year].", "= 2021"),
    ("They met [early last week].", "= 2022-W01"),
    ("They met over [the weekend].", "2022-01-08/2022-01-09 = 2022-W01-WE"),
    ("They met [last weekend].", "2022-01-08/2022-01-09 = 2022-W01-WE"),
    ("They will meet [this weekend].", "2022-01-15/2022-01-16 = 2022-W02-WE"),
    ("They will meet [next weekend].", "*"),
    ("They met [two days ago].", "2022-01-10"),
    ("They met [a day ago].", "2022-01-11"),
    ("They met [three weeks ago].", "2021-12-20/2021-12-26 = 2021-W51"),
    ("They met [a year ago].", "*"),
    ("They met [two years ago].", whole(2020)),
    ("They met [five months ago].", "2021-08-01/2021-08-31 = 2021-08"),
    ("They met [ten years ago].", whole(2012)),
    ("They met [a decade ago].", "*"),
    ("They met [some years ago].", "= PAST_REF"),
    ("They will meet [two weeks from now].", "2022-01-24/2022-01-30 = 2022-W04"),
    ("It began on [January 3]. [Two days later] it ended.", "2022-01-03", "2022-01-05"),
    ("It began on [January 3]. [The following day] it ended.", "2022-01-03", "2022-01-04"),
    ("It began on [January 3]. [The next day] it ended.", "2022-01-03", "2022-01-04"),
    ("It began on [January 3]. [The day before], he had left.", "2022-01-03", "2022-01-02"),
    ("It began on [January 3]. [The previous day] was calm.", "2022-01-03", "2022-01-02"),
    ("It began on [January 3]. [The same day] it ended.", "2022-01-03", "2022-01-03"),
    ("It began on [January 3]. [That day] it ended.", "2022-01-03", "2022-01-03"),
    ("It began in [May 2020]. [A year earlier] he had left.", "2020-05-01/2020-05-31", "*"),
    ("It began in [1990]. [Two years later] it ended.", whole(1990), whole(1992)),
    ("It began in [1990]. [The following year] it ended.", whole(1990), whole(1991)),
    ("It began in [May 2020]. [The following month] it ended.", "= 2020-05", "2020-06-01/2020-06-30 = 2020-06"),
    ("It began in [May 2020]. [A month later] it ended.", "= 2020-05", "2020-06-01/2020-06-30 = 2020-06"),
    ("It began in [1990]. [That year] it rained.", whole(1990), whole(1990)),
    ("He left [the day before January 9].", "2022-01-08"),
    ("He left [two days after January 9].", "2022-01-11"),
    ("It rained [overnight].", "= 2022-01-12TNI"),
    ("It rained [last night].", "2022-01-11 = 2022-01-11TNI"),
    ("It rained [this morning].", "2022-01-12 = 2022-01-12TMO"),
    ("It will rain [tonight].", "2022-01-12 = 2022-01-12TNI"),
    ("It rained [the rest of the week].", "*"),
    ("He won [last year]'s cup.", "2021-01-01/2021-12-31 = 2021"),
    ("It comes [sometime next year].", "= 2023"),
    ("It came in [January last year].", "2021-01-01/2021-01-31 = 2021-01"),
    ("They met [half a century ago].", "1972-01-01/1972-12-31"),
    ("They met [3days ago].", "2022-01-09"),
    ("They met in [summer '09].", "2009-06-01/2009-08-31 = 2009-SU"),
    ("They will meet [tmrw].", "2022-01-13"),
    ("It burned [last nite].", "2022-01-11 = 2022-01-11TNI"),
    ("It burned [overnight Tuesday].", "2022-01-11 = 2022-01-11TNI"),
    ("It burned on [the morning of the 5th], they say.", "2022-01-05 = 2022-01-05TMO"),
    ("They met [a fortnight ago].", "2021-12-27/2022-01-02 = 2021-W52"),
    ("They meet [a week from Tuesday].", "2022-01-25"),
    ("It began on [January 3]. [The following morning] it ended.", "2022-01-03", "2022-01-04 = 2022-01-04TMO"),
    ("It began on [January 3]. [That evening] it ended.", "2022-01-03", "2022-01-03 = 2022-01-03TEV"),
    ("It began on [January 3]. [Days later] it ended.", "2022-01-03", "None = FUTURE_REF"),
    ("It fell in [1940]. In [August of that year] they rose.", "= 1940", "1940-08-01/1940-08-31 = 1940-08"),
    ("He was back [two years later], in [1992].", "*", "= 1992"),
    ("In [April] and [June 1955] it rained.", "= 1955-04", "= 1955-06"),
    ("In [May], [June] and [July 1940] it rained.", "= 1940-05", "= 1940-06", "= 1940-07"),
]
BOUNDS = [
    ("He has ruled since [2014].", "= 2014"),
    ("He has ruled since [May 2021].", "= 2021-05"),
    ("They must leave by [January 20].", "= 2022-01-20"),
    ("They must leave by [Friday].", "= 2022-01-14"),
    ("He stays until [2024].", "= 2024"),
    ("He stays until [next week].", "= 2022-W03"),
]
LENGTHS = [
    ("They talked for [six hours].", "= PT6H"),
    ("They talked for [three days].", "= P3D"),
    ("They talked for [10 minutes].", "= PT10M"),
    ("a [six-hour] talk", "= PT6H"),
    ("a [three-day] visit", "= P3D"),
    ("a [61-year-old] man", "= P61Y"),
    ("He is [61 years old].", "= P61Y"),
    ("They talked for [two and a half years].", "= P2Y6M"),
    ("They talked for [an hour and a half].", "= PT1H30M"),
    ("They talked for [half an hour].", "= PT30M"),
    ("They waited [several weeks].", "= PXW"),
    ("They waited for [a few days].", "= PXD"),
    ("They waited for [years].", "= PXY"),
    ("They waited for [a week].", "= P1W"),
    ("They waited for [an hour].", "= PT1H"),
    ("They waited for [more than a year].", "= P1Y"),
    ("They waited for [about three months].", "= P3M"),
    ("They waited for [nearly two decades].", "= P2DE"),
    ("They waited for [at least 20 years].", "= P20Y"),
    ("They waited for [twenty-five years].", "= P25Y"),
    ("They waited for [a hundred years].", "= P100Y"),
    ("They waited for [a couple of days].", "= P2D"),
    ("It grew in [the past three months].", "= P3M"),
    ("It grew over [the last 10 years].", "= P10Y"),
    ("It will grow in [the next five years].", "= P5Y"),
    ("They waited for [1,200 days].", "= P1200D"),
    ("They waited for [2.5 years].", "= P2Y6M"),
    ("[more than half a century] of peace", "= P50Y"),
    ("a [90-minute] talk", "= PT90M"),
    ("a [24-hour] strike", "= PT24H"),
    ("See you in [5mins], friends.", "= PT5M"),
    ("They talked for [2 hours and 15 minutes].", "= PT2H15M"),
    ("They talked for [1 1/2 hours].", "= PT1H30M"),
    ("They talked for [1½ hours].", "= PT1H30M"),
    ("They waited [a fortnight].", "= P2W"),
    ("a [decades-long] war", "= PXDE"),
    ("a [year-long] trial", "= P1Y"),
    ("[10-year] bonds", "= P10Y"),
]
AGAIN = [
    ("They meet [every Monday].", "= XXXX-WXX-1"),
    ("They meet [every week].", "= P1W"),
    ("They meet [every two weeks].", "= P2W"),
    ("They meet [weekly].", "= P1W"),
    ("They meet [twice a year].", "*"),
    ("They meet [once a week].", "= P1W"),
    ("They meet [each year].", "= P1Y"),
    ("They meet [daily].", "= P1D"),
    ("They meet [every day].", "= P1D"),
    ("They meet [annually].", "= P1Y"),
    ("the [annual] meeting", "= P1Y"),
    ("a [monthly] report", "= P1M"),
]
CLOCKS = [
    ("They met at [3 p.m. EST Monday].", "2022-01-10 = 2022-01-10T15:00"),
    ("They met at [3 p.m. on Monday].", "2022-01-10 = 2022-01-10T15:00"),
    ("They met [Monday at 3 p.m.] in Bonn.", "2022-01-10 = 2022-01-10T15:00"),
    ("They met at [15:30 GMT].", "None = 2022-01-12T15:30"),
    ("They met at [15:30].", "None = 2022-01-12T15:30"),
    ("They met at [3:30 p.m.] in Bonn.", "None = 2022-01-12T15:30"),
    ("They met at [3pm].", "None = 2022-01-12T15:00"),
    ("They met at [3 a.m.] in Bonn.", "None = 2022-01-12T03:00"),
    ("They met at [noon].", "None = 2022-01-12T12:00"),
    ("They met at [midnight].", "*"),
    ("They met at [noon Monday].", "2022-01-10 = 2022-01-10T12:00"),
    ("They met at [12:15 a.m.] in Bonn.", "= 2022-01-12T00:15"),
    ("They met at [five o'clock].", "*"),
    ("They met at [0630 GMT on Tuesday].", "2022-01-11 = 2022-01-11T06:30"),
    ("They met at [1530 GMT].", "None = 2022-01-12T15:30"),
    ("They met at [half past six].", "= 2022-01-12T06:30"),
    ("They met at [a quarter to nine].", "= 2022-01-12T08:45"),
    ("They met at [8:30 yesterday evening].", "2022-01-11 = 2022-01-11T20:30"),
    ("It begins [tonight at 8 p.m.] in Bonn.", "2022-01-12 = 2022-01-12T20:00"),
    ("At [05:45 on 1 September 1939] it began.", "1939-09-01 = 1939-09-01T05:45"),
    ("On [the night of 14 August 1944] it burned.", "1944-08-14 = 1944-08-14TNI"),
    ("In [the early hours of 9 January] it burned.", "2022-01-09 = 2022-01-09TMO"),
]
VAGUE = [
    ("They met [recently].", "= PAST_REF"),
    ("They are meeting [now].", "= PRESENT_REF"),
    ("They will meet [soon].", "= FUTURE_REF"),
    ("They will meet in [the near future].", "= FUTURE_REF"),
    ("They [currently] rest.", "= PRESENT_REF"),
    ("That was in [the past].", "= PAST_REF"),
    ("They will rest in [the future].", "= FUTURE_REF"),
]
NAMED = [
    ("They rested on [Christmas].", "2021-12-25"),
    ("They rested on [Christmas Day].", "2021-12-25"),
    ("They rested on [Christmas Eve].", "2021-12-24"),
    ("They rested on [New Year's Day].", "2022-01-01"),
    ("They rested on [New Year's Eve].", "2021-12-31"),
    ("They rested on [Easter Sunday 2021].", "2021-04-04"),
    ("They rested on [Good Friday 2021].", "2021-04-02"),
    ("They rested on [Thanksgiving 2021].", "2021-11-25"),
    ("They rested on [Labor Day].", "2021-09-06", "@2021-09-08"),
    ("They rested on [Halloween].", "2021-10-31", "@2021-11-02"),
    ("They rested on [Memorial Day].", "2021-05-31", "@2021-06-02"),
    ("the attacks of [Sept. 11, 2001]", "2001-09-11"),
    ("They rested on [Christmas 2019].", "2019-12-25"),
    ("They landed on [D-Day].", "1944-06-06"),
    ("They rested on [Independence Day].", "2021-07-04", "@2021-07-07"),
    ("They rested on [Valentine's Day].", "2021-02-14", "@2021-02-17"),
    ("They rested on [Easter Monday 2021].", "2021-04-05"),
    ("They rested on [the day after Thanksgiving].", "2021-11-26"),
    ("They rested on [the Fourth of July].", "2021-07-04", "@2021-07-07"),
    ("the [Sept. 11] attacks", "2001-09-11"),
    ("since [9/11] it was so", "2001-09-11/.."),
    ("They rested [last Thanksgiving].", "2021-11-25"),
    ("They rested on [Veterans Day].", "2021-11-11"),
]

CHAT = [
    ("see u [2moro]", "2022-01-13"),
    ("[2day] is the day", "2022-01-12"),
    ("party [2nite]!!", "2022-01-12 = 2022-01-12TNI"),
    ("[tmrw at 8]?", "2022-01-13 = 2022-01-13T08:00"),
    ("[8pm tonite]", "2022-01-12 = 2022-01-12T20:00"),
    ("[8-10pm tonight] at ours", "2022-01-12"),
    ("[last nite] was fun", "2022-01-11 = 2022-01-11TNI"),
    ("[ystrday] was fun", "2022-01-11"),
    ("so busy [this wk]", "= 2022-W02"),
    ("off [nxt wk]", "= 2022-W03"),
    ("off [nxt yr]", "= 2023"),
    ("plans for [this wknd]?", "2022-01-15/2022-01-16 = 2022-W02-WE"),
    ("have a great [weekend]!", "= 2022-W02-WE"),
    ("back in [2 hrs]", "= PT2H"),
    ("left [1hr ago]", "= 2022-01-12"),
    ("left [couple hours ago]", "= 2022-01-12"),
    ("ran it in [30mins]", "= PT30M"),
    ("[2 more days]!", "= P2D"),
    ("met [5yrs ago]", "= 2017"),
    ("see you on [mon]", "2022-01-17"),
    ("see you on [monday]", "2022-01-17"),
    ("see you [this sat]", "2022-01-15"),
    ("gonna see you [sat nite]", "= 2022-01-15TNI"),
    ("out [every sat nite]", "= XXXX-WXX-6TNI"),
    ("[sat] & [sun] were great", "2022-01-08", "2022-01-09"),
    ("gig will be [wed 7pm]", "= 2022-01-12T19:00"),
    ("gig was [Sat 8pm]", "= 2022-01-08T20:00"),
    ("open til [2am]", "None = 2022-01-12T02:00"),
    ("on TV at [8p]", "= 2022-01-12T20:00"),
    ("on [jan 5] we met", "2022-01-05"),
    ("bday is [may 5th]!", "2022-05-05"),
    ("born [5th of may]", "2022-05-05"),
    ("due in [march]", "2022-03-01/2022-03-31"),
    ("home for [xmas]", "2021-12-25"),
    ("what a party [NYE] was", "2021-12-31"),
    ("slept [all day]", "= P1D"),
    ("[everyday] i think of it", "= P1D"),
    ("busy [rn]", "= PRESENT_REF"),
    ("saw it [the other day]", "= PAST_REF"),
    ("coffee [this am]?", "= 2022-01-12TMO"),
    ("#[monday] again", "2022-01-10"),
    ("party🎉[Monday]🎉", "2022-01-10"),
    ("MEET US [MONDAY]", "2022-01-17"),
    ("IT OPENS [MAY 3]", "2022-05-03"),
    ("IT WAS WET IN [MARCH]", "2022-03-01/2022-03-31", "@2022-05-04"),
]

NO_DATES = [
    "@monday and @friday_fan are here.",
    "See http://example.org/2012/05/06/monday for it.",
    "See www.example.org/today for it.",
    "Write to monday@example.org or june.2012@example.org.",
    "#MondayMotivation for you.",
    "he sat down and sat on it",
    "sun was shining, the sun was out",
    "mon ami, march on",
    "may i come",
    "they wed in a church",
    "you may 5 people",
    "this may help",
    "a 7p stamp",
    "an SEC filing",
    "It may rain, and it may not.",
    "May I come in?",
    "They march on, and the march goes past the palace.",
    "Theresa May resigned.",
    "Mrs May said no.",
    "April Smith won the cup.",
    "Judge June Carter ruled.",
    "Emperor Augustus ruled Rome.",
    "The sun sat low.",
    "He sat in the sun.",
    "The Sun wrote about it.",
    "The Sunday Times wrote about it.",
    "The Sunday Telegraph and the Sunday Mirror agree.",
    "He read the Times.",
    "The Daily Mail wrote about it.",
    "Give him a second chance.",
    "He came second.",
    "Wait a second, please.",
    "It is the second largest town.",
    "They won 3-2.",
    "They won 21-14 at home.",
    "Press 1-2-3 to go on.",
    "It cost $1999.",
    "It cost $2,014 in all.",
    "It cost £1,990.",
    "It cost 1999 euros.",
    "See page 1998.",
    "See p. 1998 for more.",
    "See pp. 1914-18 for more.",
    "Call 555-1234 or 020 7946 0018.",
    "Call +1 (202) 555-0114.",
    "Version 1.2.2014 is out.",
    "Use version 10.4.11 of it.",
    "A screen of 1920x1080 pixels.",
    "A plot of 20 x 30 metres.",
    "Open 24/7 for you.",
    "A 9-to-5 job.",
    "Flight 1998 was late.",
    "A Boeing 747 landed.",
    "He lives at 1984 Main Street.",
    "He lives at 2014 Park Avenue, Springfield.",
    "Article 2017 of the code.",
    "Section 1983 claims failed.",
    "Room 2012 is locked.",
    "It weighs 2000 kg.",
    "1999 people came.",
    "They sold 2,000 cars.",
    "It rose 1.5 percent.",
    "A ratio of 1/2 is fine.",
    "A 50/50 chance.",
    "The score was 6-4, 6-3.",
    "Super Bowl ads rose.",
    "Prices fall and rise.",
    "The fall of the wall.",
    "A spring onion and a hot spring.",
    "They spring into action.",
    "The Summer Olympics are fun.",
    "An hourglass figure.",
    "The Washington Post wrote it.",
    "He is due in court.",
    "The Mon river.",
    "The 1,000-strong choir sang.",
    "Sura 9:11 is long.",
    "John 3:16 is short.",
    "IP 192.168.1.20 is down.",
    "ISBN 978-3-16-148410-0.",
    "The A380 and the B52.",
    "UN Resolution 1973 passed.",
    "A 2-1 vote.",
    "Highway 101 is shut.",
    "It is 1500 metres long.",
    "He won the 1500m.",
    "Psalm 20 and 21.",
    "A no. 10 shirt.",
    "Windows 2000 crashed.",
    "The MMR ratio was 10/10.",
    "August von Mackensen commanded.",
    "A plot of 100metres by 30metres.",
    "The august body met.",
    "Sun Microsystems makes computers.",
    "They read Psalm 23:4.",
    "The first lady smiled.",
    "The second world war memorial.",
    "Chapter 11 protection.",
    "The 1,500 dogs barked.",
    "He came third in a row.",
    "The Gang of Four and the Group of Seven.",
    "A quarter of the people left.",
    "Three quarters of them left.",
    "The officers' quarters burned.",
    "They walked 1600 miles.",
    "It has 2048 bits.",
    "The 747-400 has landed.",
    "A 4x4 and a 3D film.",
    "Catch-22 and Apollo 13.",
    "He is a man of the hour.",
    "The M25 and the A1.",
    "The 7-10 split.",
    "The vote was 52-48.",
    "The dollar stood at 1.3150.",
    "It fell 2.25 to 78.50.",
    "The Dow rose 20.75 points.",
    "The decade-counter chip.",
]

GROUPS = {
    "written": WRITTEN,
    "numeric": NUMERIC,
    "ranges": RANGES,
    "weekdays": WEEKDAYS,
    "relative": RELATIVE,
    "bounds": BOUNDS,
    "lengths": LENGTHS,
    "again": AGAIN,
    "clocks": CLOCKS,
    "vague": VAGUE,
    "named": NAMED,
    "chat": CHAT,
}

ROWS = [pytest.param(row, id=f"{group}: {row[0]}") for group, rows in GROUPS.items() for row in rows]


def split(marked):
    """The plain text of a marked one, and the places of its brackets."""
    text, places, start = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            places.append((start, len(text)))
        else:
            text += piece
    return text, places


def found(text, published=WEDNESDAY, **options):
    """Place -> (interval, TIMEX3 value) of each mention."""
    read = read_dates(text, date.fromisoformat(published), **options)
    return {(r.span.start, r.span.end): (str(r.interval), value(r)) for r in read}


def value(resolution):
    """The value that TIMEX3 writes; of the expressions that it leaves out, the one it would."""
    tags = timex3(resolution)
    if tags:
        return "/".join(dict.fromkeys(tag.value for tag in tags))
    return value_of(resolution.mention.timex, resolution.interval)[1]


@pytest.mark.parametrize("row", ROWS)
def test_a_date_is_read_as_it_is_meant(row):
    """Exactly the bracketed words are dates, and they mean what stands beside them."""
    marked, *meanings = row
    published = meanings.pop()[1:] if meanings[-1].startswith("@") else WEDNESDAY
    text, places = split(marked)
    assert len(places) == len(meanings)

    read = found(text, published)

    assert [text[a:b] for a, b in read] == [text[a:b] for a, b in places]
    for place, meaning in zip(places, meanings, strict=True):
        interval, _, value = meaning.partition("=")
        got = read[place]
        assert interval.strip() in ("", "*", got[0])
        assert value.strip() in ("", "*", got[1])


@pytest.mark.parametrize(("text", "first", "last"), FROM_TO)
def test_a_range_lasts_from_its_first_day_to_its_last(text, first, last):
    """Whether it is read as one date or as two, what one end lacks the other lends."""
    days = [r.interval for r in read_dates(text, date.fromisoformat(WEDNESDAY))]

    assert (str(min(i.begin for i in days)), str(max(i.end for i in days))) == (first, last)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text):
    """Verbs, names, papers, scores, prices, numbers of all kinds."""
    assert [text[a:b] for a, b in found(text)] == []


HISTORY = """The town was founded in 1120. In 1250 it burned. In 1348 the plague came. It was besieged in 1410 and again in 1424.
The wall fell on 3 May 1424. In June the keep fell. Two days later peace was made. The following year a bridge was built.
In 1501 the school was opened, in 1520 the hall, in 1530 the mill."""


@pytest.mark.parametrize(
    ("words", "value"),
    [("June", "1424-06"), ("The following year", "1425"), ("1501", "1501"), ("3 May 1424", "1424-05-03")],
)
def test_a_history_counts_from_its_own_dates(words, value):
    """Eight years long past and no "yesterday": a narrative, published whenever."""
    start = HISTORY.index(words)
    assert found(HISTORY)[start, start + len(words)][1] == value


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("filed 03/04/2022", "2022-04-03", "2022-03-04"),
        ("filed 03/04/22", "2022-04-03", "2022-03-04"),
        ("filed 13/04/2022", "2022-04-13", "2022-04-13"),
        ("filed 04/13/2022", "2022-04-13", "2022-04-13"),
        ("filed 03-04-2022", "2022-04-03", "2022-03-04"),
        ("filed 03.04.2022", "2022-04-03", "2022-04-03"),
    ],
)
def test_numbers_are_read_in_the_order_that_is_declared(text, day_first, month_first):
    """A number above 12 settles it, and with dots the day is first."""
    both = [next(iter(found(text, conventions=Conventions(day_first=order)).values()))[0] for order in (True, False)]
    assert both == [day_first, month_first]


def test_business_years_begin_when_they_are_said_to():
    """Fiscal 1990 from October 1989 on."""
    [(days, value)] = found("in fiscal 1990", conventions=Conventions(fiscal_start=10)).values()
    assert (days, value) == ("1989-10-01/1990-09-30", "1990")
