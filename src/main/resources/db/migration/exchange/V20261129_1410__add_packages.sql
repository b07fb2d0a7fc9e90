-- What leaves the house about one person: the package for the archive and the extract for the person.
create schema exchange;
grant usage on schema exchange to bofast_app;

-- Made once, never changed; gone with the person. The bytes stand here and not among the files of letters, so that the
-- wall around protected people stands around them too.
create table exchange.package (
    board_id  uuid not null,
    area_id   uuid not null,
    id        uuid not null,
    person_id uuid not null,
    kind      text not null,
    made_at   timestamptz not null,
    made_by   uuid not null,
    sha256    text not null,
    size      int not null,
    content   bytea not null,
    constraint package_pk primary key (board_id, id),
    constraint package_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint package_kind_known check (kind in ('ARCHIVE', 'EXTRACT')),
    constraint package_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint package_size_true check (size = octet_length(content)),
    constraint package_not_too_large check (size <= 134217728)
);
comment on column exchange.package.made_by is 'of the room of access; stays when the account has gone';
-- Compressed already.
alter table exchange.package alter column content set storage external;
create index package_person on exchange.package (board_id, person_id, made_at);
call framework.wall('exchange.package');
call framework.hide_people('exchange.package', 'person_id');
grant select, insert on exchange.package to bofast_app;
call audit.erase_only_when_decided('exchange.package', $$person_id in (select audit.decided('PERSON'))$$);
