-- The dossier of a person tells the rows that became matters of theirs.
create index upload_row_result on filing.upload_row (board_id, result_id) where result_id is not null;
