-- up
-- none
ALTER FUNCTION "public"."f"(integer) IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 3 ROWS 4 SET "search_path" TO '' SET "work_mem" TO '2MB';
-- none
ALTER PROCEDURE "public"."p"() SECURITY DEFINER SET "my"."setting" TO 'o''k, then';

-- down
-- none
ALTER FUNCTION "public"."f"(integer) VOLATILE CALLED ON NULL INPUT SECURITY INVOKER NOT LEAKPROOF PARALLEL UNSAFE COST 100 ROWS 1000 RESET "search_path" RESET "work_mem";
-- none
ALTER PROCEDURE "public"."p"() SECURITY INVOKER RESET "my"."setting";
