-- The first answer to a creating request, written in its own transaction: the same request sent again gets it
-- word for word. Kept 30 days.
create table idempotency_key (
    district_id   text        not null,
    actor         text        not null,
    key           text        not null,
    request_hash  text        not null,
    status        integer     not null,
    location      text,
    version       bigint,
    body          text,
    recorded_at   timestamptz not null,
    primary key (district_id, actor, key)
);

create index idempotency_key_recorded_at on idempotency_key using brin (recorded_at);
