"""Which language a text is in."""

import pytest

from briefing.sources.language import language_of

TEXTS = {
    "en": "The harbour authority said on Monday that it would close the northern pier, after divers had found cracks in it.",
    "de": "Die Hafenbehörde hat am Montag erklärt, dass sie den nördlichen Pier schließen wird, weil Taucher dort Risse fanden.",
    "fr": "La direction du port a annoncé lundi que la jetée nord serait fermée, après la découverte de fissures par les plongeurs.",
    "es": "La autoridad del puerto dijo el lunes que cerrará el muelle norte después de que los buzos hallaran grietas en los pilares.",
    "it": "L'autorità del porto ha detto lunedì che il molo nord sarà chiuso dopo che i sommozzatori hanno trovato delle crepe.",
    "pt": "A autoridade do porto disse na segunda-feira que vai fechar o cais norte, depois de os mergulhadores terem encontrado fendas.",
    "nl": "De havendienst zei maandag dat de noordelijke pier wordt gesloten, omdat duikers scheuren in de pijlers hebben gevonden.",
    "sv": "Hamnmyndigheten sade på måndagen att den norra piren ska stängas, eftersom dykare har hittat sprickor i den.",
    "da": "Havnemyndigheden sagde mandag, at den nordlige mole bliver lukket, efter at dykkere har fundet revner i den.",
    "no": "Havnemyndigheten sa mandag at den nordlige moloen blir stengt etter at dykkere har funnet sprekker i den, sier de nå.",
    "fi": "Satamaviranomainen sanoi maanantaina, että pohjoinen laituri suljetaan, koska sukeltajat ovat löytäneet siitä halkeamia ja se on vaarallinen.",
    "pl": "Zarząd portu poinformował w poniedziałek, że północne molo zostanie zamknięte, ponieważ nurkowie znaleźli w nim pęknięcia.",
    "cs": "Správa přístavu v pondělí oznámila, že severní molo bude uzavřeno, protože potápěči v něm našli trhliny, které jsou velké.",
    "tr": "Liman idaresi pazartesi günü kuzey iskelesinin kapatılacağını ve bunun için bir karar alındığını söyledi, ama bu çok yeni.",
    "ro": "Autoritatea portuară a anunțat luni că digul de nord va fi închis, după ce scafandrii au găsit fisuri în el și nu este sigur.",
    "hu": "A kikötő vezetése hétfőn azt mondta, hogy az északi mólót lezárják, mert a búvárok repedéseket találtak, és ez nem biztonságos.",
    "id": "Otoritas pelabuhan mengatakan pada hari Senin bahwa dermaga utara akan ditutup karena penyelam telah menemukan retakan di sana.",
    "ru": "Администрация порта сообщила в понедельник, что северный пирс будет закрыт, так как водолазы нашли трещины.",
    "uk": "Адміністрація порту повідомила в понеділок, що північний пірс буде закритий, оскільки водолази знайшли тріщини.",
    "el": "Η λιμενική αρχή ανακοίνωσε τη Δευτέρα ότι η βόρεια προβλήτα θα κλείσει.",
    "he": "רשות הנמל הודיעה ביום שני כי המזח הצפוני ייסגר.",
    "ar": "قالت سلطة الميناء يوم الاثنين إنها ستغلق الرصيف الشمالي.",
    "fa": "مقامات بندر روز دوشنبه گفتند که اسکله شمالی بسته خواهد شد و گزارش چاپ شد.",
    "zh": "港口管理局周一表示，在潜水员发现裂缝后，北码头将关闭至三月底。",
    "ja": "港湾当局は月曜日、ダイバーが亀裂を発見したため北埠頭を閉鎖すると発表した。",
    "ko": "항만 당국은 잠수부들이 균열을 발견한 후 북쪽 부두를 폐쇄할 것이라고 월요일 밝혔다.",
    "hi": "बंदरगाह प्राधिकरण ने सोमवार को कहा कि उत्तरी घाट बंद कर दिया जाएगा।",
    "th": "การท่าเรือกล่าวเมื่อวันจันทร์ว่าจะปิดท่าเรือด้านเหนือ",
}


@pytest.mark.parametrize("code", TEXTS)
def test_each_language_is_known_by_one_sentence(code):
    """A sentence of news is enough."""
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text", ["", "OK", "12345 67890", "Lindvik Courier", "xqz wvb ploo krrt zzip mmuf ttrw oiuy kjhg nbvc"]
)
def test_what_tells_nothing_is_not_guessed(text):
    """Too short or in no known language: nothing."""
    assert language_of(text) == ""


def test_a_foreign_word_or_two_do_not_change_the_language():
    """Names in another script stand in an English text."""
    assert language_of(TEXTS["en"] + " The town (Москва, 東京) was not named.") == "en"


def test_turkish_and_vietnamese_show_by_their_letters():
    """Short notes without common words; one name in a note of another language tells nothing."""
    assert (
        language_of("Balıkçılar liman ücretlerinin düşmesini istiyor. Yetkililer yanıt vereceklerini söyledi.") == "tr"
    )
    assert language_of("Ngư dân cảng đã họp thứ Ba. Phí tăng gấp đôi.") == "vi"
    assert (
        language_of(
            "Erdoğan, Yıldırım: Gipfel Ankara, Treffen Berlin, Paris, London, Madrid, Oslo, Wien, Lissabon, Helsinki"
        )
        == ""
    )
