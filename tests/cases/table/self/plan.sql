-- up
-- none
CREATE TABLE "public"."node" (
	"id" integer PRIMARY KEY NOT NULL,
	"parent" integer
);
-- share-row-exclusive
ALTER TABLE "public"."node" ADD CONSTRAINT "node_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."node"("id") ON DELETE set null ON UPDATE no action;

-- down
-- access-exclusive, loses the table "public"."node" and its rows
DROP TABLE "public"."node";
