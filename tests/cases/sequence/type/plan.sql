-- up
-- share-row-exclusive
ALTER SEQUENCE "public"."a" MINVALUE 1 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."a"', CASE WHEN last_value <= 2147483647 THEN last_value WHEN NOT is_called THEN 1 ELSE 2147483647 END, is_called) FROM "public"."a";
-- share-row-exclusive
ALTER SEQUENCE "public"."a" AS integer MINVALUE 1 MAXVALUE 2147483647;
-- share-row-exclusive
ALTER SEQUENCE "public"."b" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
-- share-row-exclusive
ALTER SEQUENCE "public"."c" MINVALUE -2147483648 MAXVALUE -1;
-- row-exclusive
SELECT setval('"public"."c"', CASE WHEN last_value >= -32768 THEN last_value WHEN NOT is_called THEN -1 ELSE -32768 END, is_called) FROM "public"."c";
-- share-row-exclusive
ALTER SEQUENCE "public"."c" AS smallint INCREMENT BY -2 MINVALUE -32768 MAXVALUE -1;
-- share-row-exclusive
ALTER SEQUENCE "public"."d" AS smallint MINVALUE 1 MAXVALUE 1000 CACHE 4;
-- share-row-exclusive
ALTER SEQUENCE "public"."e""e" MINVALUE -5 MAXVALUE 2147483647;
-- row-exclusive
SELECT setval('"public"."e""e"', CASE WHEN last_value <= 32767 THEN last_value WHEN NOT is_called THEN -5 ELSE 32767 END, is_called) FROM "public"."e""e";
-- share-row-exclusive
ALTER SEQUENCE "public"."e""e" AS smallint MINVALUE -5 MAXVALUE 32767 START WITH -5;
-- none
CREATE SEQUENCE "public"."f" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;

-- down
-- access-exclusive, loses the sequence "public"."f" and the number it stands at
DROP SEQUENCE "public"."f";
-- share-row-exclusive
ALTER SEQUENCE "public"."a" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
-- share-row-exclusive
ALTER SEQUENCE "public"."b" MINVALUE 1 MAXVALUE 9223372036854775807;
-- row-exclusive
SELECT setval('"public"."b"', CASE WHEN last_value <= 32767 THEN last_value WHEN NOT is_called THEN 5 ELSE 32767 END, is_called) FROM "public"."b";
-- share-row-exclusive
ALTER SEQUENCE "public"."b" AS smallint MINVALUE 1 MAXVALUE 32767;
-- share-row-exclusive
ALTER SEQUENCE "public"."c" AS integer INCREMENT BY -1 MINVALUE -2147483648 MAXVALUE -1;
-- share-row-exclusive
ALTER SEQUENCE "public"."d" AS bigint MINVALUE 1 MAXVALUE 1000 CACHE 1;
-- share-row-exclusive
ALTER SEQUENCE "public"."e""e" AS integer MINVALUE -5 MAXVALUE 2147483647;
-- row-exclusive
SELECT setval('"public"."e""e"', CASE WHEN last_value >= 1 THEN last_value WHEN NOT is_called THEN 1 ELSE 1 END, is_called AND last_value >= 1) FROM "public"."e""e";
-- share-row-exclusive
ALTER SEQUENCE "public"."e""e" AS integer MINVALUE 1 MAXVALUE 2147483647 START WITH 1;
