-- Where a board is and whose area it is decide how long files are kept.
create view access.v_board with (security_invoker = true) as
select id as board_id, name, municipality, county from access.board;

create view access.v_area with (security_invoker = true) as
select board_id, area_id, kind, name from access.area;

grant select on access.v_board, access.v_area to bofast_app;
