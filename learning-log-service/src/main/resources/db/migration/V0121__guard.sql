-- Every version of every guard; the present one is known until infinity. Written by the projection, in the transaction
-- that appends the event.
create table guard (
    district_id  text        collate "C" not null,
    guard_id     uuid        not null,
    version      bigint      not null,
    district_seq bigint      not null,
    known_from   timestamptz not null,
    known_until  timestamptz not null default 'infinity',
    cycle_id     uuid        not null,
    measure_id   uuid        not null,
    side         text        not null,
    value        numeric     not null,
    margin       numeric     not null,
    watching     boolean     not null,
    set_by       text        not null,
    primary key (district_id, guard_id, version)
) with (fillfactor = 80);
