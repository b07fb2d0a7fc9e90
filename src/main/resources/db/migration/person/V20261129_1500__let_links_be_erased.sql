-- A link between two rows goes with the file of either.
call audit.erase_only_when_decided('person.double_pair',
    $$first_id in (select audit.decided('PERSON')) or second_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.double_decision',
    $$exists (select from person.double_pair p
              where p.board_id = double_decision.board_id and p.id = double_decision.pair_id
                and (p.first_id in (select audit.decided('PERSON')) or p.second_id in (select audit.decided('PERSON'))))$$);
