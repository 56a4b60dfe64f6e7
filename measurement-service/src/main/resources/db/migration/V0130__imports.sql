-- An upload of many observations: how far it is and what became of its rows. Changed in the transaction of each chunk, so
-- it never says more or less than what is in.
create table import (
    import_id       uuid        primary key,
    -- null: the rows say of which districts they are
    district_id     text        collate "C",
    -- the districts of the token that sent it; '*' for all
    covered         text[]      not null,
    actor           text        not null,
    traceparent     text,
    form            text        not null,
    gzip            boolean     not null,
    -- the layout as it was when the upload began; null for the rows' own property names
    profile         json,
    dry_run         boolean     not null,
    state           text        not null,
    reason          text,
    started_at      timestamptz not null,
    touched_at      timestamptz not null,
    ended_at        timestamptz,
    lines           bigint      not null default 0,
    recorded        bigint      not null default 0,
    corrected       bigint      not null default 0,
    unchanged       bigint      not null default 0,
    rejected        bigint      not null default 0,
    left_out        bigint      not null default 0,
    other_districts bigint      not null default 0,
    -- which replica works on it, and until when nobody else may
    worker          uuid,
    worker_until    timestamptz
);

create index import_of_district on import (district_id, import_id);
create index import_waiting on import (worker_until) where state in ('waiting', 'running');

-- Rows that were not taken. The original text may tell of a small group: only readers with the scope small-cells see it.
create table import_rejection (
    import_id   uuid   not null references import,
    line        bigint not null,
    district_id text   collate "C",
    code        text   not null,
    field       text,
    remedy      text   not null,
    original    text   not null,
    primary key (import_id, line)
);

-- The bytes of an upload that is worked on after it was acknowledged; gone when it is done.
create table import_part (
    import_id uuid    not null references import,
    part      integer not null,
    bytes     bytea   not null,
    primary key (import_id, part)
);
alter table import_part alter column bytes set storage external;

-- Layouts of files that a district described; insert-only.
create table import_profile (
    district_id text        collate "C" not null,
    name        text        collate "C" not null,
    version     integer     not null,
    profile     json        not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (district_id, name, version)
);
