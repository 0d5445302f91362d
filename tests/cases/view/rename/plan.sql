-- up
-- access-exclusive
ALTER VIEW "public"."v" RENAME TO "w.1";

-- down
-- access-exclusive
ALTER VIEW "public"."w.1" RENAME TO "v";
-- access-exclusive
CREATE OR REPLACE VIEW "public"."on_it" AS SELECT id
   FROM public.v;
