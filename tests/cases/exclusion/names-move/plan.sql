-- up
-- access-exclusive
ALTER TABLE "public"."t" RENAME TO "u.u";
-- access-exclusive
ALTER TABLE "public"."u.u" RENAME COLUMN "at" TO "a.t";
-- access-exclusive
ALTER TABLE "public"."u.u" RENAME COLUMN "room" TO "ro""om";
-- access-exclusive
ALTER TABLE "public"."u.u" DROP CONSTRAINT "t_x";
-- access-exclusive, rewrites
ALTER TABLE "public"."u.u" ALTER COLUMN "id" SET DATA TYPE bigint;
-- access-exclusive
ALTER TABLE "public"."u.u" ADD CONSTRAINT "u_x" EXCLUDE USING gist (tsrange(("a.t")::timestamp without time zone, (("a.t" + (id)::integer))::timestamp without time zone) WITH &&) WHERE (("ro""om" <> 'z'::text));

-- down
-- access-exclusive
ALTER TABLE "public"."u.u" RENAME TO "t";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "a.t" TO "at";
-- access-exclusive
ALTER TABLE "public"."t" RENAME COLUMN "ro""om" TO "room";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "u_x";
-- access-exclusive, rewrites
--   only if no values of "id" in "public"."u.u" are no integer
ALTER TABLE "public"."t" ALTER COLUMN "id" SET DATA TYPE integer;
-- access-exclusive
ALTER TABLE "public"."t" ADD CONSTRAINT "t_x" EXCLUDE USING gist (tsrange((at)::timestamp without time zone, ((at + id))::timestamp without time zone) WITH &&) WHERE ((room <> 'z'::text));
