-- Every event of every service, as it arrived; nothing is updated or deleted. Filled by one inbox from all topics.
create table history (
    district_id       text        not null,
    source            text        not null,
    district_seq      bigint      not null,
    event_id          uuid        not null,
    type              text        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    occurred_at       timestamptz not null,
    recorded_at       timestamptz not null,
    actor             text        not null,
    causation_id      uuid,
    data              json        not null,
    primary key (district_id, source, district_seq)
);

-- The timeline's order is recorded_at, source, district_seq; the few events of one recorded_at are sorted while they are
-- read, so that these keys stay short: every event pays for each of them.
create index history_timeline on history (district_id, recorded_at);
-- The same order within a type: a list of types or sources is a merge of such ranges.
create index history_type_timeline on history (district_id, type, recorded_at);
create index history_aggregate on history (aggregate_id);
create index history_occurred on history (district_id, occurred_at);

-- Which types there are, a few dozen rows: filters by prefix or source become lists of types.
create table history_type (
    source text not null,
    type   text not null,
    primary key (source, type)
);
