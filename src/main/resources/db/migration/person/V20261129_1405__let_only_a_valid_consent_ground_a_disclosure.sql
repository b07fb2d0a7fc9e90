-- The day it was told, where it was written down later; before this, the day of told_at.
alter table person.disclosure add column told_on date;
comment on column person.disclosure.told_on is 'the day it was told; null in rows from before the column, which were told on the day of told_at';

-- A consent that is not given yet, has ended, is withdrawn, or is another person's, grounds nothing.
create function person.consent_must_hold() returns trigger
language plpgsql set search_path to ''
as $$
begin
    if not exists (
        select from person.consent c
        where c.board_id = new.board_id and c.id = new.consent_id and c.person_id = new.person_id
          and c.given_on <= new.told_on
          and (c.until_on is null or c.until_on >= new.told_on)
          and (c.withdrawn_on is null or c.withdrawn_on > new.told_on)) then
        raise exception using errcode = 'check_violation', constraint = 'disclosure_consent_holds',
            message = 'the consent does not hold on the day';
    end if;
    return new;
end
$$;
create trigger disclosure_consent_holds before insert on person.disclosure
for each row when (new.ground = 'CONSENT') execute function person.consent_must_hold();
