-- One row a version, so that aims can be read as of any instant. What is there now is kept as the first version known; a
-- rebuild of the read model "aims" brings back the versions before it.
alter table aim rename to aim_before;
alter table aim_before rename constraint aim_pkey to aim_before_pkey;

create table aim (
    district_id text        not null,
    aim_id      uuid        not null,
    version     bigint      not null,
    first_seq   bigint      not null,
    known_from  timestamptz not null,
    known_until timestamptz not null default 'infinity',
    state       json        not null,
    status      text        not null,
    merged_into uuid,
    measure_id  uuid        not null,
    site_ids    text[]      not null,
    by_date     date        not null,
    owner_key   text        not null,
    team_id     uuid,
    goal_ids    text[]      not null,
    primary key (district_id, aim_id, version)
);

insert into aim (district_id, aim_id, version, first_seq, known_from, state, status, measure_id, site_ids, by_date,
    owner_key, goal_ids)
select district_id, aim_id, version, set_seq, changed_at,
    json_build_object('state', 'active', 'agreed', json_strip_nulls(json_build_object(
        'aimId', aim_id, 'statement', statement, 'measureId', measure_id, 'direction', direction, 'baseline', baseline,
        'target', target, 'population', population, 'siteIds', site_ids, 'by', by_date, 'owner', owner))),
    'active', measure_id, array(select json_array_elements_text(site_ids)), by_date, lower(owner), '{}'
from aim_before;

drop table aim_before;

create unique index aim_newest_first on aim (district_id, first_seq desc) where known_until = 'infinity';
create index aim_merged_into on aim (district_id, merged_into) where merged_into is not null;
create index aim_by_team on aim (district_id, team_id) where known_until = 'infinity' and team_id is not null;
