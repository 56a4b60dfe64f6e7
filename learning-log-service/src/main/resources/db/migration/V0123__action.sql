-- Every version of every action; the present one is known until infinity. Written by the projection, in the transaction
-- that appends the event. The number counts the versions, the version counts what happened in the action's own stream.
create table action (
    district_id   text        collate "C" not null,
    action_id     uuid        not null,
    number        bigint      not null,
    version       bigint      not null,
    known_from    timestamptz not null,
    known_until   timestamptz not null default 'infinity',
    failure_id    uuid        not null,
    position      integer     not null,
    what          text        not null,
    owner         text        not null,
    owner_revised boolean     not null default false,
    owner_key     text,
    due           date        not null,
    done          boolean     not null default false,
    completed_on  date,
    result        text,
    measure_id    uuid,
    cycle_id      uuid,
    reason        text,
    revisions     integer     not null default 0,
    reminded_for  date,
    reminded_rank integer,
    reminded_at   timestamptz,
    primary key (district_id, action_id, number)
) with (fillfactor = 80);

-- What is due first comes first, and what is done comes last.
create index action_due_first on action (district_id, done, due, action_id);
-- What the clock looks for: whatever is open and due soon, in any district.
create index action_open on action (due) where known_until = 'infinity' and not done;

-- Where and in what the failures happened.
create table action_failure (
    district_id text collate "C" not null,
    failure_id  uuid not null,
    cycle_id    uuid,
    site_id     text,
    primary key (district_id, failure_id)
);
