create table change_idea (
    district_id    text        not null,
    change_idea_id uuid        not null,
    version        bigint      not null,
    first_seq      bigint      not null,
    known_from     timestamptz not null,
    known_until    timestamptz not null default 'infinity',
    state          json        not null,
    status         text        not null,
    merged_into    uuid,
    title          text        not null,
    words          text        not null,
    owner_key      text        not null,
    strength       text        not null,
    shared         boolean     not null,
    primary key (district_id, change_idea_id, version)
);

create unique index change_idea_newest_first on change_idea (district_id, first_seq desc)
    where known_until = 'infinity';
create index change_idea_merged_into on change_idea (district_id, merged_into) where merged_into is not null;
create index change_idea_shared on change_idea (known_from desc, change_idea_id desc)
    where known_until = 'infinity' and shared and status = 'active';
