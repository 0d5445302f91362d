-- up
-- none
ALTER SCHEMA "s" RENAME TO "z";
-- access-exclusive
ALTER TABLE "z"."t" RENAME TO "u";
-- access-exclusive
ALTER TABLE "z"."u" RENAME COLUMN "a" TO "b";
-- access-exclusive
ALTER SEQUENCE "z"."t_a_seq" RENAME TO "u_b_seq";
-- access-share
REVOKE INSERT ON TABLE "z"."u" FROM "anon";
-- access-share
GRANT UPDATE ("b") ON TABLE "z"."u" TO "anon";

-- down
-- none
ALTER SCHEMA "z" RENAME TO "s";
-- access-exclusive
ALTER TABLE "s"."u" RENAME TO "t";
-- access-exclusive
ALTER TABLE "s"."t" RENAME COLUMN "b" TO "a";
-- access-exclusive
ALTER SEQUENCE "s"."u_b_seq" RENAME TO "t_a_seq";
-- access-share
GRANT INSERT ON TABLE "s"."t" TO "anon";
