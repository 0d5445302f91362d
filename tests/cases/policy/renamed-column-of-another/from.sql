create table "Mem bers" (org int, who text);
create table notes (org int, who text, note text);
create policy p on notes using (exists (select from "Mem bers" as m where m.org = notes.org and m.who = current_user) and who is not null);
