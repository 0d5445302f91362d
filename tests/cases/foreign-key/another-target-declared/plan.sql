-- up
-- access-exclusive
ALTER TABLE "public"."notes" DROP CONSTRAINT "notes_owner_users_id_fk";
-- share-row-exclusive
--   only if no rows of "public"."notes" refer by ("owner") to rows that "public"."teams" does not have
ALTER TABLE "public"."notes" ADD CONSTRAINT "notes_owner_users_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;

-- down
-- access-exclusive
ALTER TABLE "public"."notes" DROP CONSTRAINT "notes_owner_users_id_fk";
-- share-row-exclusive
--   only if no rows of "public"."notes" refer by ("owner") to rows that "public"."users" does not have
ALTER TABLE "public"."notes" ADD CONSTRAINT "notes_owner_users_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
