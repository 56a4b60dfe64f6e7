-- Every version of every prompt; the present one is known until infinity. Written by the projection, in the transaction
-- that appends the event.
create table prompt (
    district_id   text        collate "C" not null,
    prompt_id     uuid        not null,
    version       bigint      not null,
    known_from    timestamptz not null,
    known_until   timestamptz not null default 'infinity',
    cause         text        not null,
    kind          text        not null,
    cycle_id      uuid,
    measure_id    uuid,
    site_id       text,
    student_group text,
    feed_id       uuid,
    what          text        not null,
    opened_at     timestamptz not null,
    state         text        not null,
    holds         boolean     not null,
    evidence      jsonb       not null,
    failure_id    uuid,
    reason        text,
    closed_at     timestamptz,
    closed_by     text,
    ended_why     text,
    ended_at      timestamptz,
    primary key (district_id, prompt_id, version)
) with (fillfactor = 80);

-- Newest first, page by page from the last row seen.
create index prompt_newest on prompt (district_id, opened_at, prompt_id);

-- Up to where has been looked at what was told of a district. No read model: moved in the transaction that appends what
-- the look led to, and untouched by rebuilds, so that a rebuild opens no prompt.
create table prompt_cursor (
    district_id text   collate "C" not null,
    source      text   collate "C" not null,
    last_seq    bigint not null,
    primary key (district_id, source)
) with (fillfactor = 50);
