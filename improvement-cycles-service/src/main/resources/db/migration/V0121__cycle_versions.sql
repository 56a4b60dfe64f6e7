-- A cycle as it was known from one event on until the next: version rows instead of one row that is overwritten. What was
-- in the table before is kept as it stood; rebuild the read model "cycles" once and the past is there too:
-- POST /v1/admin/read-models/cycles/rebuild.
create table cycle_version (
    district_id       text        not null,
    cycle_id          uuid        not null,
    version           bigint      not null,
    planned_seq       bigint      not null,
    known_from        timestamptz not null,
    known_until       timestamptz not null,
    state             text        not null,
    change_idea_id    uuid        not null,
    rung              integer     not null,
    previous_cycle_id uuid,
    aim_id            uuid,
    team_id           uuid,
    site_ids          text[]      not null,
    owner             text        not null,
    planned_start     date,
    planned_end       date,
    started_on        date,
    decided_on        date,
    decision          text,
    data              json        not null,
    primary key (district_id, cycle_id, version)
);

insert into cycle_version
select district_id, cycle_id, version, planned_seq, changed_at, 'infinity', state, change_idea_id, rung,
    previous_cycle_id, aim_id, null, case when site_id is null then '{}' else array [site_id] end, owner, planned_start,
    planned_end, started_on, decided_on, decision,
    json_build_object(
        'plan', json_build_object('cycleId', cycle_id, 'changeIdeaId', change_idea_id, 'changeIdea', change_idea,
            'previousCycleId', previous_cycle_id, 'rung', rung, 'aimId', aim_id, 'objective', objective,
            'prediction', prediction, 'measures', measures, 'siteId', site_id, 'studentGroup', student_group,
            'plannedStart', planned_start, 'plannedEnd', planned_end, 'owner', owner),
        'state', state, 'startedOn', started_on, 'study', study,
        'decision', case when decision is null then null else json_build_object('cycleId', cycle_id, 'decision', decision,
            'rationale', rationale, 'decidedOn', decided_on, 'nextCycleId', adapted_in) end)
from cycle;

drop table cycle;
alter table cycle_version rename to cycle;
alter index cycle_version_pkey rename to cycle_pkey;

-- Lists go down planned_seq, each with the one row of a cycle that is known at the instant asked for.
create index cycle_newest_first on cycle (district_id, planned_seq desc, version desc);
create index cycle_current on cycle (district_id, planned_seq desc) where known_until = 'infinity';
create index cycle_ladder on cycle (district_id, change_idea_id, rung, planned_seq);
create index cycle_next on cycle (district_id, previous_cycle_id) where previous_cycle_id is not null;
create index cycle_by_aim on cycle (district_id, aim_id, planned_seq desc) where known_until = 'infinity';
create index cycle_by_team on cycle (district_id, team_id, planned_seq desc) where known_until = 'infinity';

alter table cycle_note add column kind text not null default 'observation';
