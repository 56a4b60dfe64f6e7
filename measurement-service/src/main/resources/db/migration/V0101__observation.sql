-- Every version of every observation, insert-only: what was known at an instant is the newest version of each key
-- whose district_seq had been reached by then. Written by the projection, in the transaction that appends the event.
-- One index serves ingest (newest version of a key), series and feedback (a range of periods); it carries what they
-- read, so that a series whose points arrived over years is still read from a few neighbouring pages.
-- "C": ids are compared byte by byte, which is faster than a language's order and never changes with a library.
create table observation (
    district_id   text collate "C" not null,
    measure_id    uuid             not null,
    site_id       text collate "C" not null,
    student_group text collate "C" not null,
    period_start  date             not null,
    version       bigint           not null,
    district_seq  bigint           not null,
    recorded_at   timestamptz      not null,
    status        text collate "C" not null,
    -- the value, numerator or count, by the measure's value type
    amount        numeric,
    denominator   numeric,
    group_size    bigint,
    primary key (district_id, measure_id, site_id, student_group, period_start, version)
        include (district_seq, recorded_at, status, amount, denominator, group_size)
);
