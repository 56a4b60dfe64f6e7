create table coaching_session (
    district_id text        not null,
    session_id  uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    withdrawn   boolean     not null,
    held_on     date        not null,
    coach_key   text        not null,
    people      text[]      not null,
    team_id     uuid,
    cycle_id    uuid,
    primary key (district_id, session_id, version)
);

create unique index coaching_session_current on coaching_session (district_id, session_id)
    where known_until = 'infinity';
create unique index coaching_session_newest on coaching_session (district_id, held_on desc, first_seq desc)
    where known_until = 'infinity';

create table training (
    district_id text        not null,
    training_id uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    withdrawn   boolean     not null,
    held_on     date        not null,
    people      text[]      not null,
    primary key (district_id, training_id, version)
);

create unique index training_current on training (district_id, training_id) where known_until = 'infinity';
create unique index training_newest on training (district_id, held_on desc, first_seq desc)
    where known_until = 'infinity';

create table coach_load (
    district_id text        not null,
    load_id     uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    primary key (district_id, load_id, version)
);
