-- up
-- access-exclusive
ALTER TABLE "public"."us""ers" DROP CONSTRAINT "us""ers_pkey";
-- access-exclusive
ALTER TABLE "public"."us""ers" DROP CONSTRAINT "us""ers_email_unique";
-- access-exclusive
--   only if no rows of "public"."us""ers" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."us""ers" ADD CONSTRAINT "us""ers_pkey" PRIMARY KEY("id") INCLUDE ("na.me");
-- access-exclusive
--   only if no rows of "public"."us""ers" repeat a value of ("email"), which becomes unique
ALTER TABLE "public"."us""ers" ADD CONSTRAINT "us""ers_email_unique" UNIQUE("email") INCLUDE ("na.me", "id");

-- down
-- access-exclusive
ALTER TABLE "public"."us""ers" DROP CONSTRAINT "us""ers_pkey";
-- access-exclusive
ALTER TABLE "public"."us""ers" DROP CONSTRAINT "us""ers_email_unique";
-- access-exclusive
--   only if no rows of "public"."us""ers" repeat a value of ("id"), which becomes unique
ALTER TABLE "public"."us""ers" ADD CONSTRAINT "us""ers_pkey" PRIMARY KEY("id");
-- access-exclusive
--   only if no rows of "public"."us""ers" repeat a value of ("email"), which becomes unique
ALTER TABLE "public"."us""ers" ADD CONSTRAINT "us""ers_email_unique" UNIQUE("email");
