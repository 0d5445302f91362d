CREATE SCHEMA "sh.op";
--> statement-breakpoint
CREATE TYPE "mood" AS ENUM('sad', 'ok');--> statement-breakpoint
CREATE SEQUENCE "public"."numbers" INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE ROLE "cl"erk" WITH CREATEDB;--> statement-breakpoint
CREATE TABLE "sh.op"."orders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sh.op"."orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"by" integer,
	"note" text,
	CONSTRAINT "orders_by_note_unique" UNIQUE("by","note")
);
--> statement-breakpoint
ALTER TABLE "sh.op"."orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "us.ers" (
	"id" serial PRIMARY KEY,
	"email" text NOT NULL UNIQUE,
	"mood" "mood" DEFAULT 'ok'::"mood",
	"age" integer DEFAULT 0,
	"tags" text[],
	CONSTRAINT "adult" CHECK ("age" >= 0)
);
--> statement-breakpoint
CREATE INDEX "by age" ON "us.ers" ("age" DESC NULLS LAST,"email");--> statement-breakpoint
ALTER TABLE "sh.op"."orders" ADD CONSTRAINT "orders_by_us.ers_id_fkey" FOREIGN KEY ("by") REFERENCES "us.ers"("id") ON DELETE CASCADE;--> statement-breakpoint
CREATE VIEW "adults" WITH (security_invoker = true) AS (select "id", "email", "mood", "age", "tags" from "us.ers");--> statement-breakpoint
CREATE POLICY "own" ON "sh.op"."orders" AS PERMISSIVE FOR SELECT TO "cl"erk" USING ("sh.op"."orders"."by" = 1);