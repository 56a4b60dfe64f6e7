create table priority (
    district_id text        not null,
    priority_id uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    retired     boolean     not null,
    primary key (district_id, priority_id, version)
);

create unique index priority_oldest_first on priority (district_id, first_seq) where known_until = 'infinity';

create table goal (
    district_id  text        not null,
    goal_id      uuid        not null,
    version      bigint      not null,
    first_seq    bigint      not null,
    known_from   timestamptz not null,
    known_until  timestamptz not null default 'infinity',
    state        json        not null,
    retired      boolean     not null,
    priority_ids text[]      not null,
    owner        text        not null,
    team_id      uuid,
    primary key (district_id, goal_id, version)
);

create unique index goal_newest_first on goal (district_id, first_seq desc) where known_until = 'infinity';
