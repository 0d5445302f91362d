-- up
-- access-share
CREATE VIEW "s.c"."v.""1" AS SELECT "na""me" AS "a.b",
    "select"
   FROM "s.c"."or""der";

-- down
-- access-exclusive
DROP VIEW "s.c"."v.""1";
