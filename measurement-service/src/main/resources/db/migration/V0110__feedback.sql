-- The steps of a cycle that feedback needs, as the cycles topic told them. Nothing is updated: what was known at an
-- instant are the steps recorded by then.
create table followed_cycle (
    district_id  text        collate "C" not null,
    cycle_id     uuid        not null,
    district_seq bigint      not null,
    event_id     uuid        not null,
    recorded_at  timestamptz not null,
    step         text        not null,
    data         json        not null,
    primary key (district_id, cycle_id, district_seq)
);

-- Failures and near-failures that name a cycle, as the learning topic told them.
create table followed_failure (
    district_id          text        collate "C" not null,
    failure_id           uuid        not null,
    cycle_id             uuid        not null,
    event_id             uuid        not null,
    reported_recorded_at timestamptz not null,
    kind                 text        not null,
    what_happened        text        not null,
    happened_at          text        not null,
    reviewed_on          date,
    reviewed_recorded_at timestamptz,
    primary key (district_id, failure_id)
);

create index followed_failure_of_cycle on followed_failure (district_id, cycle_id, failure_id);
