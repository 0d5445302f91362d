create table orders (id integer, placed integer);
create function stamp() returns trigger language plpgsql as $$begin return new; end$$;
create trigger stamp before update of placed on orders for each row execute function stamp();
