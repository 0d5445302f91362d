-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."codes" MINVALUE 1 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."codes"', CASE WHEN last_value <= 2147483647 THEN last_value WHEN NOT is_called THEN 1 ELSE 2147483647 END, is_called) FROM "public"."codes";
-- share-row-exclusive
ALTER SEQUENCE "public"."codes" AS integer MINVALUE 1 MAXVALUE 2147483647;
-- share-row-exclusive
ALTER SEQUENCE "public"."num""bers" AS smallint MINVALUE 1 MAXVALUE 4000;
-- share-row-exclusive
ALTER SEQUENCE "public"."spare" OWNED BY "public"."or""ders"."id";
-- share-row-exclusive
ALTER SEQUENCE "public"."codes" OWNED BY "public"."or""ders"."co.de";
-- share-row-exclusive
ALTER SEQUENCE "public"."num""bers" OWNED BY "public"."or""ders"."id";

-- down
-- share-row-exclusive
ALTER SEQUENCE "public"."codes" OWNED BY NONE;
-- share-row-exclusive
ALTER SEQUENCE "public"."num""bers" OWNED BY NONE;
-- share-row-exclusive
ALTER SEQUENCE "public"."codes" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
-- share-row-exclusive
ALTER SEQUENCE "public"."num""bers" AS bigint MINVALUE 1 MAXVALUE 4000;
-- share-row-exclusive
ALTER SEQUENCE "public"."spare" OWNED BY "public"."or""ders"."co.de";
