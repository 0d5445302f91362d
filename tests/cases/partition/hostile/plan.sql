-- up
-- access-exclusive
CREATE TABLE "public"."Pärt's ""1""" PARTITION OF "S.x"."T""able" FOR VALUES FROM (1, 'it''s') TO (5, '\');
-- share
CREATE INDEX "in dex" ON "public"."Pärt's ""1""" USING btree ("a.b");

-- down
-- access-exclusive, loses the table "public"."Pärt's ""1""" and its rows
DROP TABLE "public"."Pärt's ""1""";
