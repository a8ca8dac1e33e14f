"""The forms in which each kind of event is told, one sentence each; exactly these events."""

from __future__ import annotations

import pytest
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest.base import article

Row = tuple[object, ...]


def event(kind: str, states: str, status: str = "occurred", place: str = "") -> Row:
    return (kind, tuple(states.split()), status, place or None)


TURKISH: dict[str, list[Row]] = {
    "Dışişleri Bakanı Kerem Toprak, yarın Bağdat'a resmi bir ziyaret gerçekleştirecek.": [
        event("Visit", "IQ TR", "planned", "IQ/baghdad")
    ],
    "Özbekistan Cumhurbaşkanı Timur Salihov, resmi ziyaret için Ankara'ya geldi.": [
        event("Visit", "TR UZ", place="TR/ankara")
    ],
    "İran'ın Ankara Büyükelçisi Dışişleri Bakanlığına çağrıldı.": [event("Protest", "IR TR")],
    "Türkiye, Bakü Büyükelçisi Levent Akgül'ü geri çağırdı.": [event("Downgrade", "AZ TR")],
    "Gürcistan, Rusya'nın Tiflis Büyükelçisini sınır dışı etti.": [event("Downgrade", "GE RU")],
    "Türkiye, Yunanistan'a nota verdi.": [event("Protest", "GR TR")],
    "Türkiye, Sudan'a insani yardım sağladı.": [event("Aid", "SD TR")],
    "Türkiye, Sudan'a insani yardım sağlayacak.": [event("Aid", "SD TR", "planned")],
    "Kırgızistan'a Türkiye'den tıbbi yardım ulaştırıldı.": [event("Aid", "KG TR")],
    "Türkiye, Basra'da yeni bir başkonsolosluk açtı.": [
        event("Opening", "IQ TR", place="IQ/basra")
    ],
    "Türkiye, Konya'da konsolosluk binası açtı.": [],
    "Türkiye ve Azerbaycan ortak tatbikat yaptı.": [event("Exercise", "AZ TR")],
    "Cumhurbaşkanı Selim Korkmaz, Macaristan Başbakanı Gabor Varga ile telefonda görüştü.": [
        event("Call", "HU TR")
    ],
    "Dışişleri Bakanı Kerem Toprak, Gürcistan Dışişleri Bakanı Nino Kapanadze'ye tebrik mesajı "
    "gönderdi.": [event("Message", "GE TR")],
    "Yeni Estonya Büyükelçisi Mart Saar, güven mektubunu Cumhurbaşkanı Selim Korkmaz'a sundu.": [
        event("Accreditation", "EE TR")
    ],
    "Türkiye ile Kırgızistan, sağlık alanında mutabakat zaptı imzaladı.": [
        event("Signing", "KG TR")
    ],
    "Bakan Kerem Toprak'ın Gürcistan ziyareti ertelendi.": [],
    "Bakanın Tahran'da görüştüğü iddiası yalanlandı.": [],
    "Türkiye, Rusya'ya yaptırım uygulamadığını açıkladı.": [],
    "Bakan Kerem Toprak, Türkiye ile Gürcistan arasında anlaşma imzalanmasını istedi.": [],
    "Türk öğrenciler Bakü'de Azerbaycan Büyükelçisi ile bir araya geldi.": [],
    "Gürcistan Büyükelçisini geri çağırırsa Türkiye karşılık verecek.": [],
    "Uzmanlar, Türkiye'nin Irak ile anlaşma imzalayabileceğini öne sürdü.": [],
    "Gürcü tır şoförleri Türkiye sınırında eylem yaptı.": [],
    "Almanya Başbakanı Karl Weber'in Ankara ziyareti iptal edildi.": [
        event("Visit", "DE TR", "cancelled", "TR/ankara")
    ],
    "Konya Büyükşehir Belediye Başkanı Ali Uz, Japonya Büyükelçisi Ken Abe'yi kabul etti.": [
        event("Meeting", "JP TR")
    ],
    "Türkiye ve Rusya dışişleri bakanları yarın Antalya'da görüşecek.": [
        event("Meeting", "RU TR", "planned", "TR/antalya")
    ],
    "Bakan Toprak, gıda yardımı konusunu değerlendirdi.": [],
}
ENGLISH: dict[str, list[Row]] = {
    "Polish Foreign Minister Adam Nowak will visit Tirana on Monday.": [
        event("Visit", "AL PL", "planned", "AL/tirana")
    ],
    "Georgia's prime minister, Irakli Beridze, met Armenian President Aram Petrosyan in Yerevan.": [
        event("Meeting", "AM GE", place="AM/yerevan")
    ],
    "Japan summoned the Chinese ambassador over the incident.": [event("Protest", "CN JP")],
    "Japan summoned the ambassador of Peru.": [event("Protest", "JP PE")],
    "Estonia expelled two Russian diplomats.": [event("Downgrade", "EE RU")],
    "Spain recalled its ambassador to Argentina.": [event("Downgrade", "AR ES")],
    "Canada imposed sanctions on Belarus.": [event("Sanction", "BY CA")],
    "Norway sent humanitarian aid to Sudan.": [event("Aid", "NO SD")],
    "Kenya opened an embassy in Rabat.": [event("Opening", "KE MA", place="MA/rabat")],
    "India and France held joint naval exercises.": [event("Exercise", "FR IN")],
    "The presidents of Kenya and Ghana signed a treaty.": [event("Signing", "GH KE")],
    "The visit of Foreign Minister Adam Nowak to Cairo was postponed.": [],
    "Moscow denied that its foreign minister had met the Turkish president.": [],
    "Moscow denied reports of a meeting between its minister and the Turkish president.": [],
    "Georgia denied entry to two diplomats. Russia and Georgia held talks in Tbilisi.": [
        event("Meeting", "GE RU", place="GE/tbilisi")
    ],
    "If Peru recalls its ambassador, Chile will respond.": [],
    "Analysts expect Canada to impose sanctions on Belarus.": [],
    "The bill calls on the United States to expel Russian diplomats.": [],
    "Chilean students met the ambassador of Peru in Santiago.": [],
    "Peru's football team visited Chile.": [],
    "The Norwegian prime minister flew home from Lima.": [],
    "Chile and Peru will hold talks on water next week in Lima.": [
        event("Meeting", "CL PE", "planned", "PE/lima")
    ],
    "Ghana and Togo may sign an agreement next year.": [],
}
RUSSIAN: dict[str, list[Row]] = {
    "Президент Узбекистана Тимур Салихов посетил Анкару с официальным визитом.": [
        event("Visit", "TR UZ", place="TR/ankara")
    ],
    "Министр иностранных дел Казахстана Ерлан Байжанов встретился с министром иностранных дел "
    "Турции Керемом Топраком в Астане.": [event("Meeting", "KZ TR", place="KZ/astana")],
    "Глава МИД Грузии Нино Капанадзе провела переговоры со своим турецким коллегой Керемом "
    "Топраком.": [event("Meeting", "GE TR")],
    "Премьер-министр Армении Арам Петросян провел телефонный разговор с президентом Франции "
    "Жаном Бернаром.": [event("Call", "AM FR")],
    "Министр юстиции Казахстана Айгуль Сарсенова приняла посла России в Астане Виктора Озерова.": [
        event("Meeting", "KZ RU")
    ],
    "Перуанский МИД вызвал посла Аргентины в Лиме Роберто Гарсеса.": [event("Protest", "AR PE")],
    "Перу отозвало своего посла в Аргентине Марию Хесус Алонсо.": [event("Downgrade", "AR PE")],
    "МИД Японии вызвал китайского посла.": [event("Protest", "CN JP")],
    "Глава МИД Турции Керем Топрак завтра посетит Багдад.": [
        event("Visit", "IQ TR", "planned", "IQ/baghdad")
    ],
    "Министр обороны Азербайджана Закир Алиев находится с визитом в Анкаре.": [
        event("Visit", "AZ TR", place="TR/ankara")
    ],
    "Президент Чили посетит Перу в мае.": [event("Visit", "CL PE", "planned", "PE")],
    "Встреча президентов Чили и Перу состоится в Лиме.": [
        event("Meeting", "CL PE", "planned", "PE/lima")
    ],
    "Канада введёт санкции против Белоруссии.": [event("Sanction", "BY CA", "planned")],
    "Если Перу отзовёт посла, Чили ответит.": [],
    "Кения открыла посольство в Рабате.": [event("Opening", "KE MA", place="MA/rabat")],
    "Эстония выслала двух российских дипломатов.": [event("Downgrade", "EE RU")],
    "Россия ввела санкции против Эстонии.": [event("Sanction", "EE RU")],
    "Норвегия направила гуманитарную помощь в Судан.": [event("Aid", "NO SD")],
    "Индия и Франция провели совместные учения.": [event("Exercise", "FR IN")],
    "Москва опровергла сообщения о встрече своего министра с президентом Турции.": [],
    "Казахстан и Узбекистан не подписали соглашение.": [],
    "Казахстан и Турция подписали соглашение о сотрудничестве в сфере здравоохранения.": [
        event("Signing", "KZ TR")
    ],
}
KAZAKH: dict[str, list[Row]] = {
    "Өзбекстан Президенті Тимур Салихов Анкараға ресми сапармен келді.": [
        event("Visit", "TR UZ", place="TR/ankara")
    ],
    "Қазақстанның Сыртқы істер министрі Ерлан Байжанов Түркияның Сыртқы істер министрі Керем "
    "Топракпен кездесті.": [event("Meeting", "KZ TR")],
    "Премьер-министр Олжас Бектенов Мажарстан Премьер-министрі Габор Варгамен телефон арқылы "
    "сөйлесті.": [event("Call", "HU KZ")],
    "Қазақстан Президенті Әзербайжан елшісі Рашад Мәммадовты қабылдады.": [
        event("Meeting", "AZ KZ")
    ],
    "Жапония Сыртқы істер министрлігі Қытай елшісін шақыртты.": [event("Protest", "CN JP")],
    "Эстония Ресейдің екі дипломатын елден шығарды.": [event("Downgrade", "EE RU")],
    "Түркия Сомалиге гуманитарлық көмек жіберді.": [event("Aid", "SO TR")],
    "Үндістан мен Франция бірлескен әскери жаттығу өткізді.": [event("Exercise", "FR IN")],
    "Сыртқы істер министрі Ерлан Байжанов ертең Бағдатқа барады.": [
        event("Visit", "IQ KZ", "planned", "IQ/baghdad")
    ],
    "Қазақстан мен Өзбекстан келісімге қол қойған жоқ.": [],
    "Министрдің Грузияға сапары кейінге қалдырылды.": [],
    "Қазақстан мен Түркия денсаулық сақтау саласында келісімге қол қойды.": [
        event("Signing", "KZ TR")
    ],
    "Түркияның Қазақстандағы елшісі Левент Акгүл сенім грамотасын тапсырды.": [
        event("Accreditation", "KZ TR")
    ],
}
# an envoy is abroad: who is named beside one does not govern the sending state
ABROAD: dict[str, list[str | None]] = {
    "The ambassador of Peru met President Pablo Rojas.": [],
    "The Japanese envoy met Interior Minister Jane Kamau.": [],
    "The ambassador of Peru, Luis Vega, presented his credentials to King Carlos.": ["PE"],
    "Japan's ambassador in Nairobi, Ken Abe, met Health Minister Jane Kamau.": ["JP", "KE"],
}


@pytest.mark.parametrize(
    ("text", "events"), [*TURKISH.items(), *ENGLISH.items(), *RUSSIAN.items(), *KAZAKH.items()]
)
def test_the_form_gives_exactly_these_events(
    extractor: Extractor, text: str, events: list[Row]
) -> None:
    found = rows(extractor.read(article(text, "x", "x", published="2024-03-15"))).events
    assert [(kind, states, status, place) for kind, states, _, status, place, *_ in found] == events


@pytest.mark.parametrize("text", ABROAD)
def test_whoever_receives_an_envoy_holds_no_office_of_the_sender(
    extractor: Extractor, text: str
) -> None:
    found = rows(extractor.read(article(text, "x", "x"))).positions
    assert sorted(str(country) for _, _, country, *_ in found) == ABROAD[text]


def test_a_russian_name_in_any_case_is_one_person(extractor: Extractor) -> None:
    text = (
        "Министр юстиции Казахстана Айгуль Сарсенова встретилась с послом России в Астане "
        "Виктором Миреем. Посол поблагодарил Сарсенову. Слова Мирея приняли тепло."
    )
    found = rows(extractor.read(article(text, "x", "x"))).positions
    assert [row[0] for row in found] == ["Айгуль Сарсенова", "Виктор Мирей"]


def test_a_kazakh_name_loses_its_case_ending(extractor: Extractor) -> None:
    text = (
        "Қазақстан Премьер-министрінің орынбасары – Сыртқы істер министрі Ерлан Тұрсынбай "
        "Венгрияның Сыртқы істер және сауда министрі Габор Варганьимен келіссөз жүргізді."
    )
    found = rows(extractor.read(article(text, "x", "x"))).positions
    assert [row[:4] for row in found] == [
        ("Габор Варганьи", "minister", "HU", "foreign-affairs"),
        ("Ерлан Тұрсынбай", "deputy-head", "KZ", None),
        ("Ерлан Тұрсынбай", "minister", "KZ", "foreign-affairs"),
    ]


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        (
            "Жужанна Фекете",
            (
                "Венгрияның Қазақстандағы елшісі Жужанна Фекете Астанада Сыртқы істер министрі "
                "Ерлан Тұрсынбаймен кездесті. «Достығымыз нығайып келеді», – деді елші."
            ),
        ),
        (
            "Ruth Braun",
            (
                "Almanya'nın Ankara Büyükelçisi Ruth Braun, Dışişleri Bakanı Kerem Toprak ile "
                'görüştü. "İki ülke dosttur" dedi Braun.'
            ),
        ),
    ],
)
def test_the_speaker_may_stand_behind_the_verb(
    extractor: Extractor, speaker: str, text: str
) -> None:
    found = rows(extractor.read(article(text, "x", "x"))).statements
    assert [row[:2] for row in found] == [(speaker, "positive")]
