-- Custom SQL migration file, put your code below! --
CREATE EXTENSION IF NOT EXISTS vector;--> statement-breakpoint
DO $$
BEGIN
  -- A role belongs to the whole cluster, so another database may have made it before.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'authenticated') THEN
    CREATE ROLE authenticated NOLOGIN NOINHERIT;
  END IF;
END
$$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO authenticated;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO authenticated;
