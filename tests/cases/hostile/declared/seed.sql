INSERT INTO "We""ird.x"."ta'ble" ("a""b", "select") VALUES ('x''y', 1);
