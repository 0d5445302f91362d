-- up
-- access-exclusive
ALTER TABLE "public"."o" DROP CONSTRAINT "o_t_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
ALTER TABLE "public"."u" DROP CONSTRAINT "u_pkey";
-- access-exclusive
ALTER TABLE "public"."v" DROP CONSTRAINT "v_pkey";
-- access-exclusive
--   only if no rows of "public"."t" have no "a", which becomes required
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
-- access-exclusive
ALTER TABLE "public"."v" ALTER COLUMN "id" DROP NOT NULL;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") INCLUDE ("a", "b");
-- share-row-exclusive
ALTER TABLE "public"."o" ADD CONSTRAINT "o_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."u" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."u" ADD CONSTRAINT "u_pkey" PRIMARY KEY("id") INCLUDE ("a");
-- none
CREATE TABLE "public"."w" (
	"id" integer NOT NULL,
	"a" text,
	CONSTRAINT "w_pkey" PRIMARY KEY("id") INCLUDE ("a")
);

-- down
-- access-exclusive
ALTER TABLE "public"."o" DROP CONSTRAINT "o_t_fkey";
-- access-exclusive
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- access-exclusive
ALTER TABLE "public"."u" DROP CONSTRAINT "u_pkey";
-- access-exclusive, loses the table "public"."w" and its rows
DROP TABLE "public"."w";
-- access-exclusive
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
-- access-exclusive
--   only if no rows of "public"."v" have no "id", which becomes required
ALTER TABLE "public"."v" ALTER COLUMN "id" SET NOT NULL;
-- access-exclusive
--   only if no rows of "public"."t" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") INCLUDE ("a");
-- share-row-exclusive
ALTER TABLE "public"."o" ADD CONSTRAINT "o_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- access-exclusive
--   only if no rows of "public"."u" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."u" ADD CONSTRAINT "u_pkey" PRIMARY KEY("id");
-- access-exclusive
--   only if no rows of "public"."v" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."v" ADD CONSTRAINT "v_pkey" PRIMARY KEY("id") INCLUDE ("a");
