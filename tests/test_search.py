"""Search in both languages: what a search becomes, and that both languages find the same meetings."""

import csv
import datetime
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from sidang.build import build
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.search import sought
from sidang.text import fold
from sidang.view import View
from tests.small import DATA, edit

DAY = datetime.date(2026, 5, 10)
CULTURE = "budaya|culture|kebudayaan"
PREVENTION = "budaya pencegahan|culture of prevention"

PAIRS = """
KTT = Summit
Konferensi Tingkat Tinggi = summits
KTT Jepang = Japan summit
KTT ASEAN ke-43 = 43rd ASEAN Summit
KTT ASEAN-Jepang = ASEAN-Japan Summit
Menlu = Foreign Ministers
menteri luar negeri = foreign ministers'
Pertemuan Menlu ASEAN = ASEAN Foreign Ministers' Meeting
Retret Menlu = Foreign Ministers' Retreat
kementerian luar negeri = ministry of foreign affairs
Menhan = Defence Ministers
menteri pertahanan = defense minister
Menkeu = finance ministers
Menkes = health ministers
Menaker = labour ministers
Menpar = tourism ministers
menteri perhubungan = transport ministers
menteri pendidikan = education ministers
menteri ekonomi = economic ministers
menteri pertanian = agriculture ministers
menteri hukum = law ministers
menteri = minister
tingkat menteri = ministerial
menteri-menteri = ministers
pejabat senior = senior officials
pejabat tinggi = senior official
pejabat tinggi ketenagakerjaan = senior labour officials
kelompok kerja = working group
pokja budaya pencegahan = working groups culture of prevention
gugus tugas = task force
komite = committee
komisi hak asasi manusia = human rights commission
dewan = council
Dewan Koordinasi ASEAN = ASEAN Coordinating Council
dewan menteri = ministers council
jejaring desa = village network
jejaring kota cerdas = smart cities network
sekretariat = secretariat
sekjen = secretary-general
lokakarya = workshops
pelatihan = training
retret = retreat
konsultasi = consultations
konferensi = conference
sidang koordinasi = coordinating conference
pertemuan khusus = special meeting
praktisi = practitioners
pemimpin = leaders
kepala negara = heads of state
kepala pemerintahan = heads of government
dirjen imigrasi = directors-general immigration
gubernur bank sentral = central bank governors
panglima = chiefs of defence forces
wakil tetap = permanent representatives
pengamat = observer
status pengamat = observer status
tamu = guest
ketua = chair
tuan rumah = host
mitra wicara = dialogue partner
mitra dialog = dialogue partners
pembicara = speaker
penyelenggara bersama = co-organizer
anggota = member
keanggotaan penuh = full membership
permohonan keanggotaan = membership application
penerimaan = admission
aksesi = accession
daring = online
daring = virtual
konferensi video = video conference
hibrida = hybrid
tatap muka = in person
deklarasi = declaration
pernyataan bersama = joint statement
persetujuan = agreement
traktat = treaty
konvensi = convention
piagam = charter
protokol = protocol
cetak biru = blueprint
peta jalan = roadmap
rencana kerja = work plan
rencana aksi = plan of action
rencana strategis = strategic plan
rencana induk = master plan
visi = vision
nota konsep = concept note
pedoman = guidelines
kerangka acuan = terms of reference
nota kesepahaman = memorandum of understanding
konsensus lima poin = five-point consensus
tinjauan paruh waktu = mid-term review
budaya pencegahan = culture of prevention
Budaya Pencegahan ASEAN = ASEAN culture of prevention
budaya = culture
pencegahan = prevention
ekstremisme kekerasan = violent extremism
penanggulangan terorisme = counter-terrorism
perdamaian = peace
gaya hidup sehat = healthy lifestyle
ketangguhan = resilience
tata kelola yang baik = good governance
perempuan = women
wanita = women
hak perempuan dan anak = women children rights
pemuda = youth
lanjut usia = older persons
penyandang disabilitas = persons with disabilities
keluarga = families
masyarakat sipil = civil society
hak asasi manusia = human rights
HAM = human rights
ketenagakerjaan = labour
tenaga kerja = labor
pekerja migran = migrant workers
imigrasi = immigration
penyelundupan manusia = people smuggling
kejahatan lintas negara = transnational crime
keamanan siber = cybersecurity
narkotika = drugs
kabut asap = haze
lingkungan hidup = environment
perubahan iklim = climate change
bencana = disasters
penanggulangan bencana = disaster management
kesehatan = health
pandemi = pandemic
pendidikan = education
olahraga = sports
kebudayaan dan kesenian = culture and arts
kepegawaian = civil service
pembangunan perdesaan = rural development
pengentasan kemiskinan = poverty eradication
kesejahteraan sosial = social welfare
ekonomi = economy
perdagangan bebas = free trade
investasi = investment
keuangan = finance
rantai pasok = supply chains
pertanian dan kehutanan = agriculture and forestry
ketahanan pangan = food security
energi = energy
kecerdasan artifisial = artificial intelligence
kecerdasan artifisial = AI
ilmu pengetahuan = science
teknologi = technologies
pariwisata = tourism
transportasi = transport
kendaraan listrik = electric vehicles
keamanan = security
pertahanan = defence
hukum = law
ekstradisi = extradition
kerja sama = cooperation
kemitraan = partnership
pilar sosial-budaya = socio-cultural pillar
sosial budaya = socio-cultural
politik-keamanan = political-security
pilar ekonomi = economic pillar
lintas pilar = cross-pillar
masyarakat ekonomi = economic community
ASEAN Plus Tiga = ASEAN Plus Three
Forum Kawasan ASEAN = ASEAN Regional Forum
KTT Asia Timur = East Asia Summit
PBB = United Nations
Perserikatan Bangsa-Bangsa = UN
Uni Eropa = European Union
UE = EU
Asia Tenggara = Southeast Asia
Timur Tengah = Middle East
Tiongkok = China
Korea Selatan = Republic of Korea
Jepang = Japan
Amerika Serikat = United States
Kamboja = Cambodia
Filipina = Philippines
Singapura = Singapore
Selandia Baru = New Zealand
Papua Nugini = Papua New Guinea
Rusia = Russian Federation
Timor Timur = Timor-Leste
Timor-Leste pengamat = East Timor observer
Pulau Pinang = Penang
Oktober 2025 = October 2025
""".strip().splitlines()

# What stands behind a search, told apart from how it is answered: a pattern that bodies, topics, documents or names of
# meetings hold in data/, roles of participants, levels of bodies, modes.
CHECKED = [
    ("KTT", r"\bKTT\b|\bSummits?\b|Konferensi Tingkat Tinggi|Pertemuan Puncak", {"level": "summit"}),
    ("foreign ministers", r"\bForeign Minister|Ministers of Foreign Affairs|Menteri Luar Negeri", {}),
    ("budaya pencegahan", r"Budaya Pencegahan|Culture of Prevention|'Culture of Prevention'", {}),
    ("pengamat", r"\bobserver|\bpengamat", {"role": "observer"}),
    ("guests", r"\bguests?\b|\btamu\b", {"role": "guest"}),
    ("mitra wicara", r"dialogue partner|mitra wicara|mitra dialog", {"role": "dialogue_partner"}),
    ("hybrid", r"\bhybrid|\bhibrida", {"mode": "hybrid"}),
    ("tatap muka", r"\bin person|tatap muka", {"mode": "in_person"}),
    ("kota cerdas", r"\bsmart cit(y|ies)|\bkota cerdas", {}),
    ("kendaraan listrik", r"electric vehicle|kendaraan listrik", {}),
    ("kelompok kerja", r"working group|kelompok kerja", {"level": "working_group"}),
    ("plan of action", r"plans? of action|action plan|rencana aksi", {}),
    ("haze", r"\bhaze\b|\basap\b", {}),
]


def found(edition: Edition, search: str) -> list[str]:
    """The ids of the meetings that a search finds."""
    return [row.event_id for row in ask(edition, "filtered_events", parameters_of(edition, View(search=search), DAY))]


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of data/."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def printed() -> dict[str, str]:
    """For each meeting outside national coordination what data/ prints of its body, itself, its topics and documents."""
    of_body: dict[str, list[str]] = defaultdict(list)
    of_document: dict[str, list[str]] = defaultdict(list)
    of_event: dict[str, list[str]] = defaultdict(list)
    names = ("name", "name_indonesian", "acronym", "acronym_indonesian", "topic", "topic_indonesian", "venue")
    for target, key, tables in (
        (of_body, "body_id", ("bodies", "body_names")),
        (of_document, "document_id", ("documents", "document_parts")),
        (of_event, "event_id", ("events", "event_topics")),
    ):
        for row in (row for name in tables for row in table(name)):
            target[row[key]] += [row[name] for name in names if row.get(name)]
    for row in table("event_documents"):
        of_event[row["event_id"]] += of_document[row["document_id"]]
    for row in table("participations"):
        of_event[row["event_id"]] += [participant_names()[row["participant_id"]]]
    national = {row["body_id"] for row in table("bodies") if row["organization_id"].endswith("-national")}
    return {
        row["event_id"]: "\n".join(of_body[row["body_id"]] + of_event[row["event_id"]])
        for row in table("events")
        if row["body_id"] not in national
    }


@cache
def participant_names() -> dict[str, str]:
    """All names of each participant."""
    of: dict[str, list[str]] = defaultdict(list)
    for row in table("participants") + table("participant_names"):
        of[row["participant_id"]] += [row["name"], row.get("name_indonesian", "")]
    return {key: "\n".join(names) for key, names in of.items()}


@pytest.mark.parametrize("pair", PAIRS)
def test_both_languages_find_the_same_meetings(real_edition: Edition, pair: str) -> None:
    """A search in Indonesian and its English twin find the same meetings, and some."""
    indonesian, english = pair.split(" = ")
    assert found(real_edition, indonesian) == found(real_edition, english) != []


@pytest.mark.parametrize(("search", "pattern", "facts"), CHECKED)
def test_a_search_finds_what_the_data_print(real_edition: Edition, search: str, pattern: str, facts: dict[str, str]) -> None:
    """The meetings found are those whose rows in data/ hold the words in either language, or the level, role or mode."""
    expected = {event for event, text in printed().items() if re.search(pattern, text, re.IGNORECASE)}
    levels = {row["body_id"] for row in table("bodies") if row["level"] == facts.get("level")}
    expected |= {row["event_id"] for row in table("events") if row["body_id"] in levels or row["mode"] == facts.get("mode")}
    expected |= {row["event_id"] for row in table("participations") if row["role"] == facts.get("role")}
    assert found(real_edition, search) == sorted(expected & set(printed()))


def test_meetings_found_that_were_read_one_by_one(real_edition: Edition) -> None:
    """Electric vehicles: the summit that adopted the declaration, and the ministers whose outcome names the ecosystem."""
    assert len(PAIRS) >= 100
    topics = {row["event_id"] for row in table("event_topics") if "electric vehicle" in row["topic"].lower()}
    assert found(real_edition, "kendaraan listrik") == sorted({"asean-summit-42"} | topics)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("menteri", "menteri luar negeri"),
        ("minister", "menlu"),
        ("budaya", "budaya pencegahan"),
        ("perempuan", "pemuda"),
        ("anggota", "pengamat"),
        ("komite", "komisi"),
        ("Korea Selatan", "Korea Utara"),
        ("Timor-Leste", "Asia Timur"),
        ("pekerja", "tenaga kerja"),
        ("masyarakat sosial-budaya", "pilar sosial-budaya"),
        ("keamanan", "politik-keamanan"),
        ("seni", "senior"),
        ("KTT", "KTT Asia Timur"),
    ],
)
def test_what_differs_is_not_mixed_up(real_edition: Edition, one: str, other: str) -> None:
    """Neighbouring words keep meanings of their own."""
    assert sought(real_edition, one) != sought(real_edition, other)
    assert found(real_edition, one) != found(real_edition, other)


def test_a_level_is_that_of_the_body_alone(real_edition: Edition) -> None:
    """Officials below a summit are not found by "summit": SOCA only where a topic or document of the meeting names one."""
    expected = {event for event, text in printed().items() if re.search(r"\bSummit|\bKTT\b", text)}
    assert {event for event in found(real_edition, "summit") if event.startswith("soca-")} == {
        event for event in expected if event.startswith("soca-")
    }
    assert "soca-35" not in found(real_edition, "summit")


def test_a_pillar_is_found_by_its_name_not_by_its_parts(real_edition: Edition) -> None:
    """The labour ministers belong to the socio-cultural pillar and are no matter of culture."""
    assert "almm-26" in found(real_edition, "pilar sosial budaya")
    assert "almm-26" not in found(real_edition, "budaya")
    assert "almm-26" not in found(real_edition, "cultural")


def test_a_term_belongs_to_one_concept() -> None:
    """No two concepts hold a term that is the same once folded, as "socio-cultural" and "socio cultural" are."""
    concepts: dict[str, set[str]] = defaultdict(set)
    for row in table("search_terms"):
        concepts[fold(row["term"])].add(row["concept_id"])
    assert [term for term, of in concepts.items() if len(of) > 1 or not term] == []
    assert len({row["concept_id"] for row in table("search_terms")}) >= 150


def test_search_terms(small_edition: Edition) -> None:
    """Every term with its concept and language, in order."""
    rows = ask(small_edition, "search_terms")
    assert len(rows) == 18
    assert tuple(rows[0]) == ("art", "en", "art")
    assert [row.term for row in rows if row.concept_id == "culture"] == ["budaya", "culture", "kebudayaan"]


@pytest.mark.parametrize(
    ("search", "entries"),
    [
        ("budaya", (CULTURE,)),
        ("KEBUDAYAAN", (CULTURE,)),
        ("Búdaya", (CULTURE,)),
        ("cultures", (CULTURE,)),
        ("culture's", (CULTURE,)),
        ("budaya-budaya", (CULTURE,)),
        ("budayas", ("budayas",)),
        ("cultur", ("cultur",)),
        ("culture of prevention", (PREVENTION,)),
        ("culture-of-prevention", (PREVENTION,)),
        ("Budaya Pencegahan 2017", (PREVENTION, "2017 ")),
        ("culture of peace", (CULTURE, "peace")),
        ("of the", ("of", "the")),
        ("pencegahan budaya", ("pencegahan", CULTURE)),
        ("budaya culture", (CULTURE,)),
        ("culture-officials-2", ("culture officials 2 ",)),
        ("sosial budaya", ("_pillar_ascc|socio cultural|sosial budaya",)),
        ("Observers, dewan", ("observer|pengamat", "council|dewan")),
        ("19", ("19 ",)),
        ("ke-19", ("ke 19 ",)),
        ("budaya|pengamat", ("budaya pengamat",)),
        ("water|budaya pencegahan", ("water budaya", "pencegahan")),
        ("| budaya |", (CULTURE,)),
        ("", ()),
        ("  ", ()),
        ("?! – ’", ()),
    ],
)
def test_what_a_search_becomes(small_edition: Edition, search: str, entries: tuple[str, ...]) -> None:
    """The longest terms become their concept, other words stay; what separates alternatives cannot be typed."""
    assert sought(small_edition, search) == entries


def test_short_terms_are_whole_words(small_edition: Edition) -> None:
    """Art and its plural, and the Indonesian word: none of them begins another word of up to four letters."""
    assert sought(small_edition, "arts") == ("art |arts |artes |kesenian|seni ",)
    assert found(small_edition, "seni") == ["culture-council-1", "culture-council-2"]
    assert "culture-officials-1" in found(small_edition, "senio")


@pytest.mark.parametrize(
    ("search", "meetings"),
    [
        ("dewan", ["culture-council-1", "culture-council-2", "trade-council-1", "trade-council-2", "trade-council-3"]),
        ("observer", ["culture-officials-2", "league-summit-1", "league-summit-3", "ring-summit-2"]),
        ("ketua", ["culture-officials-1"]),
        ("tuan rumah", ["league-summit-1"]),
        ("cancelled", ["trade-council-3"]),
        ("dibatalkan", ["trade-council-3"]),
        ("cahaya", ["culture-council-1", "league-summit-1"]),
        ("tingkat menteri hybrid", ["trade-council-2"]),
        ("ktt", ["league-summit-1", "league-summit-2", "league-summit-3", "ring-summit-1", "ring-summit-2"]),
        ("budaya trade", []),
    ],
)
def test_roles_levels_states_and_parts_are_found(small_edition: Edition, search: str, meetings: list[str]) -> None:
    """Counted in the fixture's README; who was absent brings no role, a level is that of the body alone."""
    assert found(small_edition, search) == meetings


def test_a_pillar_is_its_meetings(small_edition: Edition) -> None:
    """Two meetings of the Culture Council and five of its officials; national coordination stays out."""
    assert len(found(small_edition, "sosial-budaya")) == 7
    assert found(small_edition, "sosial-budaya") == found(small_edition, "socio cultural")


def test_a_postponed_meeting_is_found(small: Path) -> None:
    """As the cancelled one is, in either language."""
    edit(small, "events.csv", ",cancelled,", ",postponed,")
    edition = build(small, small.parent / "var")
    assert found(edition, "postponed") == found(edition, "ditunda") == ["trade-council-3"]
    assert found(edition, "cancelled") == []


def test_an_organization_is_found_by_its_full_name(small_edition: Edition, real_edition: Edition) -> None:
    """All 13 meetings of the League, whose bodies do not print it; the CICA summits, but not by a word of the name."""
    assert len(found(small_edition, "Liga Negeri")) == 13
    assert found(small_edition, "Liga Negeri") == found(small_edition, "league of lands")
    conference = "Conference on Interaction and Confidence-Building Measures in Asia"
    assert "cica-summit-1" in found(real_edition, conference)
    assert "cica-summit-1" not in found(real_edition, "measures")
