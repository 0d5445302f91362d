-- up
-- none
ALTER DOMAIN "public"."po.si""tive" DROP CONSTRAINT "a";
-- none
ALTER DOMAIN "public"."po.si""tive" SET DEFAULT 1;
-- none
ALTER DOMAIN "public"."po.si""tive" SET NOT NULL;
-- none
ALTER DOMAIN "public"."po.si""tive" ADD CONSTRAINT "b" CHECK ((VALUE >= 0));

-- down
-- none
ALTER DOMAIN "public"."po.si""tive" DROP CONSTRAINT "b";
-- none
ALTER DOMAIN "public"."po.si""tive" DROP DEFAULT;
-- none
ALTER DOMAIN "public"."po.si""tive" DROP NOT NULL;
-- none
ALTER DOMAIN "public"."po.si""tive" ADD CONSTRAINT "a" CHECK ((VALUE > 0));
