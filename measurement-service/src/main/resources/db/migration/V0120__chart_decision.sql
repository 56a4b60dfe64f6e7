-- What people decided of the charts of stored series, insert-only: a chart as it was ordered at an instant is what its
-- decisions up to then say, in order. Written by the projection, in the transaction that appends the event.
create table chart_decision (
    district_id          text collate "C" not null,
    chart_id             uuid             not null,
    version              bigint           not null,
    district_seq         bigint           not null,
    event_id             uuid             not null,
    recorded_at          timestamptz      not null,
    occurred_at          timestamptz      not null,
    actor                text             not null,
    -- baseline_frozen, baseline_withdrawn, rephased or phase_withdrawn
    kind                 text collate "C" not null,
    measure_id           uuid             not null,
    site_id              text collate "C" not null,
    student_group        text collate "C" not null,
    -- the baseline or phase that is set or withdrawn
    decision_id          uuid             not null,
    -- of a baseline, its phase; null for the first one
    phase_id             uuid,
    from_period          text,
    to_period            text,
    first_day            date,
    last_start           date,
    points               integer,
    trial                boolean,
    name                 text,
    different_behaviour  boolean,
    reason_known         boolean,
    desirable            boolean,
    expected_to_continue boolean,
    despite              text,
    decided_by           text             not null,
    why                  text             not null,
    primary key (district_id, chart_id, version)
);

create index chart_decision_of_id on chart_decision (district_id, measure_id, decision_id, version);
