create table idea_assessment (
    district_id    text        not null,
    assessment_id  uuid        not null,
    version        bigint      not null,
    first_seq      bigint      not null,
    known_from     timestamptz not null,
    known_until    timestamptz not null default 'infinity',
    state          json        not null,
    withdrawn      boolean     not null,
    change_idea_id uuid        not null,
    by_key         text        not null,
    primary key (district_id, assessment_id, version)
);

create unique index idea_assessment_newest on idea_assessment (district_id, first_seq desc)
    where known_until = 'infinity';
create index idea_assessment_of_idea on idea_assessment (district_id, change_idea_id, first_seq desc)
    where known_until = 'infinity';
