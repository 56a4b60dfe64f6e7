create table site (
    district_id text collate "C" not null,
    site_id     text collate "C" not null,
    version     bigint           not null,
    name        text             not null,
    closed_on   date,
    primary key (district_id, site_id)
);

-- Districts that have registered all their sites.
create table site_register (
    district_id text collate "C" primary key
);
