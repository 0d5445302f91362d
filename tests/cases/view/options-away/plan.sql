-- up
-- access-exclusive
ALTER VIEW "public"."v" RESET (security_barrier, check_option);

-- down
-- access-exclusive
ALTER VIEW "public"."v" SET (security_barrier=true, check_option=cascaded);
