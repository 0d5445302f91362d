-- up
-- access-exclusive
ALTER TABLE "public"."users" ADD COLUMN "age" integer;
-- access-exclusive
CREATE OR REPLACE VIEW "public"."v" AS SELECT id,
    name,
    email,
    age
   FROM public.users;

-- down
-- access-exclusive
--   only if no indexes, triggers or rules of "public"."v", which is made again, are declared nowhere and would be lost
DROP VIEW "public"."v";
-- access-exclusive, loses the column "public"."users"."age" and its values
ALTER TABLE "public"."users" DROP COLUMN "age";
-- access-share
CREATE VIEW "public"."v" AS SELECT id,
    name,
    email
   FROM public.users;
