-- up
-- access-share
REVOKE SELECT ON TABLE "a.b"."Or""der" FROM "SELECT";
-- access-share
REVOKE USAGE ON SEQUENCE "a.b"."Or""der_x.y_seq" FROM "it's a.""role";
-- access-share
GRANT UPDATE ON TABLE "a.b"."Or""der" TO "it's a.""role" WITH GRANT OPTION;
-- access-share
GRANT SELECT ("x.y") ON TABLE "a.b"."Or""der" TO "SELECT";

-- down
-- access-share
REVOKE UPDATE ON TABLE "a.b"."Or""der" FROM "it's a.""role";
-- access-share
REVOKE SELECT ("x.y") ON TABLE "a.b"."Or""der" FROM "SELECT";
-- access-share
GRANT SELECT ON TABLE "a.b"."Or""der" TO "SELECT";
-- access-share
GRANT USAGE ON SEQUENCE "a.b"."Or""der_x.y_seq" TO "it's a.""role";
