-- The thresholds of a district, insert-only, each in force from an event on.
create table suppression_threshold (
    district_id text collate "C" not null,
    from_seq    bigint           not null,
    version     bigint           not null,
    fewer_than  int              not null,
    primary key (district_id, from_seq)
);

-- What follows is no read model but a record of what has been shown: it is not rebuilt from events.

-- Periods of a measure of which the district's own total has been told. Only there can a site's total be worked out.
create table judged_period (
    district_id  text collate "C" not null,
    measure_id   uuid             not null,
    period_start date             not null,
    primary key (district_id, measure_id, period_start)
);

-- The size of each total last shown, in such a period.
create table shown_total (
    district_id  text collate "C" not null,
    measure_id   uuid             not null,
    period_start date             not null,
    site_id      text collate "C" not null,
    people       numeric,
    group_size   numeric,
    primary key (district_id, measure_id, period_start, site_id)
);

-- Totals that are hidden from an event on, though not (only) for their own size.
create table withheld_total (
    district_id  text collate "C" not null,
    measure_id   uuid             not null,
    site_id      text collate "C" not null,
    period_start date             not null,
    from_seq     bigint           not null,
    primary key (district_id, measure_id, site_id, period_start)
);

create index withheld_total_since on withheld_total (district_id, from_seq) include (measure_id, site_id, period_start);

-- Periods of a measure whose student groups a reader has seen: from then on their pattern is fixed.
create table released_period (
    district_id  text collate "C" not null,
    measure_id   uuid             not null,
    period_start date             not null,
    released_seq bigint           not null,
    primary key (district_id, measure_id, period_start)
);

-- The version of a group's number that is shown; of any other group and version nothing is.
create table released_cell (
    district_id   text collate "C" not null,
    measure_id    uuid             not null,
    site_id       text collate "C" not null,
    student_group text collate "C" not null,
    period_start  date             not null,
    district_seq  bigint           not null,
    primary key (district_id, measure_id, site_id, student_group, period_start)
);
