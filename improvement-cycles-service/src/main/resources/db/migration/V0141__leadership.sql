create table leadership_review (
    district_id text        not null,
    review_id   uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    withdrawn   boolean     not null,
    held_on     date        not null,
    aim_ids     text[]      not null,
    primary key (district_id, review_id, version)
);

create unique index leadership_review_current on leadership_review (district_id, review_id)
    where known_until = 'infinity';
create unique index leadership_review_newest on leadership_review (district_id, held_on desc, first_seq desc)
    where known_until = 'infinity';

create table leadership_cadence (
    district_id text        not null,
    cadence_id  uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    primary key (district_id, cadence_id, version)
);
