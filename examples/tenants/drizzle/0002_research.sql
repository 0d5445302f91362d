CREATE TYPE "public"."output_format" AS ENUM('markdown', 'html');--> statement-breakpoint
CREATE TYPE "public"."plan_status" AS ENUM('draft', 'approved', 'running', 'done', 'failed');--> statement-breakpoint
CREATE TYPE "public"."step_kind" AS ENUM('search', 'read', 'analyse', 'write');--> statement-breakpoint
CREATE TYPE "public"."step_status" AS ENUM('queued', 'running', 'done', 'failed', 'skipped');--> statement-breakpoint
CREATE TABLE "ai_usage" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ai_usage_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organization_id" text NOT NULL,
	"user_id" text,
	"model_id" uuid NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"total_tokens" integer GENERATED ALWAYS AS (input_tokens + output_tokens) STORED,
	"cost_usd" numeric(14, 8) NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ai_usage_tokens_not_negative" CHECK ("ai_usage"."input_tokens" >= 0 and "ai_usage"."output_tokens" >= 0)
);
--> statement-breakpoint
ALTER TABLE "ai_usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organization_id" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb,
	"happened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research_outputs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"step_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"format" "output_format" DEFAULT 'markdown' NOT NULL,
	"content" text NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "research_outputs_step_version" UNIQUE("step_id","version")
);
--> statement-breakpoint
ALTER TABLE "research_outputs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"status" "plan_status" DEFAULT 'draft' NOT NULL,
	"owner_id" text,
	"parent_id" uuid,
	"final_output_id" uuid,
	"budget_usd" numeric(10, 2),
	"approved_at" timestamp with time zone,
	CONSTRAINT "research_plans_organization_id" UNIQUE("organization_id","id"),
	CONSTRAINT "research_plans_budget_positive" CHECK ("research_plans"."budget_usd" > 0),
	CONSTRAINT "research_plans_title_length" CHECK (char_length("research_plans"."title") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "research_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "step_kind" NOT NULL,
	"status" "step_status" DEFAULT 'queued' NOT NULL,
	"instruction" text NOT NULL,
	"model_id" uuid,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"error" text,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "research_steps_plan_position" UNIQUE("plan_id","position"),
	CONSTRAINT "research_steps_position_positive" CHECK ("research_steps"."position" > 0)
);
--> statement-breakpoint
ALTER TABLE "research_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_usage" ADD CONSTRAINT "ai_usage_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_usage" ADD CONSTRAINT "ai_usage_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_usage" ADD CONSTRAINT "ai_usage_model_id_ai_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."ai_models"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_user_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_outputs" ADD CONSTRAINT "research_outputs_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_outputs" ADD CONSTRAINT "research_outputs_step_id_research_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."research_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_plans" ADD CONSTRAINT "research_plans_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_plans" ADD CONSTRAINT "research_plans_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_plans" ADD CONSTRAINT "research_plans_parent_id_research_plans_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."research_plans"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_plans" ADD CONSTRAINT "research_plans_final_output_id_research_outputs_id_fk" FOREIGN KEY ("final_output_id") REFERENCES "public"."research_outputs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_steps" ADD CONSTRAINT "research_steps_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_steps" ADD CONSTRAINT "research_steps_model_id_ai_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."ai_models"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_steps" ADD CONSTRAINT "research_steps_plan_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."research_plans"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_usage_organization_used_idx" ON "ai_usage" USING btree ("organization_id","used_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_organization_time_idx" ON "audit_events" USING btree ("organization_id","happened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "research_plans_open_idx" ON "research_plans" USING btree ("organization_id","created_at" DESC NULLS LAST) WHERE "research_plans"."status" in ('draft', 'approved', 'running');--> statement-breakpoint
CREATE INDEX "research_steps_queue_idx" ON "research_steps" USING btree ("created_at") WHERE "research_steps"."status" = 'queued';--> statement-breakpoint
CREATE POLICY "ai_usage_select" ON "ai_usage" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("ai_usage"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "ai_usage_insert" ON "ai_usage" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("ai_usage"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "ai_usage_update" ON "ai_usage" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("ai_usage"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("ai_usage"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "ai_usage_delete" ON "ai_usage" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("ai_usage"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "audit_events_select" ON "audit_events" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("audit_events"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "audit_events_insert" ON "audit_events" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("audit_events"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "audit_events_update" ON "audit_events" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("audit_events"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("audit_events"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "audit_events_delete" ON "audit_events" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("audit_events"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_outputs_select" ON "research_outputs" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("research_outputs"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_outputs_insert" ON "research_outputs" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("research_outputs"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_outputs_update" ON "research_outputs" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("research_outputs"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("research_outputs"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_outputs_delete" ON "research_outputs" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("research_outputs"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_plans_select" ON "research_plans" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("research_plans"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_plans_insert" ON "research_plans" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("research_plans"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_plans_update" ON "research_plans" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("research_plans"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("research_plans"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_plans_delete" ON "research_plans" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("research_plans"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_steps_select" ON "research_steps" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("research_steps"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_steps_insert" ON "research_steps" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("research_steps"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_steps_update" ON "research_steps" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("research_steps"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("research_steps"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_steps_delete" ON "research_steps" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("research_steps"."organization_id" = (select current_setting('app.organization_id', true)));