-- up
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("code"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_code" ON "public"."t" USING btree ("code") INCLUDE ("id");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."t_code";
-- share-update-exclusive
ALTER INDEX "public"."new__t_code" RENAME TO "t_code";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_pk" ON "public"."t" ("id") INCLUDE ("other");
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk", ADD CONSTRAINT "t_pk" PRIMARY KEY USING INDEX "new__t_pk";
-- share-row-exclusive
--   only if no rows of "public"."t" refer by ("other") to rows that "public"."t" does not have
ALTER TABLE "public"."t" ADD CONSTRAINT "t_other" FOREIGN KEY ("other") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- share-update-exclusive, in the next transaction
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_other";
-- none
CREATE TABLE "public"."u" (
	"code" text
);
-- share-row-exclusive
ALTER TABLE "public"."u" ADD CONSTRAINT "u_code_fkey" FOREIGN KEY ("code") REFERENCES "public"."t"("code") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_other";
-- access-exclusive, loses the table "public"."u" and its rows
DROP TABLE "public"."u";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("code"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_code" ON "public"."t" USING btree ("code");
-- share-update-exclusive, outside a transaction
DROP INDEX CONCURRENTLY "public"."t_code";
-- share-update-exclusive
ALTER INDEX "public"."new__t_code" RENAME TO "t_code";
-- share-update-exclusive, outside a transaction
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
CREATE UNIQUE INDEX CONCURRENTLY "new__t_pk" ON "public"."t" ("id");
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pk", ADD CONSTRAINT "t_pk" PRIMARY KEY USING INDEX "new__t_pk";
