-- up
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'unhappy';

-- down
-- none
ALTER TYPE "public"."mood" RENAME VALUE 'unhappy' TO 'sad';
