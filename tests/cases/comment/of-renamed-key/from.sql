CREATE TABLE "us""ers" (id integer, CONSTRAINT "us""ers_key" PRIMARY KEY (id));
COMMENT ON CONSTRAINT "us""ers_key" ON "us""ers" IS 'one each';
