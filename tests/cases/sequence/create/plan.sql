-- up
-- none
CREATE SEQUENCE "public"."order_number" INCREMENT BY 5 MINVALUE 10 MAXVALUE 9000 START WITH 15 CACHE 3 CYCLE;

-- down
-- access-exclusive, loses the sequence "public"."order_number" and the number it stands at
DROP SEQUENCE "public"."order_number";
