-- The day of a moment where the board is. What was noted on which day must not hang on a session's zone.
create function framework.day_of(moment timestamptz) returns date
    language sql immutable parallel safe
    return (moment at time zone 'Europe/Stockholm')::date;
grant execute on function framework.day_of(timestamptz) to bofast_app;
