create table cycle (
    district_id       text        not null,
    cycle_id          uuid        not null,
    version           bigint      not null,
    planned_seq       bigint      not null,
    state             text        not null,
    change_idea_id    uuid        not null,
    change_idea       text        not null,
    rung              integer     not null,
    previous_cycle_id uuid,
    aim_id            uuid,
    objective         text,
    prediction        json,
    measures          json        not null,
    site_id           text,
    student_group     text        not null,
    planned_start     date,
    planned_end       date,
    owner             text        not null,
    started_on        date,
    study             json,
    decision          text,
    rationale         text,
    decided_on        date,
    adapted_in        uuid,
    changed_at        timestamptz not null,
    primary key (district_id, cycle_id)
);

create unique index cycle_newest_first on cycle (district_id, planned_seq desc);
create index cycle_by_state on cycle (district_id, state, planned_seq desc);
create index cycle_ladder on cycle (district_id, change_idea_id, rung, planned_seq);
create index cycle_next on cycle (district_id, previous_cycle_id) where previous_cycle_id is not null;
create index cycle_by_site on cycle (district_id, site_id, planned_seq desc);
create index cycle_by_aim on cycle (district_id, aim_id, planned_seq desc);

create table cycle_note (
    district_id text        not null,
    cycle_id    uuid        not null,
    version     bigint      not null,
    note        text        not null,
    noted_on    date        not null,
    actor       text        not null,
    recorded_at timestamptz not null,
    primary key (district_id, cycle_id, version)
);
