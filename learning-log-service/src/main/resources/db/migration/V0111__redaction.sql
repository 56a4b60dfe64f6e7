-- Which texts of which failures were erased, by whom and why.
create table failure_redaction (
    failure_id  uuid        not null,
    version     bigint      not null,
    district_id text        not null,
    reason      text        not null,
    fields      text[]      not null,
    redacted_at timestamptz not null,
    redacted_by text        not null,
    primary key (failure_id, version)
);
