-- One row a version of a barrier: known from when its event was recorded until the next one was.
create table barrier (
    district_id text        not null,
    barrier_id  uuid        not null,
    version     bigint      not null,
    raised_seq  bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null,
    state       text        not null,
    closed      boolean     not null,
    kind        text        not null,
    owner       text,
    owned_until date,
    raised_on   date        not null,
    closed_on   date,
    aim_ids     uuid[]      not null,
    cycle_ids   uuid[]      not null,
    step        text        not null,
    step_on     date,
    actor       text        not null,
    barrier     json        not null,
    primary key (district_id, barrier_id, version)
);

create unique index barrier_current on barrier (district_id, barrier_id) where known_until = 'infinity';
create index barrier_oldest_open on barrier (district_id, closed, raised_on, raised_seq) where known_until = 'infinity';
