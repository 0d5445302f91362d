-- up
-- access-exclusive
ALTER TABLE "public"."users" RENAME TO "accounts";
-- access-exclusive
ALTER TABLE "public"."accounts" RENAME CONSTRAINT "users_parent_users_id_fk" TO "accounts_parent_accounts_id_fk";
-- access-exclusive
ALTER TABLE "public"."posts" RENAME CONSTRAINT "posts_author_users_id_fk" TO "posts_author_accounts_id_fk";
-- share-update-exclusive
ALTER INDEX "public"."users_parent_index" RENAME TO "accounts_parent_index";
-- access-exclusive
ALTER TABLE "public"."accounts" RENAME CONSTRAINT "users_email_unique" TO "accounts_email_unique";
-- access-exclusive
ALTER SEQUENCE "public"."users_id_seq" RENAME TO "accounts_id_seq";
-- access-exclusive
ALTER TABLE "public"."accounts" RENAME CONSTRAINT "users_pkey" TO "accounts_pkey";

-- down
-- access-exclusive
ALTER TABLE "public"."accounts" RENAME TO "users";
-- access-exclusive
ALTER TABLE "public"."posts" RENAME CONSTRAINT "posts_author_accounts_id_fk" TO "posts_author_users_id_fk";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "accounts_parent_accounts_id_fk" TO "users_parent_users_id_fk";
-- share-update-exclusive
ALTER INDEX "public"."accounts_parent_index" RENAME TO "users_parent_index";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "accounts_email_unique" TO "users_email_unique";
-- access-exclusive
ALTER SEQUENCE "public"."accounts_id_seq" RENAME TO "users_id_seq";
-- access-exclusive
ALTER TABLE "public"."users" RENAME CONSTRAINT "accounts_pkey" TO "users_pkey";
