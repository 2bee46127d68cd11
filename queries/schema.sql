-- The tables of an edition: one for each CSV in data/, in an order in which every reference is already there, and last
-- what the build derives. Dates are text truncated to what a source says (2024, 2024-10, 2024-10-09); the columns that
-- carry real dates are derived from them while loading. Keys are text that a person can read in a link.

create macro first_day(day) as cast(
    case length(day)
        when 4 then day || '-01-01'
        when 7 then day || '-01'
        else day
    end as date
);

create macro last_day_of(day) as case length(day)
    when 4 then cast(day || '-12-31' as date)
    when 7 then last_day(cast(day || '-01' as date))
    else cast(day as date)
end;

create table organizations (
    organization_id text primary key,
    name text not null,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    acronym text,
    kind text not null check (kind in ('organization', 'forum', 'treaty', 'national', 'agency')),
    convened_by text, -- a row of this table; the check sees to it, since a bulk load cannot
    member_term text not null check (member_term in ('member', 'participant', 'high_contracting_party', 'member_economy')),
    founded text check (regexp_full_match(founded, '\d{4}(-\d{2}(-\d{2})?)?')),
    matrix_position integer unique check (matrix_position > 0)
);

create table pillars (
    pillar_id text primary key check (pillar_id in ('apsc', 'aec', 'ascc', 'cross', 'none')),
    name text not null,
    name_indonesian text not null,
    position integer not null unique
);

create table bodies (
    body_id text primary key,
    organization_id text not null references organizations (organization_id),
    parent_body_id text, -- a row of this table
    pillar_id text not null references pillars (pillar_id),
    level text not null check (
        level in ('summit', 'ministerial', 'senior_official', 'committee', 'working_group', 'forum', 'other')
    ),
    name text not null,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    acronym text,
    acronym_indonesian text,
    founded text check (regexp_full_match(founded, '\d{4}(-\d{2}(-\d{2})?)?'))
);

create table body_names (
    body_id text not null references bodies (body_id),
    name text not null,
    language text not null check (language in ('en', 'id', 'und')),
    primary key (body_id, name)
);

create table countries (
    country_id text primary key check (regexp_full_match(country_id, '[A-Z]{3}')),
    name text not null,
    name_indonesian text not null,
    independent_from text check (regexp_full_match(independent_from, '\d{4}(-\d{2}(-\d{2})?)?'))
);

create table places (
    place_id text primary key,
    kind text not null check (kind in ('city', 'area', 'country')),
    name text not null,
    name_indonesian text,
    country_id text not null references countries (country_id),
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    geonames_id integer
);

create table place_names (
    place_id text not null references places (place_id),
    name text not null,
    from_date text check (regexp_full_match(from_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    until_date text check (regexp_full_match(until_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    primary key (place_id, name)
);

create table participants (
    participant_id text primary key,
    kind text not null check (kind in ('state', 'economy', 'territory', 'organization', 'body', 'agency', 'group')),
    name text not null,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    country_id text references countries (country_id),
    organization_id text references organizations (organization_id),
    body_id text references bodies (body_id),
    predecessor_of text -- a row of this table
);

create table participant_names (
    participant_id text not null references participants (participant_id),
    name text not null,
    language text not null check (language in ('en', 'id', 'und')),
    organization_id text references organizations (organization_id),
    primary key (participant_id, name)
);

create table events (
    event_id text primary key,
    body_id text not null references bodies (body_id),
    ordinal integer check (ordinal > 0),
    ordinal_basis text check (ordinal_basis in ('source', 'inferred')),
    name text,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    start_date text check (regexp_full_match(start_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    end_date text check (regexp_full_match(end_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    dates_basis text check (dates_basis in ('source', 'inferred')),
    dates_cover text not null check (dates_cover in ('sitting', 'series')),
    mode text not null check (mode in ('in_person', 'virtual', 'hybrid', 'unknown')),
    mode_basis text check (mode_basis in ('source', 'inferred')),
    place_id text references places (place_id),
    country_id text references countries (country_id),
    venue text,
    status text not null check (status in ('held', 'planned', 'cancelled', 'postponed')),
    note text,
    -- derived: first_day(start_date), last_day_of(end_date or else start_date), year of the first day
    first_day date,
    last_day date,
    year integer
);

create table event_pillars (
    event_id text not null references events (event_id),
    pillar_id text not null references pillars (pillar_id),
    primary key (event_id, pillar_id)
);

create table event_links (
    event_id text not null references events (event_id),
    linked_event_id text not null references events (event_id),
    kind text not null check (kind in ('back_to_back', 'reports_to', 'same_week')),
    primary key (event_id, linked_event_id, kind)
);

create table event_topics (
    event_id text not null references events (event_id),
    position integer not null check (position > 0),
    kind text not null check (kind in ('agenda', 'outcome', 'deliverable', 'strategic_direction')),
    topic text not null,
    topic_indonesian text,
    topic_indonesian_basis text check (topic_indonesian_basis in ('source', 'translation')),
    primary key (event_id, position)
);

create table participations (
    event_id text not null references events (event_id),
    participant_id text not null references participants (participant_id),
    role text not null check (
        role in (
            'chair', 'host', 'co_organizer', 'member', 'observer', 'guest', 'dialogue_partner', 'partner',
            'secretariat', 'speaker'
        )
    ),
    representative text not null default '',
    representative_title text,
    representation text not null check (
        representation in ('head_of_state_or_government', 'minister', 'senior_official', 'non_political', 'not_known')
    ),
    attendance text not null check (attendance in ('in_person', 'virtual', 'announced', 'absent', 'not_known')),
    primary key (event_id, participant_id, role, representative)
);

create table statuses (
    status_id text primary key,
    participant_id text not null references participants (participant_id),
    organization_id text not null references organizations (organization_id),
    track text not null check (track in ('standing', 'accession')),
    status text not null check (
        status in (
            'member', 'observer', 'special_observer', 'dialogue_partner', 'sectoral_dialogue_partner',
            'development_partner', 'partner', 'associate', 'former_member', 'applicant', 'in_principle'
        )
    ),
    sought text check (sought in ('member', 'observer', 'sectoral_dialogue_partner')),
    from_date text check (regexp_full_match(from_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    until_date text check (regexp_full_match(until_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    attested_from text check (regexp_full_match(attested_from, '\d{4}(-\d{2}(-\d{2})?)?')),
    attested_until text check (regexp_full_match(attested_until, '\d{4}(-\d{2}(-\d{2})?)?')),
    basis text,
    -- derived: a standing holds certainly on a day when certain_from <= day < certain_until, possibly when
    -- possible_from <= day < possible_until; an empty possible_* or certain_until is open, an empty certain_from is never
    certain_from date,
    certain_until date,
    possible_from date,
    possible_until date,
    check ((track = 'accession') = (status in ('applicant', 'in_principle'))),
    check ((track = 'accession') = (sought is not null))
);

create table rolls (
    organization_id text not null references organizations (organization_id),
    standing text not null check (
        standing in (
            'member', 'observer', 'special_observer', 'dialogue_partner', 'sectoral_dialogue_partner',
            'development_partner', 'partner', 'associate', 'former_member'
        )
    ),
    complete_from text not null check (regexp_full_match(complete_from, '\d{4}(-\d{2}(-\d{2})?)?')),
    complete_until text check (regexp_full_match(complete_until, '\d{4}(-\d{2}(-\d{2})?)?')),
    primary key (organization_id, standing, complete_from)
);

create table office_terms (
    office_term_id text primary key,
    body_id text not null references bodies (body_id),
    office text not null check (office in ('chair', 'executive_director', 'secretary_general')),
    participant_id text references participants (participant_id),
    holder text,
    from_date text check (regexp_full_match(from_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    until_date text check (regexp_full_match(until_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    basis text
);

create table milestones (
    milestone_id text primary key,
    organization_id text not null references organizations (organization_id),
    body_id text references bodies (body_id),
    participant_id text references participants (participant_id),
    kind text not null check (
        kind in (
            'proposal', 'purpose', 'figures', 'seat', 'announcement', 'programme', 'contact', 'mission', 'decision',
            'accession'
        )
    ),
    date text check (regexp_full_match(date, '\d{4}(-\d{2}(-\d{2})?)?')),
    summary text not null,
    summary_indonesian text not null
);

create table documents (
    document_id text primary key,
    name text not null,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    kind text not null check (
        kind in (
            'declaration', 'agreement', 'concept_note', 'vision', 'work_plan', 'statement', 'blueprint', 'charter',
            'rules', 'roadmap', 'catalogue'
        )
    ),
    adopted_date text check (regexp_full_match(adopted_date, '\d{4}(-\d{2}(-\d{2})?)?')),
    valid_from text check (regexp_full_match(valid_from, '\d{4}(-\d{2}(-\d{2})?)?')),
    valid_to text check (regexp_full_match(valid_to, '\d{4}(-\d{2}(-\d{2})?)?')),
    organization_id text not null references organizations (organization_id),
    pillar_id text not null references pillars (pillar_id),
    note text
);

create table document_parts (
    document_id text not null references documents (document_id),
    position integer not null check (position > 0),
    name text not null,
    name_indonesian text,
    name_indonesian_basis text check (name_indonesian_basis in ('source', 'translation')),
    primary key (document_id, position)
);

create table event_documents (
    event_id text not null references events (event_id),
    document_id text not null references documents (document_id),
    relation text not null check (relation in ('adopted', 'discussed', 'prepared')),
    primary key (event_id, document_id, relation)
);

create table event_document_parts (
    event_id text not null references events (event_id),
    document_id text not null references documents (document_id), -- with position a row of document_parts, as checked
    position integer not null,
    primary key (event_id, document_id, position)
);

create table sources (
    source_id text primary key,
    title text,
    publisher text,
    host text not null,
    url text unique,
    file text unique,
    language text check (regexp_full_match(language, '[a-z]{2}')),
    published text check (regexp_full_match(published, '\d{4}(-\d{2}(-\d{2})?)?')),
    accessed text check (regexp_full_match(accessed, '\d{4}(-\d{2}(-\d{2})?)?')),
    grade text not null check (grade in ('official', 'press', 'reference', 'mirror')),
    check ((url is null) != (file is null))
);

create table citations (
    table_name text not null,
    record_id text not null,
    field text not null default '',
    source_id text not null references sources (source_id),
    stance text not null check (stance in ('supports', 'contradicts')),
    claimed_value text not null default '',
    note text,
    primary key (table_name, record_id, field, source_id, stance, claimed_value)
);

create table conflicts (
    conflict_id text primary key,
    table_name text,
    record_id text,
    field text,
    kept_value text,
    summary text not null,
    summary_indonesian text not null,
    reason text,
    reason_indonesian text
);

create table conflict_claims (
    conflict_id text not null references conflicts (conflict_id),
    position integer not null check (position > 0),
    claimed_value text not null,
    claimed_value_indonesian text,
    source_id text references sources (source_id),
    source_name text,
    primary key (conflict_id, position)
);

create table aliases (
    kind text not null check (kind in ('body', 'event', 'document', 'participant', 'place')),
    old_id text not null,
    new_id text not null,
    primary key (kind, old_id)
);

create table search_terms (
    concept_id text not null,
    language text not null check (language in ('en', 'id', 'und')),
    term text not null unique,
    primary key (concept_id, term)
);

create table topics (
    topic_id text primary key,
    name text not null,
    name_indonesian text not null
);

create table topic_concepts (
    topic_id text not null references topics (topic_id),
    -- a concept of search_terms, as checked
    concept_id text not null unique,
    primary key (topic_id, concept_id)
);

-- Derived by the build. A row of event_details stands at the same place as its meeting in events, so that questions lay
-- them side by side (positional join) without looking up a key.

create table body_tree (
    ancestor_id text not null references bodies (body_id),
    body_id text not null references bodies (body_id),
    depth integer not null,
    primary key (ancestor_id, body_id)
);

create table numbered_spans (
    body_id text not null references bodies (body_id),
    after_year integer,
    until_year integer not null,
    expected_after integer not null,
    expected_up_to integer not null,
    found integer not null,
    known text,
    primary key (body_id, until_year)
);

create table source_sums (
    trait text not null check (trait in ('grade', 'publisher', 'language')),
    value text,
    is_host boolean not null,
    sources integer not null,
    facts integer not null
);

create table event_details (
    event_id text primary key references events (event_id),
    organization_id text not null references organizations (organization_id),
    is_national boolean not null, -- a meeting of the national coordination of one country
    pillar_id text not null references pillars (pillar_id), -- the lead pillar
    level text not null,
    ancestor_ids text[] not null, -- the body and all above it
    participant_rowids integer[] not null, -- who is recorded as taking part, in any role, by their rowid in participants
    involved_pillar_ids text[] not null, -- pillars that a source names besides the lead pillar
    topic_ids text[] not null, -- topics that its agenda or its documents name
    whereabouts text not null, -- the place, or else online, country_only or unknown
    place_name text, -- by its name on the day of the meeting
    place_name_indonesian text,
    country_id text references countries (country_id),
    source_count integer not null, -- distinct pages that support the meeting
    source_rowids bigint[] not null, -- those that support the meeting itself, by their rowid in sources
    participant_count integer not null, -- distinct participants
    country_count integer not null, -- distinct countries from which they came
    text text not null -- folded words by which it may be looked up
);

create table dataset_files ( -- what stands beside the tables in the dataset, as it was when the edition was made
    name text primary key check (name in ('datapackage.json', 'README.md', 'LICENSE.md')),
    content text not null
);

create table edition (
    version text not null,
    content_hash text not null,
    built_at timestamp not null,
    data_until date not null
);
