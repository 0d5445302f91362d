-- up
-- none
ALTER TYPE "public"."address" RENAME TO "ad.dr""ess";

-- down
-- none
ALTER TYPE "public"."ad.dr""ess" RENAME TO "address";
