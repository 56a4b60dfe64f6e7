-- What is counted over time, each with the instants from which it was known. Written by the projection, in the transaction
-- that appends the event.
create table trend_failure (
    district_id  text        collate "C" not null,
    failure_id   uuid        not null,
    kind         text        not null,
    happened_on  date        not null,
    reported_at  timestamptz not null,
    cycle_id     uuid,
    site_id      text,
    reviewed_on  date,
    reviewed_at  timestamptz,
    dismissed_at timestamptz,
    taken_up_at  timestamptz,
    primary key (district_id, failure_id)
) with (fillfactor = 80);

create index trend_failure_happened on trend_failure (district_id, happened_on);
create index trend_failure_reviewed on trend_failure (district_id, reviewed_on) where reviewed_on is not null;

-- Which reviews name a factor: by its code, or in words, sealed, with a fingerprint by which the same words recur.
create table trend_factor (
    district_id text        collate "C" not null,
    failure_id  uuid        not null,
    factor_key  text        not null,
    code        text,
    words       text,
    reviewed_on date        not null,
    known_from  timestamptz not null,
    primary key (district_id, failure_id, factor_key)
);

create table trend_action (
    district_id  text        collate "C" not null,
    action_id    uuid        not null,
    failure_id   uuid        not null,
    known_from   timestamptz not null,
    completed_on date,
    done_from    timestamptz,
    primary key (district_id, action_id)
) with (fillfactor = 80);

create index trend_action_of_failure on trend_action (district_id, failure_id);
