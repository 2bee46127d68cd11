"""The words, letters and colours of statuses. An organization's own term for its members is used everywhere."""

from typing import Any

from sidang.language import Language

STANDINGS = (
    "member", "special_observer", "observer", "dialogue_partner", "sectoral_dialogue_partner", "development_partner",
    "partner", "associate", "former_member",
)  # fmt: skip
GROUPS = {
    "member": "member",
    "special_observer": "observer",
    "observer": "observer",
    "dialogue_partner": "partner",
    "sectoral_dialogue_partner": "partner",
    "development_partner": "partner",
    "partner": "partner",
    "associate": "partner",
    "former_member": "former",
}
ABSENCES = ("no", "not_known", "organization_not_yet", "state_not_yet")


def member_word(language: Language, member_term: str) -> str:
    """What an organization calls one of its members."""
    _ = language.text
    return {
        "member": _("member"),
        "participant": _("participant"),
        "high_contracting_party": _("high contracting party"),
        "member_economy": _("member economy"),
    }[member_term]


def standing_word(language: Language, status: str, member_term: str = "member") -> str:
    """A standing in words: "observer", "high contracting party"."""
    _ = language.text
    return {
        "member": member_word(language, member_term),
        "observer": _("observer"),
        "special_observer": _("special observer"),
        "dialogue_partner": _("dialogue partner"),
        "sectoral_dialogue_partner": _("sectoral dialogue partner"),
        "development_partner": _("development partner"),
        "partner": _("partner"),
        "associate": _("associate"),
        "former_member": _("former member"),
    }[status]


def standing_count(language: Language, status: str, member_term: str, n: int) -> str:
    """How many hold a standing: "11 members", "1 special observer"."""
    if status == "member":
        return {
            "member": lambda: language.count("{n} member", "{n} members", n),
            "participant": lambda: language.count("{n} participant", "{n} participants", n),
            "high_contracting_party": lambda: language.count(
                "{n} high contracting party", "{n} high contracting parties", n
            ),
            "member_economy": lambda: language.count("{n} member economy", "{n} member economies", n),
        }[member_term]()
    return {
        "observer": lambda: language.count("{n} observer", "{n} observers", n),
        "special_observer": lambda: language.count("{n} special observer", "{n} special observers", n),
        "dialogue_partner": lambda: language.count("{n} dialogue partner", "{n} dialogue partners", n),
        "sectoral_dialogue_partner": lambda: language.count(
            "{n} sectoral dialogue partner", "{n} sectoral dialogue partners", n
        ),
        "development_partner": lambda: language.count("{n} development partner", "{n} development partners", n),
        "partner": lambda: language.count("{n} partner", "{n} partners", n),
        "associate": lambda: language.count("{n} associate", "{n} associates", n),
        "former_member": lambda: language.count("{n} former member", "{n} former members", n),
    }[status]()


def accession_word(language: Language, status: str, sought: str) -> str:
    """A step of accession in words, with what is sought."""
    _ = language.text
    wish = {
        "member": _("membership"),
        "observer": _("observer status"),
        "sectoral_dialogue_partner": _("sectoral dialogue partnership"),
    }[sought]
    if status == "applicant":
        return _("applied for: {sought}", sought=wish)
    return _("agreed in principle: {sought}", sought=wish)


def status_word(language: Language, row: Any) -> str:
    """A status of either track in words; `row` has track, status, sought and, where it is known, member_term."""
    if row.track == "accession":
        return accession_word(language, row.status, row.sought)
    return standing_word(language, row.status, getattr(row, "member_term", "member"))


def letters(language: Language) -> dict[str, str]:
    """The letters by which the matrix tells a standing, in the order of STANDINGS."""
    _ = language.text
    found = (_("M"), _("SO"), _("O"), _("DP"), _("SDP"), _("DvP"), _("P"), _("A"), _("FM"))
    return dict(zip(STANDINGS, found, strict=True))


def absence_marks() -> dict[str, str]:
    """The marks of an empty cell: no; not known (hatched); organization, state not yet."""
    return dict(zip(ABSENCES, ("–", "▨", "·", "◇"), strict=True))


def absence_word(language: Language, absence: str) -> str:
    """What an empty standing means, in words."""
    _ = language.text
    return {
        "no": _("no"),
        "not_known": _("not known"),
        "organization_not_yet": _("the organization did not exist yet"),
        "state_not_yet": _("the state did not exist yet"),
    }[absence]


def standing_at_meeting(language: Language, rows: list[Any]) -> str:
    """Which standing a participant had on the day of a meeting: "observer, member from 26 Oct 2025", "possibly member".

    `rows` are those of standings_at_meetings.sql for one participation, with member_term.
    """
    _ = language.text
    absences = {"none": "", "no": _("no standing"), "not_known": _("standing not known")}
    found = [absences[rows[0].absence]] if rows[0].is_later else []
    for row in rows:
        if row.status is None:
            return absences[row.absence]
        word = standing_word(language, row.status, row.member_term)
        if row.is_later:
            word = _("{standing} from {day}", standing=word, day=language.date(row.status_from_date))
        elif not row.is_certain:
            word = _("possibly {status}", status=word)
        found.append(word)
    return ", ".join(dict.fromkeys(found))
