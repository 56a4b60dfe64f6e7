create table aim (
    district_id text        not null,
    aim_id      uuid        not null,
    version     bigint      not null,
    set_seq     bigint      not null,
    statement   text        not null,
    measure_id  uuid        not null,
    direction   text        not null,
    baseline    numeric,
    target      numeric     not null,
    population  text        not null,
    site_ids    json        not null,
    by_date     date        not null,
    owner       text        not null,
    changed_at  timestamptz not null,
    primary key (district_id, aim_id)
);

create unique index aim_newest_first on aim (district_id, set_seq desc);
