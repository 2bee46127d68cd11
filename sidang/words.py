"""The words for codes of the dataset, in the language of the page."""

from sidang.language import Language

Words = dict[str, str]


def role_words(language: Language) -> Words:
    """Roles at a meeting: "as chair"."""
    _ = language.text
    return {
        "chair": _("as chair"),
        "host": _("as host"),
        "co_organizer": _("as co-organizer"),
        "member": _("as member"),
        "observer": _("as observer"),
        "guest": _("as guest"),
        "dialogue_partner": _("as dialogue partner"),
        "partner": _("as partner"),
        "secretariat": _("as secretariat"),
        "speaker": _("as speaker"),
    }


def status_words(language: Language) -> Words:
    """Statuses of a meeting as they are recorded, whatever the day."""
    _ = language.text
    return {"held": _("held"), "planned": _("planned"), "cancelled": _("cancelled"), "postponed": _("postponed")}


def mode_words(language: Language) -> Words:
    """Modes of a meeting."""
    _ = language.text
    return {
        "in_person": _("in person"),
        "virtual": _("online"),
        "hybrid": _("hybrid"),
        "unknown": _("not known"),
    }


def basis_words(language: Language) -> Words:
    """What a number, a date, a mode or an Indonesian name rests on."""
    _ = language.text
    return {"source": _("a source"), "inferred": _("inferred"), "translation": _("translated")}


def cover_words(language: Language) -> Words:
    """What the dates of a meeting span."""
    _ = language.text
    return {"sitting": _("the sitting"), "series": _("the whole series")}


def level_words(language: Language) -> Words:
    """Levels of bodies."""
    _ = language.text
    return {
        "summit": _("summit"),
        "ministerial": _("ministerial"),
        "senior_official": _("senior officials"),
        "committee": _("committee"),
        "working_group": _("working group"),
        "forum": _("forum"),
        "other": _("other"),
    }


def representation_words(language: Language) -> Words:
    """At which level a participant was represented."""
    _ = language.text
    return {
        "head_of_state_or_government": _("head of state or government"),
        "minister": _("minister"),
        "senior_official": _("senior official"),
        "non_political": _("non-political representative"),
        "not_known": _("not known"),
    }


def attendance_words(language: Language) -> Words:
    """How a participant was present."""
    _ = language.text
    return {
        "in_person": _("in person"),
        "virtual": _("online"),
        "announced": _("announced"),
        "absent": _("absent"),
        "not_known": _("not known"),
    }


def relation_words(language: Language) -> Words:
    """What a meeting did with a document."""
    _ = language.text
    return {"adopted": _("adopted"), "discussed": _("discussed"), "prepared": _("prepared")}


def topic_words(language: Language) -> Words:
    """What a topic was to a meeting."""
    _ = language.text
    return {
        "agenda": _("agenda"),
        "outcome": _("outcome"),
        "deliverable": _("deliverable"),
        "strategic_direction": _("strategic direction"),
    }


def grade_words(language: Language) -> Words:
    """Grades of sources."""
    _ = language.text
    return {"official": _("official"), "press": _("press"), "reference": _("reference work"), "mirror": _("mirror")}


def kind_words(language: Language) -> Words:
    """What a participant is."""
    _ = language.text
    return {
        "state": _("state"),
        "economy": _("economy"),
        "territory": _("territory"),
        "organization": _("organization"),
        "body": _("body"),
        "agency": _("agency"),
        "group": _("group"),
    }


def kind_headings(language: Language) -> Words:
    """Kinds of participants as headings over several of them."""
    _ = language.text
    return {
        "state": _("States"),
        "economy": _("Economies"),
        "territory": _("Territories"),
        "organization": _("Organizations"),
        "body": _("Bodies"),
        "agency": _("Agencies"),
        "group": _("Groups"),
    }


def link_words(language: Language) -> Words:
    """How a meeting is linked to another, which the name of that one follows."""
    _ = language.text
    return {
        "back_to_back": _("back to back with"),
        "reports_to": _("reports to"),
        "same_week": _("in the same week as"),
    }


def office_words(language: Language) -> Words:
    """Offices of a body."""
    _ = language.text
    return {
        "chair": _("Chair of the organization"),
        "executive_director": _("Executive Director"),
        "secretary_general": _("Secretary General"),
    }


def document_words(language: Language) -> Words:
    """Kinds of documents."""
    _ = language.text
    return {
        "declaration": _("declaration"),
        "agreement": _("agreement"),
        "concept_note": _("concept note"),
        "vision": _("vision"),
        "work_plan": _("work plan"),
        "statement": _("statement"),
        "blueprint": _("blueprint"),
        "charter": _("charter"),
        "rules": _("rules"),
        "roadmap": _("roadmap"),
        "catalogue": _("catalogue"),
    }


def field_names(language: Language) -> Words:
    """What the fields of records are called where a page says otherwise of one."""
    _ = language.text
    return {
        "start_date": _("First day"),
        "end_date": _("Last day"),
        "place_id": _("Place"),
        "mode": _("Mode"),
        "ordinal": _("Number"),
        "status": _("Status"),
        "body_id": _("Body"),
        "role": _("Role"),
        "participant_id": _("Participant"),
        "representative": _("Represented by"),
        "adopted_date": _("Adopted"),
        "valid_from": _("Valid from"),
        "parent_body_id": _("Part of"),
        "name_indonesian": _("Indonesian name"),
        "from_date": _("First day"),
        "until_date": _("Last day"),
    }
