create table work_limit (
    district_id text        not null,
    limit_id    uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    team_id     uuid,
    primary key (district_id, limit_id, version)
);

create unique index work_limit_oldest on work_limit (district_id, first_seq) where known_until = 'infinity';

create table stall_limit (
    district_id text        not null,
    limit_id    uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    primary key (district_id, limit_id, version)
);
