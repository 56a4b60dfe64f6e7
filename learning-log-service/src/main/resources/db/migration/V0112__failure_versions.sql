-- Every version of every failure, as it was known from and until an instant; the present one until infinity. Texts are sealed.
-- Written by the projection, in the transaction that appends the event. The tables before were of no release.
drop table failure, failure_factor, failure_action;

create table failure (
    district_id          text        not null,
    failure_id           uuid        not null,
    version              bigint      not null,
    known_from           timestamptz not null,
    known_until          timestamptz not null default 'infinity',
    kind                 text        not null,
    state                text        not null,
    happened_at          timestamptz not null,
    what_happened        text        not null,
    impact               text,
    kept_from_worse      text,
    place                text,
    site_id              text,
    cycle_id             uuid,
    aim_id               uuid,
    measure_id           uuid,
    links                text[],
    anonymous            boolean     not null,
    reported_at          timestamptz not null,
    reported_by          text        not null,
    review_by            date,
    facilitator          text,
    triage_note          text,
    dismissed_because    text,
    reviewed_on          date,
    review               json,
    timeline             json,
    closed_at            timestamptz,
    open_actions_because text,
    primary key (failure_id, version)
) with (fillfactor = 80);

-- Lists are newest first, page by page from the last row seen; whoever asks for the past reads the second index.
create index failure_newest on failure (district_id, happened_at, failure_id) where known_until = 'infinity';
create index failure_newest_then on failure (district_id, happened_at, failure_id, known_from);
create index failure_of_cycle on failure (district_id, cycle_id, happened_at, failure_id)
    where known_until = 'infinity' and cycle_id is not null;
create index failure_reviewed on failure (district_id, reviewed_on, failure_id)
    where known_until = 'infinity' and reviewed_on is not null;

-- Which reviews name a factor. The key is the code of the taxonomy, or the fingerprint of the words in lower case, so that
-- "Staffing" and "staffing" recur together and the words cannot be read.
create table failure_factor (
    district_id text        not null,
    factor_key  text        not null,
    failure_id  uuid        not null,
    in_words    boolean     not null,
    reviewed_on date        not null,
    known_from  timestamptz not null,
    primary key (district_id, factor_key, failure_id)
);

create index failure_factor_newest on failure_factor (district_id, factor_key, reviewed_on, failure_id);

create table failure_action (
    action_id    uuid        primary key,
    district_id  text        not null,
    failure_id   uuid        not null,
    position     integer     not null,
    known_from   timestamptz not null,
    what         text        not null,
    owner        text        not null,
    due          date        not null,
    measure_id   uuid,
    done         boolean     not null default false,
    done_from    timestamptz,
    completed_on date,
    result       text
) with (fillfactor = 80);

-- What is due first comes first, and what is done comes last.
create index failure_action_due on failure_action (district_id, done, due, action_id);
create index failure_action_of_failure on failure_action (failure_id, position);

-- Factors that districts added to those that come with the service.
create table factor (
    district_id text        not null,
    code        text        not null,
    name        text        not null,
    question    text        not null,
    added_by    text        not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    primary key (district_id, code)
);
