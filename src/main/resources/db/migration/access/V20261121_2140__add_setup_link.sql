-- The link by which the first administrator of an empty database comes in: once, within a day.
create table access.setup_link (
    id          uuid        not null,
    token_hash  bytea       not null,
    made_at     timestamptz not null,
    valid_until timestamptz not null,
    used_at     timestamptz,
    constraint setup_link_pk primary key (id),
    constraint setup_link_token_once unique (token_hash),
    constraint setup_link_hash_is_sha256 check (octet_length(token_hash) = 32),
    constraint setup_link_ends_later check (valid_until > made_at)
);
alter table access.setup_link enable row level security;
alter table access.setup_link force row level security;
create policy asked_by_hash_before_any_board on access.setup_link using (true) with check (true);
grant select, insert, update on access.setup_link to bofast_app;

-- A cover that has not begun is taken away, not ended; the log keeps what it was.
grant delete on access.cover to bofast_app;
