INSERT INTO seats (row_letter, seat_number, room_name) VALUES ('a', 1, 'x'), ('a', 2, 'y');
