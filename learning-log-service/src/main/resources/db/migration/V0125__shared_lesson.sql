-- What districts share with all others: redacted versions, sealed like all texts. A withdrawn one is not here.
create table shared_lesson (
    lesson_id   uuid        not null,
    district_id text        collate "C" not null,
    version     bigint      not null,
    of_failure  boolean     not null,
    text        text        not null,
    from_name   text,
    shared_at   timestamptz not null,
    words       tsvector    not null,
    primary key (lesson_id, district_id)
);

create index shared_lesson_newest on shared_lesson (shared_at, lesson_id);
create index shared_lesson_words on shared_lesson using gin (words);
