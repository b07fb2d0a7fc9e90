-- What a person is under a definition on a day, and since when they have had no home.
create schema count;
grant usage on schema count to bofast_app;

-- Why a person is counted under a definition (IN) or is not. The order is the order in which the questions are asked.
-- Whoever changes it raises the version of the count and writes the new one beside it.
create function count.verdict(
    in_population boolean, known boolean, unknown_place boolean, own_home boolean, category text, condition text,
    has_home boolean, leaving boolean, brief boolean) returns text
    language sql immutable parallel safe
    return case
        when not in_population then 'OUTSIDE_POPULATION'
        when not known then 'NO_STAY'
        when category is null and unknown_place then 'PLACE_UNKNOWN'
        when category is null and own_home then 'OWN_HOME'
        when category is null then 'FORM_NOT_COUNTED'
        when condition = 'ALWAYS' then 'IN'
        when has_home then 'HAS_HOME'
        when condition = 'NO_HOME' then 'IN'
        when condition = 'NO_HOME_AND_LEAVING' and leaving is null then 'NO_END_KNOWN'
        when condition = 'NO_HOME_AND_LEAVING' and leaving then 'IN'
        when condition = 'NO_HOME_AND_LEAVING' then 'NOT_LEAVING'
        when brief is null then 'LENGTH_UNKNOWN'
        when brief then 'IN'
        else 'TOO_LONG'
    end;

-- The first night of the run without a home that the day lies in, of nights without a home. Breaks of at most so many
-- nights do not end the run.
create function count.homeless_since(nights datemultirange, day date, break_nights int) returns date
    language sql immutable parallel safe
    return (select lower(r.run)
            from unnest((select range_agg(daterange(lower(n.night), upper(n.night) + break_nights))
                         from unnest(nights) n (night))) r (run)
            where nights @> day and r.run @> day);

grant execute on function count.verdict(boolean, boolean, boolean, boolean, text, text, boolean, boolean, boolean),
    count.homeless_since(datemultirange, date, int) to bofast_app;
