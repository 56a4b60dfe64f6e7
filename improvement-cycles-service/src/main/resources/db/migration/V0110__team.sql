create table team (
    district_id text        not null,
    team_id     uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    disbanded   boolean     not null,
    people      text[]      not null,
    primary key (district_id, team_id, version)
);

create unique index team_newest_first on team (district_id, first_seq desc) where known_until = 'infinity';
create index team_people on team using gin (people) where known_until = 'infinity';
