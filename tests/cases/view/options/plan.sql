-- up
-- access-exclusive
ALTER VIEW "public"."v" SET (security_barrier=false, check_option=local);

-- down
-- access-exclusive
ALTER VIEW "public"."v" SET (security_barrier=true);
-- access-exclusive
ALTER VIEW "public"."v" RESET (check_option);
