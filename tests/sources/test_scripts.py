"""Articles of plain text in scripts and languages whose common words and months aren't listed: headline, date, sentences."""

from datetime import date

import pytest

from briefing.dates.publication import publication_date
from briefing.model import BlockKind, Source
from briefing.sources.datelike import full_date
from briefing.sources.lines import ending_of
from briefing.sources.months import names_month
from briefing.sources.reader import RawArticle
from briefing.sources.scripts import is_foreign, is_unstopped, latin_length, stems, word_count
from briefing.sources.sentences import split_sentences
from briefing.sources.tidy import tidy

# language: headline, date line, two paragraphs, how many sentences they have
TEXTS = {
    "zh": ("河边小镇选出新镇长", "2022年1月10日", "河边小镇的居民周日选出了新的镇长。投票持续了一整天。", "新镇长说，她将修复大桥。工程将于三月开始。", 4),
    "ja": ("川辺の町で新しい町長が選ばれる", "2022年1月10日", "川辺の町の住民は日曜日に新しい町長を選んだ。投票には三千人が参加した。", "新しい町長は「橋を直す」と述べた。工事は三月に始まる。", 4),
    "ko": ("강변 마을, 새 시장을 뽑다", "입력 2022. 1. 10.", "강변 마을 주민들은 일요일 새 시장을 뽑았다. 투표에는 삼천 명이 참여했다.", "새 시장은 다리를 고치겠다고 말했다. 공사는 3월에 시작된다.", 4),
    "hi": ("नदी किनारे के कस्बे ने नया मेयर चुना", "१० जनवरी २०२२", "कस्बे के लोगों ने रविवार को नया मेयर चुना। मतदान में तीन हज़ार लोगों ने भाग लिया।", "नए मेयर ने कहा कि वह पुल की मरम्मत कराएँगे। काम मार्च में शुरू होगा।", 4),
    "bn": ("নদীর ধারের শহরে নতুন মেয়র নির্বাচিত", "১০ জানুয়ারি ২০২২", "নদীর ধারের শহরের মানুষ রবিবার নতুন মেয়র বেছে নিয়েছেন। তিন হাজার মানুষ ভোট দিয়েছেন।", "নতুন মেয়র বলেছেন তিনি সেতু মেরামত করবেন। কাজ মার্চে শুরু হবে।", 4),
    "ar": ("بلدة على النهر تنتخب رئيسة جديدة", "الاثنين، 10 كانون الثاني/يناير 2022", "انتخب سكان البلدة رئيسة جديدة يوم الأحد. وشارك في التصويت ثلاثة آلاف شخص.", "قالت الرئيسة إنها ستصلح الجسر. هل يكفي المال؟ تبدأ الأعمال في مارس.", 5),
    "he": ("העיירה על הנהר בחרה ראש עיר חדש", "10 בינואר 2022", "תושבי העיירה בחרו ביום ראשון ראש עיר חדש. שלושת אלפים איש השתתפו בהצבעה.", "ראש העיר אמר שהוא יתקן את הגשר. העבודות יתחילו במרץ.", 4),
    "fa": ("شهر کنار رود شهردار تازه برگزید", "۱۰ ژانویه ۲۰۲۲", "ساکنان شهر روز یکشنبه شهردار تازه‌ای برگزیدند. سه هزار نفر شرکت کردند.", "شهردار گفت که پل را تعمیر می‌کند. کارها در مارس آغاز می‌شود.", 4),
    "ur": ("دریا کنارے قصبے نے نیا میئر منتخب کیا", "10 جنوری 2022", "قصبے کے لوگوں نے اتوار کو نیا میئر منتخب کیا۔ تین ہزار لوگوں نے ووٹ ڈالا۔", "نئے میئر نے کہا کہ وہ پل کی مرمت کریں گے۔ کام مارچ میں شروع ہوگا۔", 4),
    "ru": ("Городок у реки выбрал нового мэра", "Понедельник, 10 января 2022 г.", "Жители городка выбрали в воскресенье нового мэра. Голосовали три тысячи человек.", "Новый мэр сказал, что починит мост. Работы начнутся в марте.", 4),
    "uk": ("Містечко біля річки обрало нового мера", "10 січня 2022 р.", "Мешканці містечка обрали в неділю нового мера. Голосували три тисячі людей.", "Новий мер сказав, що полагодить міст. Роботи почнуться в березні.", 4),
    "el": ("Η πόλη στο ποτάμι εξέλεξε νέο δήμαρχο", "Δευτέρα 10 Ιανουαρίου 2022, 14:30", "Οι κάτοικοι εξέλεξαν την Κυριακή νέο δήμαρχο. Στην ψηφοφορία πήραν μέρος χίλιοι άνθρωποι.", "Ο δήμαρχος είπε ότι θα φτιάξει τη γέφυρα. Φτάνουν τα χρήματα; Τα έργα αρχίζουν τον Μάρτιο.", 5),
    "hy": ("Գետափնյա քաղաքն ընտրեց նոր քաղաքապետ", "10 հունվարի 2022", "Քաղաքի բնակիչները կիրակի օրը նոր քաղաքապետ ընտրեցին։ Մասնակցեց երեք հազար մարդ։", "Նոր քաղաքապետն ասաց, որ կնորոգի կամուրջը։ Աշխատանքները կսկսվեն գարնանը։", 4),
    "th": ("เมืองริมแม่น้ำเลือกนายกเทศมนตรีคนใหม่", "10 ม.ค. 2022", "ชาวเมืองริมแม่น้ำเลือกนายกเทศมนตรีคนใหม่เมื่อวันอาทิตย์ มีผู้ลงคะแนนสามพันคน", "นายกเทศมนตรีคนใหม่กล่าวว่าจะซ่อมสะพาน งานจะเริ่มในเดือนมีนาคมของปีนี้", 2),
    "de": ("Neue Schule im Tal eröffnet", "10. Januar 2022", "Die neue Schule im Tal öffnete am Donnerstag. Etwa zweihundert Schüler kamen zur Feier.", "Der Direktor sagte, die Räume reichten aus. Die nächsten Schüler kommen im September.", 4),
    "pl": ("Nowa szkoła otwarta w dolinie", "10 stycznia 2022", "Nowa szkoła w dolinie została otwarta w czwartek. Przyszło około dwustu uczniów.", "Dyrektor powiedział, że sal wystarcza. Następni uczniowie przyjdą we wrześniu.", 4),
    "tr": ("Vadide yeni okul açıldı", "10 Ocak 2022 Pazartesi", "Vadideki yeni okul perşembe günü açıldı. Törene yaklaşık iki yüz öğrenci geldi.", "Müdür sınıfların yettiğini söyledi. Sonraki öğrenciler eylülde gelecek.", 4),
    "vi": ("Ngư dân yêu cầu giảm phí cảng", "Ngày 10 tháng 1 năm 2022", "Ngư dân ở cảng đã họp vào thứ Ba. Họ nói phí đã tăng gấp đôi.", "Nhà chức trách nói sẽ trả lời vào tuần tới. Hai bên sẽ gặp nhau.", 4),
}  # fmt: skip


def read(*lines: str):
    return tidy(Source("a.txt", "", "text/plain"), RawArticle("\n\n".join(lines) + "\n"))


@pytest.mark.parametrize("language", TEXTS)
def test_an_article_of_any_script_has_its_headline_its_day_and_its_sentences(language):
    """What stands first is the headline, what stands under it the day, and every sentence is one."""
    headline, day, first, second, count = TEXTS[language]
    article = read(headline, day, first, second)
    published, _ = publication_date(article.clues, article.language)
    assert (article.language, article.title and article.title.value) == (language, headline)
    assert published is not None
    assert published.day == date(2022, 1, 10)
    assert len(sentences := split_sentences(article)) == count
    assert "".join(s.span.of(article.text) for s in sentences).replace(" ", "") == (first + second).replace(" ", "")


@pytest.mark.parametrize("language", ["zh", "hi", "ar", "ru", "th"])
def test_menus_above_a_headline_stay_menus(language):
    """Short lines above it and the headline of another article are not taken for it."""
    headline, day, first, second, _ = TEXTS[language]
    menu = {
        "zh": ("首页", "新闻", "体育"),
        "hi": ("मुखपृष्ठ", "समाचार", "खेल"),
        "ar": ("الرئيسية", "أخبار", "رياضة"),
        "ru": ("Главная", "Новости", "Спорт"),
        "th": ("หน้าแรก", "ข่าว", "กีฬา"),
    }[language]
    article = read(*menu, headline, day, first, second)
    assert article.title is not None
    assert article.title.value == headline
    assert [b.kind for b in article.blocks[: len(menu)]] == [BlockKind.MENU] * len(menu)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("th", "10 มกราคม 2565"),
        ("th", "10 มกราคม พ.ศ. 2565"),
        ("fa", "۲۰ دی ۱۴۰۰"),
        ("ar", "7 جمادى الآخرة 1443"),
        ("hi", "20 पौष 1943"),
        ("hi", "१० माघ २०७८"),
    ],
)
def test_years_of_other_calendars_are_not_read(language, line):
    """The day stays unknown; it is never the Gregorian day of the same figures."""
    headline, _, first, second, _ = TEXTS[language]
    article = read(headline, line, first, second)
    assert article.title is not None
    assert article.title.value == headline
    assert publication_date(article.clues, article.language)[0] is None


@pytest.mark.parametrize(
    "line",
    [
        "الاثنين، 10 يناير 2022",
        "सोमवार, 10 जनवरी 2022",
        "Հունվարի 10, 2022",
        "วันจันทร์ที่ 10 มกราคม 2022",
        "2022 жылғы 10 қаңтар",
        "10. јануар 2022.",
        "10 Ocak 2022, 14:30",
        "2022. január 10.",
        "2022 m. sausio 10 d.",
        "10. tammikuuta 2022",
    ],
)
def test_a_line_that_is_nothing_but_a_date_is_one_in_any_language(line):
    """Day, a month's word and year; with weekday and clock."""
    assert full_date(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Погибли 10 человек в 2022",
        "Топ 10 фильмов 2022",
        "أفضل 10 أفلام 2022",
        "टीम ने 10 मैच 2022",
        "Top 10 films 2022",
        "10 films 2022",
        "2022 Top 10",
        "Pupils sit 12 exams in 2022",
        "10 มกราคม",
    ],
)
def test_a_headline_with_a_number_and_a_year_is_no_date(line):
    """None of its words is a month, or more than a date stands in it."""
    assert full_date(line) is None


def test_months_are_those_of_the_script():
    """A month's word of one script is looked for in lines of that script only."""
    assert names_month("10 जनवरी 2022")
    assert names_month("14 ม.ค. 2022")
    assert not names_month("10 मैच 2022")
    assert not names_month("10 January 2022")
    assert not names_month("2022")


def test_lines_are_measured_as_their_translation():
    """Signs that are syllables count for more, words are counted where no space stands, most letters tell the script."""
    assert latin_length("河边小镇") == 10
    assert latin_length("город") == 5
    assert word_count("河边小镇选出新镇长") == 4
    assert word_count("Городок у реки") == 3
    assert is_foreign("Городок BBC")
    assert not is_foreign("The town of Харьков was quiet")
    assert not is_foreign("Thị trấn ven sông bầu thị trưởng")
    assert not is_foreign("“Plain” English…")


def test_what_ends_a_line_in_other_scripts():
    """Full stops and question marks of each; Thai has none, and a long line of it is a sentence."""
    assert [ending_of(line) for line in ("चुना।", "کیا۔", "ընտրեց։", "「直す。」", "المال؟", "河边", "「河边」")] == [
        "stop", "stop", "stop", "stop", "mark", "open", "quote",
    ]  # fmt: skip
    assert is_unstopped(TEXTS["th"][2])
    assert not is_unstopped(TEXTS["th"][0])
    assert not is_unstopped(TEXTS["hi"][2])


def test_two_lines_of_one_subject_share_stems():
    """Pairs of signs where nothing parts the words, beginnings of words elsewhere."""
    assert stems("新镇长") & stems("选出了新镇长。") == {"新镇", "镇长"}
    assert "городо"[:5] in stems("Жители городка")
    assert not stems("新镇长") & stems("大桥")


def test_a_page_keeps_its_furniture_out_however_its_lines_end():
    """Where a line is furniture, short lines with a full stop are no sentences of the article."""
    article = read(*TEXTS["de"][:4], "Read more", "Impressum. Kontakt. Hilfe.", "© 2022 Talbote")
    assert "Impressum. Kontakt. Hilfe." not in {s.span.of(article.text) for s in split_sentences(article)}
