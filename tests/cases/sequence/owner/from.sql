CREATE SEQUENCE s; CREATE TABLE t (id bigint DEFAULT nextval('s'), b text); CREATE SEQUENCE free OWNED BY t.b;
CREATE TABLE gone (id int); CREATE SEQUENCE along AS integer OWNED BY gone.id; ALTER TABLE gone ALTER id SET DEFAULT nextval('along');
CREATE SEQUENCE kept OWNED BY gone.id;
