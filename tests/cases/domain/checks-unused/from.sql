CREATE DOMAIN "po.si""tive" AS integer CONSTRAINT a CHECK (VALUE > 0);
