-- One head a district. Its row lock orders the district's writers, so sequence order is commit order
-- and a reader of this table's sequence can never skip an event that commits late.
create table district_head (
    district_id      text primary key,
    last_seq         bigint      not null check (last_seq >= 0),
    last_recorded_at timestamptz not null
) with (fillfactor = 50);

-- The append-only stream, and the outbox of the relay. Nothing updates or deletes a row.
create table event (
    district_id    text        not null,
    district_seq   bigint      not null,
    event_id       uuid        not null,
    stream_type    text        not null,
    stream_id      uuid        not null,
    stream_version bigint      not null,
    event_type     text        not null,
    schema_version integer     not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    actor          text        not null,
    causation_id   uuid,
    traceparent    text,
    data           json        not null,
    primary key (district_id, district_seq),
    constraint event_stream_version unique (stream_id, stream_version, district_id)
);

-- How far a district's events are known to be on the topic. Written by relays only.
create table relay_cursor (
    district_id text primary key,
    relayed_seq bigint not null default 0
) with (fillfactor = 50);

-- How far a consumer of this service has applied a source's events of a district: one row a district,
-- not one an event, because the sequence has no gaps. A parked row holds back that source and district only.
create table inbox_cursor (
    consumer    text   not null,
    source      text   not null,
    district_id text   not null,
    applied_seq bigint not null default 0,
    parked      text check (parked in ('poison', 'gap')),
    reason      text,
    parked_at   timestamptz,
    primary key (consumer, source, district_id)
) with (fillfactor = 50);

-- Events that arrived while their district was parked. They wait here, not on the topic, so that
-- neither the topic's retention nor a committed offset can lose them.
create table inbox_held (
    consumer     text   not null,
    source       text   not null,
    district_id  text   not null,
    district_seq bigint not null,
    event        text   not null,
    primary key (consumer, source, district_id, district_seq)
);

-- Records on a followed topic that carry no district and sequence and so belong to no sequence.
create table inbox_unreadable (
    consumer    text        not null,
    topic       text        not null,
    partition   integer     not null,
    kafka_offset bigint     not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    primary key (consumer, topic, partition, kafka_offset)
);

-- Progress of a rebuild, for operations to watch, and the guard against two of them at once.
create table read_model_rebuild (
    read_model  text primary key,
    state       text        not null check (state in ('running', 'done', 'failed')),
    events_done bigint      not null,
    started_at  timestamptz not null,
    changed_at  timestamptz not null,
    reason      text
);
