-- up
-- none
ALTER TYPE "public"."mood" RENAME TO "feeling";

-- down
-- none
ALTER TYPE "public"."feeling" RENAME TO "mood";
