-- What the feedback's own events said last of each cycle; rebuilt from them under the name feedback-verdicts.
create table judged_cycle (
    district_id  text   collate "C" not null,
    cycle_id     uuid   not null,
    verdict      text   not null,
    district_seq bigint not null,
    primary key (district_id, cycle_id)
) with (fillfactor = 80);

create table detected_signal (
    district_id  text   collate "C" not null,
    cycle_id     uuid   not null,
    district_seq bigint not null,
    measure_id   uuid   not null,
    rule         text   not null,
    way          text   not null,
    first_period text   not null,
    last_period  text   not null,
    primary key (district_id, cycle_id, district_seq)
);

-- Up to where a district's cycles have been judged: in its own stream, and in what was followed of the cycles' stream.
-- Moved in the transaction that appends what the judging led to, which is why nothing is raised twice.
create table feedback_cursor (
    district_id  text   collate "C" primary key,
    judged_seq   bigint not null,
    followed_seq bigint not null,
    rule_set     text   not null
) with (fillfactor = 50);

-- From here on followed plans tell which aim and change idea a cycle serves. Plans followed before tell it after a rebuild
-- of the read model "feedback": POST /v1/admin/read-models/feedback/rebuild.

-- Which districts have something to judge, and what of the cycles' stream is new, without a look at every step.
create index followed_cycle_started on followed_cycle (district_id) where step = 'started';
create index followed_cycle_in_order on followed_cycle (district_id, district_seq);
