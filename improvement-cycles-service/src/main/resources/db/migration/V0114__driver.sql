create table driver (
    district_id     text        not null,
    driver_id       uuid        not null,
    version         bigint      not null,
    first_seq       bigint      not null,
    known_from      timestamptz not null,
    known_until     timestamptz not null default 'infinity',
    state           json        not null,
    aim_id          uuid        not null,
    status          text        not null,
    owner_key       text,
    measure_ids     text[]      not null,
    change_idea_ids text[]      not null,
    primary key (district_id, driver_id, version)
);

create unique index driver_newest_first on driver (district_id, first_seq desc) where known_until = 'infinity';
create index driver_by_aim on driver (district_id, aim_id);
