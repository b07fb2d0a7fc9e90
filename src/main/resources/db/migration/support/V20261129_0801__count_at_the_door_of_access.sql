-- The door of letters is counted with the other paces (decision 0180). What these held was an hour's.
drop table support.door_attempt;
drop table support.door_secret;
