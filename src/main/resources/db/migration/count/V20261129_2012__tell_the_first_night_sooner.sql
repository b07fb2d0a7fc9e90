-- The same, told at once of who has one run only: nine of ten, and putting runs together is most of the work.
create or replace function count.homeless_since(nights datemultirange, day date, break_nights int) returns date
    language sql immutable parallel safe
    return case
        when nights is null or not nights @> day then null
        when datemultirange(range_merge(nights)) = nights then lower(nights)
        else (select lower(r.run)
              from unnest((select range_agg(daterange(lower(n.night), upper(n.night) + break_nights))
                           from unnest(nights) n (night))) r (run)
              where r.run @> day)
    end;
