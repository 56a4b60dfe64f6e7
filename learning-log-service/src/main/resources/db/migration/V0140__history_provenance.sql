-- The trace context of the request behind an event, so that an export is the event as it was on the topic. Absent for
-- what arrived before this column was there; a rebuild of the read model fills it.
alter table history add column traceparent text;

-- One event by its id, and what an event led to, in the order of the timeline.
create index history_event on history (event_id);
create index history_effect on history (district_id, causation_id, recorded_at, source, district_seq)
    where causation_id is not null;
create index history_actor_timeline on history (district_id, actor, recorded_at);

-- The hashes of each full block of 1,024 numbers of a sequence, so that a partner's check of a million events reads a
-- thousand rows. Written with the event that fills the block; docs/events/reconciliation.md says what is hashed.
create table history_block (
    district_id    text   not null,
    source         text   not null,
    block          bigint not null,
    events_hash    bytea  not null,
    published_hash bytea  not null,
    primary key (district_id, source, block)
);

insert into history_block (district_id, source, block, events_hash, published_hash)
select district_id, source, (district_seq - 1) / 1024,
    sha256(convert_to(string_agg(concat_ws(E'\t', district_seq, event_id, type, aggregate_type || '/' || aggregate_id)
        || E'\n', '' order by district_seq), 'UTF8')),
    sha256(convert_to(string_agg(concat_ws(E'\t', district_seq, event_id,
        encode(sha256(convert_to(data::text, 'UTF8')), 'hex')) || E'\n', '' order by district_seq), 'UTF8'))
from history
group by district_id, source, (district_seq - 1) / 1024
having count(*) = 1024;
