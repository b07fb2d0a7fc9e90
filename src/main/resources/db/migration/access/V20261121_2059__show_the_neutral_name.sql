-- What a page outside the board may call the board: "kommunen", never its name.
create view access.v_neutral_name with (security_invoker = true) as
select id as board_id, neutral_name from access.board;

grant select on access.v_neutral_name to bofast_app;
