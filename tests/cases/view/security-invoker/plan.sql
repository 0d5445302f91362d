-- up
-- access-exclusive
ALTER VIEW "public"."v" SET (security_invoker=true);
-- access-exclusive
ALTER VIEW "public"."w" RESET (security_invoker);

-- down
-- access-exclusive
ALTER VIEW "public"."v" RESET (security_invoker);
-- access-exclusive
ALTER VIEW "public"."w" SET (security_invoker=true);
