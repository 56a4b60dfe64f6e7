-- A measure as it stands now. Written by the projection, in the transaction that appends the event.
create table measure (
    district_id   text    not null,
    measure_id    uuid    not null,
    version       bigint  not null,
    name          text    not null,
    kind          text    not null,
    value_type    text    not null,
    unit          text    not null,
    direction     text    not null,
    period        text    not null,
    owner         text    not null,
    description   text,
    counts_people boolean not null,
    defined_at    timestamptz not null,
    primary key (district_id, measure_id)
) with (fillfactor = 80);
