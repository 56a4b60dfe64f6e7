-- The events of cycles, verdicts, signals and data feeds, with just what this service learns from. Nothing is updated.
create table followed_step (
    district_id    text        collate "C" not null,
    source         text        collate "C" not null,
    district_seq   bigint      not null,
    event_id       uuid        not null,
    type           text        not null,
    schema_version integer     not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    causation_id   uuid,
    cycle_id       uuid,
    feed_id        uuid,
    data           json        not null,
    primary key (district_id, source, district_seq)
);

create index followed_step_of_cycle on followed_step (district_id, cycle_id) where cycle_id is not null;
create index followed_step_of_feed on followed_step (district_id, feed_id, district_seq) where feed_id is not null;
create index followed_step_of_measure on followed_step (district_id, (data ->> 'measureId')) where cycle_id is not null;

-- How measures stand now.
create table followed_measure (
    district_id text collate "C" not null,
    measure_id  uuid not null,
    name        text not null,
    unit        text not null,
    value_type  text not null,
    direction   text not null,
    primary key (district_id, measure_id)
);

-- How data points stand that were ever told with a number. The numbers are absent once they are withdrawn or suppressed.
create table followed_observation (
    district_id    text        collate "C" not null,
    observation_id uuid        not null,
    measure_id     uuid        not null,
    site_id        text        collate "C" not null,
    student_group  text        not null,
    period         text        not null,
    period_start   date        not null,
    source         text        collate "C" not null,
    district_seq   bigint      not null,
    event_id       uuid        not null,
    type           text        not null,
    recorded_at    timestamptz not null,
    value          numeric,
    numerator      numeric,
    denominator    numeric,
    primary key (district_id, observation_id)
) with (fillfactor = 90);

create index followed_observation_series on followed_observation (district_id, measure_id, site_id, period_start);
create index followed_observation_in_order on followed_observation (district_id, source, district_seq);

-- How far each source's events have arrived, as far as they are kept here.
create table followed_reach (
    district_id text   collate "C" not null,
    source      text   collate "C" not null,
    last_seq    bigint not null,
    primary key (district_id, source)
) with (fillfactor = 50);
