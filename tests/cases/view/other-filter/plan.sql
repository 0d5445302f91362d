-- up
-- access-exclusive
CREATE OR REPLACE VIEW "public"."v" AS SELECT id,
    name
   FROM public.users
  WHERE (id > 2)
  ORDER BY id;

-- down
-- access-exclusive
CREATE OR REPLACE VIEW "public"."v" AS SELECT id,
    name
   FROM public.users
  WHERE (id > 1);
