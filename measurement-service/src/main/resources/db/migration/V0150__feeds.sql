-- Every version of every data feed, insert-only: what was expected at an instant are the terms known by then. Written by
-- the projection, in the transaction that appends the event.
create table feed (
    district_id   text        collate "C" not null,
    feed_id       uuid        not null,
    version       bigint      not null,
    district_seq  bigint      not null,
    registered_at timestamptz not null,
    changed_at    timestamptz not null,
    retired       boolean     not null,
    terms         json        not null,
    primary key (district_id, feed_id, version)
);

-- Deliveries that were said to be late, and whether they have arrived since. Written by the projection.
create table feed_delivery (
    district_id   text        collate "C" not null,
    feed_id       uuid        not null,
    measure_id    uuid        not null,
    site_id       text        collate "C" not null,
    period_start  date        not null,
    version       bigint      not null,
    student_group text        collate "C" not null,
    period        text        not null,
    period_end    date        not null,
    due_on        date        not null,
    late_since    timestamptz not null,
    arrived_at    timestamptz,
    primary key (district_id, feed_id, measure_id, site_id, period_start)
) with (fillfactor = 80);

create index feed_delivery_late on feed_delivery
    (district_id, feed_id, due_on, measure_id, site_id, period_start) where arrived_at is null;

-- Which period of a feed, measure and site is judged next, and when. Where the clock has come to, no read model: changed
-- in the transaction that appends what was late. Nothing is lost with it: judging a period again says nothing anew.
create table feed_expectation (
    district_id text        collate "C" not null,
    feed_id     uuid        not null,
    measure_id  uuid        not null,
    -- '': look for sites of which the measure has been told
    site_id     text        collate "C" not null,
    first_start date        not null,
    next_start  date        not null,
    due_at      timestamptz not null,
    -- what was due before we knew that it was expected is judged as of this instant
    known_at    timestamptz not null,
    primary key (district_id, feed_id, measure_id, site_id)
) with (fillfactor = 80);

create index feed_expectation_due on feed_expectation (due_at, district_id);

-- Up to which event a district has been searched for arrivals of what is late.
create table feed_watch (
    district_id text   collate "C" primary key,
    checked_seq bigint not null
);
