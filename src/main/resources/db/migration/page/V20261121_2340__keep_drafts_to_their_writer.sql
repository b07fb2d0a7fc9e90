-- A draft is what one typed and has not saved: where it belongs, what it was called, and the key of
-- the command it will become. The table was made earlier and never used.
alter table page.draft
    drop column body,
    add column page text,
    add column title text not null,
    add column command_key uuid not null,
    add column fields text not null;

-- Read by who wrote it and nobody else, whatever the query says.
create policy own on page.draft as restrictive
    using (account_id = framework.account_id()) with check (account_id = framework.account_id());
create policy own on page.search as restrictive
    using (account_id = framework.account_id()) with check (account_id = framework.account_id());

-- A draft whose command is done is not offered again.
create index command_key_idx on page.command (board_id, account_id, key);
