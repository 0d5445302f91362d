INSERT INTO billing.invoice VALUES (1);
