-- up
-- access-exclusive
ALTER SEQUENCE "public"."a" RENAME TO "b";

-- down
-- access-exclusive
ALTER SEQUENCE "public"."b" RENAME TO "a";
