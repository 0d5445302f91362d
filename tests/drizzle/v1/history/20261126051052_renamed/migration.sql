ALTER TYPE "mood" ADD VALUE 'glad';--> statement-breakpoint
DROP VIEW "adults";--> statement-breakpoint
ALTER TABLE "us.ers" RENAME TO "pe.ople";--> statement-breakpoint
ALTER TABLE "pe.ople" RENAME COLUMN "email" TO "ma.il";--> statement-breakpoint
ALTER TABLE "sh.op"."orders" ALTER COLUMN "note" SET DEFAULT 'x';--> statement-breakpoint
CREATE VIEW "adults" WITH (security_invoker = true) AS (select "id", "ma.il", "mood", "age", "tags" from "pe.ople");