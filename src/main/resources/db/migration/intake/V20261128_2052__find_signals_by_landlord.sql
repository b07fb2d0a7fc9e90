-- A landlord's notices, the last first; also the index of the foreign key.
create index signal_by_landlord on intake.signal (board_id, landlord_id, received_at desc, id desc);
drop index intake.signal_landlord;
