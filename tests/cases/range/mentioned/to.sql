CREATE TYPE r AS RANGE (SUBTYPE = bigint); CREATE DOMAIN d AS integer DEFAULT lower('[3,9)'::r) CONSTRAINT c CHECK (VALUE::bigint > 0 AND NOT isempty('[1,2)'::r));
CREATE TABLE t (id integer DEFAULT lower('[5,9)'::r) CONSTRAINT c CHECK (NOT isempty('[1,2)'::r)), a r DEFAULT '[1,2)'::r, n d);
