create table notice (
    district_id text not null,
    notice_id   uuid not null primary key,
    version     bigint not null,
    text        text not null
);
