-- up
-- none
ALTER FUNCTION "public"."f"(text) VOLATILE STRICT SECURITY DEFINER LEAKPROOF PARALLEL UNSAFE SET "search_path" TO 'public', 'pg_temp' RESET "statement_timeout";
-- none
ALTER FUNCTION "public"."g"() COST 20 ROWS 90;

-- down
-- none
ALTER FUNCTION "public"."f"(text) STABLE CALLED ON NULL INPUT SECURITY INVOKER NOT LEAKPROOF PARALLEL SAFE SET "search_path" TO '$user', 'public' SET "statement_timeout" TO '5';
-- none
ALTER FUNCTION "public"."g"() COST 2 ROWS 9;
