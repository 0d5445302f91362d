create table orders (id integer, sent text) with (fillfactor = 70);
create function stamp() returns trigger language plpgsql as $$begin return new; end$$;
create trigger stamp before update of sent on orders for each row execute function stamp();
