-- A failure or near-failure as it stands now, with its review once there is one. Written by the projection,
-- in the transaction that appends the event.
create table failure (
    failure_id           uuid        primary key,
    district_id          text        not null,
    version              bigint      not null,
    kind                 text        not null,
    state                text        not null,
    what_happened        text        not null,
    happened_at          timestamptz not null,
    impact               text        not null,
    kept_from_worse      text,
    cycle_id             uuid,
    site_id              text,
    reported_at          timestamptz not null,
    reported_by          text        not null,
    reviewed_on          date,
    contributing_factors text[]      not null default '{}',
    went_well            text[]      not null default '{}',
    lessons              text[]      not null default '{}'
) with (fillfactor = 80);

-- Lists are newest first, page by page from the last row seen.
create index failure_newest on failure (district_id, happened_at, failure_id);
create index failure_of_cycle on failure (district_id, cycle_id, happened_at, failure_id) where cycle_id is not null;
create index failure_reviewed on failure (district_id, reviewed_on, failure_id) where reviewed_on is not null;

-- Which reviews name a factor; the key is the factor in lower case, so that "Staffing" and "staffing" recur together.
create table failure_factor (
    district_id text not null,
    factor_key  text not null,
    reviewed_on date not null,
    failure_id  uuid not null,
    primary key (district_id, factor_key, reviewed_on, failure_id)
);

create table failure_action (
    action_id    uuid    primary key,
    district_id  text    not null,
    failure_id   uuid    not null,
    position     integer not null,
    what         text    not null,
    owner        text    not null,
    due          date    not null,
    done         boolean not null default false,
    completed_on date,
    result       text
) with (fillfactor = 80);

-- What is due first comes first, and what is done comes last.
create index failure_action_due on failure_action (district_id, done, due, action_id);
create index failure_action_of_failure on failure_action (failure_id, position);
