-- What was told to a landlord, the last first, on the landlord's page.
create index disclosure_counterpart on person.disclosure (board_id, counterpart_id, told_at desc, id desc)
    where counterpart_id is not null;
