-- Lists of what is settled or withdrawn name the notice by its sender's reference.
create index signal_reference on intake.signal (board_id, sender_reference) where sender_reference is not null;
