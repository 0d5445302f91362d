-- up
-- access-exclusive
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_invoice_number_pk";
-- access-exclusive
--   only if no rows of "public"."lines" have no "part"
--   only if no rows of "public"."lines" repeat a value of ("invoice", "number", "part"), which becomes unique
ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_key" PRIMARY KEY("invoice", "number", "part");

-- down
-- access-exclusive
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_key";
-- access-exclusive
ALTER TABLE "public"."lines" ALTER COLUMN "part" DROP NOT NULL;
-- access-exclusive
--   only if no rows of "public"."lines" repeat a value of ("invoice", "number"), which becomes unique
ALTER TABLE "public"."lines" ADD CONSTRAINT "lines_invoice_number_pk" PRIMARY KEY("invoice", "number");
