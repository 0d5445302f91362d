-- up
-- access-exclusive
ALTER TRIGGER "a" ON "public"."t" RENAME TO "b";

-- down
-- access-exclusive
ALTER TRIGGER "b" ON "public"."t" RENAME TO "a";
