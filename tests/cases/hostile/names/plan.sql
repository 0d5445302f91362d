-- up
-- none
CREATE TYPE "public"."T y.pe" AS ENUM('a''b', 'c"d');
-- none
CREATE TABLE "public"."we""ird.na me é" (
	"we""ird.na me é" integer PRIMARY KEY NOT NULL,
	"select" text,
	"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" integer,
	"a:b" text,
	"e n" "public"."T y.pe" DEFAULT 'a''b'::public."T y.pe",
	CONSTRAINT "we""ird.na me é_select_key" UNIQUE("select"),
	CONSTRAINT "we""ird.na me é_a:b_check" CHECK (("a:b" <> ''::text))
);
-- share
CREATE INDEX "i.""x" ON "public"."we""ird.na me é" USING btree ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

-- down
-- access-exclusive, loses the table "public"."we""ird.na me é" and its rows
DROP TABLE "public"."we""ird.na me é";
-- none
DROP TYPE "public"."T y.pe";
