create table "Mem bers" (team int, person text);
create table notes (org int, note text);
create policy p on notes using (exists (select from "Mem bers" as m where m.team = notes.org and m.person = current_user));
