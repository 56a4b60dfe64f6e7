-- What measurement-service said of each cycle, a row for each time it said something else. known_from and known_until are
-- that service's own recorded_at, so that a rebuild makes the same rows; 'infinity' while it still says so.
create table told_verdict (
    district_id  text        collate "C" not null,
    cycle_id     uuid        not null,
    district_seq bigint      not null,
    known_from   timestamptz not null,
    known_until  timestamptz not null,
    event_id     uuid        not null,
    verdict      text        not null,
    data         json        not null,
    primary key (district_id, cycle_id, district_seq)
);

-- What a measure counts never changes: one row each.
create table told_measure (
    district_id text        collate "C" not null,
    measure_id  uuid        not null,
    name        text        not null,
    value_type  text        not null,
    unit        text        not null,
    better      text        not null,
    period      text        not null,
    known_from  timestamptz not null,
    primary key (district_id, measure_id)
);

-- Every data point as it was published, a row for each time it was told differently. Small groups have no number here:
-- they have none on the topic.
create table told_point (
    district_id   text        collate "C" not null,
    measure_id    uuid        not null,
    site_id       text        collate "C" not null,
    student_group text        collate "C" not null,
    period_start  date        not null,
    district_seq  bigint      not null,
    known_from    timestamptz not null,
    known_until   timestamptz not null,
    -- when the sender had the number, as it says
    told_at       timestamptz not null,
    period_end    date        not null,
    period        text        not null,
    status        text        not null,
    amount        numeric,
    denominator   numeric,
    primary key (district_id, measure_id, site_id, student_group, period_start, district_seq)
);
