-- What can be found of failures: the texts sealed, their words as fingerprints that tell no word. A text that is erased goes
-- from here in the transaction that erases it. Written by the projection, in the transaction that appends the event.
create table search_text (
    district_id text     collate "C" not null,
    document_id uuid     not null,
    kind        text     not null,
    failure_id  uuid,
    cycle_id    uuid,
    site_id     text,
    on_date     date     not null,
    position    integer  not null,
    parts       json     not null,
    words       tsvector not null,
    primary key (district_id, document_id)
);

create index search_text_words on search_text using gin (words);
create index search_text_of_failure on search_text (district_id, failure_id);
create index search_text_newest on search_text (district_id, kind, on_date, document_id);

-- The fingerprints of words and of their trigrams, by which a mistyped word finds similar ones. (pg_trgm compares words that
-- it can read; here nobody can.)
create table search_word (
    district_id text     collate "C" not null,
    document_id uuid     not null,
    word        text     collate "C" not null,
    trigrams    bigint[] not null,
    primary key (district_id, word, document_id)
);

create index search_word_trigrams on search_word using gin (trigrams);
create index search_word_of_document on search_word (district_id, document_id);

-- Where and in what the failures happened.
create table search_failure (
    district_id text collate "C" not null,
    failure_id  uuid not null,
    cycle_id    uuid,
    site_id     text,
    primary key (district_id, failure_id)
);

-- The same of cycle studies, as the cycles' topic tells them. Their texts are not sealed there either.
create table search_study (
    district_id text     collate "C" not null,
    document_id uuid     not null,
    kind        text     not null,
    failure_id  uuid,
    cycle_id    uuid,
    site_id     text,
    on_date     date     not null,
    position    integer  not null,
    parts       json     not null,
    words       tsvector not null,
    primary key (district_id, document_id)
);

create index search_study_words on search_study using gin (words);

create table search_study_word (
    district_id text     collate "C" not null,
    document_id uuid     not null,
    word        text     collate "C" not null,
    trigrams    bigint[] not null,
    primary key (district_id, word, document_id)
);

create index search_study_word_trigrams on search_study_word using gin (trigrams);
create index search_study_word_of_document on search_study_word (district_id, document_id);

-- What each cycle is about.
create table search_cycle (
    district_id    text   collate "C" not null,
    cycle_id       uuid   not null,
    change_idea_id uuid,
    change_idea    text,
    aim_id         uuid,
    objective      text,
    prediction     text,
    measure_ids    uuid[] not null,
    site_id        text,
    primary key (district_id, cycle_id)
) with (fillfactor = 90);
