-- The keys of the texts that people wrote, one a field of a report. A text is erased by deleting its key: nothing else can open
-- it, here, in a replay or on the topic. The keys themselves are wrapped with a master key that is not in this database.
-- Keep its backups for a short time only, and apart from the others: an old one brings erased keys back.
create table text_key (
    key_id      uuid  primary key,
    district_id text  not null,
    report_id   uuid  not null,
    field       text  not null,
    master_key  text  not null,
    wrapped     text  not null,
    constraint text_key_of_field unique (report_id, field, district_id)
);

-- Whoever changes the master key looks for what the old one wraps.
create index text_key_master_key on text_key (master_key);

-- One key for fingerprints, by which texts are compared without being read.
create table fingerprint_key (
    single     boolean primary key check (single),
    master_key text    not null,
    wrapped    text    not null
);
