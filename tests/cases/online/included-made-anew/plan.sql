-- up
-- access-exclusive, loses the column "public"."t"."other" and its values
ALTER TABLE "public"."t" DROP COLUMN "other";
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ADD COLUMN "other" boolean GENERATED ALWAYS AS ((id IS NOT NULL)) STORED;
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_pk" ON "public"."t" ("id") INCLUDE ("other");
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk", ADD CONSTRAINT "t_pk" PRIMARY KEY USING INDEX "new__t_pk";
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("id") to rows that "public"."t" does not have
ALTER TABLE "public"."t" ADD CONSTRAINT "t_id" FOREIGN KEY ("id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_id";

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_id";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "other" DROP EXPRESSION;
-- access-exclusive, rewrites
ALTER TABLE "public"."t" ALTER COLUMN "other" SET DATA TYPE integer USING "other"::integer;
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_pk" ON "public"."t" ("id");
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk", ADD CONSTRAINT "t_pk" PRIMARY KEY USING INDEX "new__t_pk";
