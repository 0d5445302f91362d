-- up
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" RENAME COLUMN "a""b" TO "c d";
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" DROP CONSTRAINT "ch.eck";
-- access-exclusive
DROP INDEX "We""ird.x"."i""x";
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" ALTER COLUMN "c d" SET DEFAULT '$$';
-- none
ALTER TYPE "We""ird.x"."o.d""d" RENAME TO "old__o.d""d";
-- none
CREATE TYPE "We""ird.x"."o.d""d" AS ENUM('it''s', 'a,b');
-- access-exclusive, rewrites
--   only if no rows of "We""ird.x"."ta'ble" use 'a"b' in "naïve té", which the enum "o.d""d" no longer has
ALTER TABLE "We""ird.x"."ta'ble" ALTER COLUMN "naïve té" DROP DEFAULT, ALTER COLUMN "naïve té" SET DATA TYPE "We""ird.x"."o.d""d" USING "naïve té"::text::"We""ird.x"."o.d""d", ALTER COLUMN "naïve té" SET DEFAULT 'it''s';
-- none
DROP TYPE "We""ird.x"."old__o.d""d";
-- access-exclusive
ALTER POLICY "p""o" ON "We""ird.x"."ta'ble" USING ("We""ird.x"."ta'ble"."c d" <> '""');
-- access-exclusive
--   only if no rows of "We""ird.x"."ta'ble" break the check "ch.eck"
ALTER TABLE "We""ird.x"."ta'ble" ADD CONSTRAINT "ch.eck" CHECK ("We""ird.x"."ta'ble"."select" > -1);
-- share
CREATE INDEX "i""x" ON "We""ird.x"."ta'ble" USING btree ("c d", "select" DESC NULLS LAST);

-- down
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" RENAME COLUMN "c d" TO "a""b";
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" DROP CONSTRAINT "ch.eck";
-- access-exclusive
DROP INDEX "We""ird.x"."i""x";
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" ALTER COLUMN "a""b" SET DEFAULT 'x''y"z';
-- none
ALTER TYPE "We""ird.x"."o.d""d" ADD VALUE 'a"b' BEFORE 'a,b';
-- access-exclusive
ALTER TABLE "We""ird.x"."ta'ble" ALTER COLUMN "naïve té" SET DEFAULT 'a,b';
-- access-exclusive
ALTER POLICY "p""o" ON "We""ird.x"."ta'ble" USING ("We""ird.x"."ta'ble"."a""b" <> '"');
-- access-exclusive
--   only if no rows of "We""ird.x"."ta'ble" break the check "ch.eck"
ALTER TABLE "We""ird.x"."ta'ble" ADD CONSTRAINT "ch.eck" CHECK ("We""ird.x"."ta'ble"."select" > 0);
-- share
CREATE INDEX "i""x" ON "We""ird.x"."ta'ble" USING btree ("a""b", "select");
