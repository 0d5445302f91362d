create table t (a int, b int);
create view "V w" with (security_barrier = true) as select a, b from t;
grant select on "V w" to authenticated with grant option;
grant insert on "V w" to public;
comment on view "V w" is 'what''s seen';
create view over as select a from "V w";
grant select on over to anon;
comment on view over is 'over it';
