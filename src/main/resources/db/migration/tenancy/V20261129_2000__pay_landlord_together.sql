-- Rents that were entered as paid in one go, so that they can be taken back in one.
alter table tenancy.landlord_payment add column together_id uuid;
comment on column tenancy.landlord_payment.together_id is 'the same for payments entered in one go, or null for one entered alone';
create index landlord_payment_together on tenancy.landlord_payment (board_id, together_id) where together_id is not null;
