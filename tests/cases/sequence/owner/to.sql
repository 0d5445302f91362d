CREATE SEQUENCE s; CREATE TABLE t (id bigint DEFAULT nextval('s'), b text); ALTER SEQUENCE s OWNED BY t.id; CREATE SEQUENCE free OWNED BY t.id;
CREATE SEQUENCE "s""2"; CREATE TABLE "t""2" ("i""d" int DEFAULT nextval('"s""2"')); ALTER SEQUENCE "s""2" OWNED BY "t""2"."i""d"; CREATE SEQUENCE kept;
