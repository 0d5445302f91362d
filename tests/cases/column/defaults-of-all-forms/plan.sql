-- up
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "at" SET DEFAULT now() + interval '1 hour';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "big" SET DEFAULT 5;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "born" SET DEFAULT now();
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "clock" SET DEFAULT '00:00';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "count" SET DEFAULT -1;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "data" SET DEFAULT '{"it''s":null}'::jsonb;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "feels" SET DEFAULT 'it''s';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "flag" SET DEFAULT false;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "gone" DROP DEFAULT;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "id" SET DEFAULT '00000000-0000-4000-8000-000000000000';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "made" SET DEFAULT lower('X');
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "moods" SET DEFAULT '{"calm","it''s"}';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "none" SET DEFAULT 'null';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "plain" SET DEFAULT '{"b":1,"a":2}'::json;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "price" SET DEFAULT '0';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "quoted" SET DEFAULT '$1';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "ratio" SET DEFAULT 1e+21;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "span" SET DEFAULT '00:00:01';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "tags" SET DEFAULT '{}';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "word" SET DEFAULT '';

-- down
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "at" SET DEFAULT now();
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "big" SET DEFAULT 9007199254740993;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "born" SET DEFAULT '2000-01-31';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "clock" SET DEFAULT '12:30';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "count" SET DEFAULT 0;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "data" SET DEFAULT '{"a":[1,"x"]}'::jsonb;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "feels" SET DEFAULT 'calm';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "flag" SET DEFAULT true;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "gone" SET DEFAULT 'x';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "made" SET DEFAULT upper('x');
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "moods" SET DEFAULT '{}';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "none" DROP DEFAULT;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "plain" SET DEFAULT '[]'::json;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "price" SET DEFAULT '1.50';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "quoted" SET DEFAULT 'it''s \ "so"';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "ratio" SET DEFAULT 0.1;
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "span" SET DEFAULT '1 day';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "tags" SET DEFAULT '{"a","b''c"}';
-- access-exclusive
ALTER TABLE "public"."settings" ALTER COLUMN "word" SET DEFAULT 'draft';
