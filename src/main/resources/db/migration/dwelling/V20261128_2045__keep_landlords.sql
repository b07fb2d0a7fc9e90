-- Landlords are kept by hand: a version, so that two who change one at once are both told, and who
-- did it last.
alter table dwelling.landlord
    add column version integer not null default 1,
    add column changed_at timestamptz,
    add column changed_by uuid;
alter table dwelling.landlord_contact
    add column version integer not null default 1;
alter table dwelling.landlord alter column version drop default;
alter table dwelling.landlord_contact alter column version drop default;

-- The newest first, where imports leave landlords with nothing but a name.
create index landlord_by_creation on dwelling.landlord (board_id, created_at desc, id desc);
