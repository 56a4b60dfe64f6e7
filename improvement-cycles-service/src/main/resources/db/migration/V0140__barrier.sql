create table barrier (
    district_id text        not null,
    barrier_id  uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    standing    text        not null,
    closed      boolean     not null,
    kind        text        not null,
    owner_key   text,
    owned_until date,
    raised_on   date        not null,
    aim_ids     text[]      not null,
    cycle_ids   text[]      not null,
    primary key (district_id, barrier_id, version)
);

create unique index barrier_current on barrier (district_id, barrier_id) where known_until = 'infinity';
create unique index barrier_oldest_open on barrier (district_id, closed, raised_on, first_seq)
    where known_until = 'infinity';
