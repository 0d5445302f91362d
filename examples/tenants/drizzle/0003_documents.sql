CREATE TYPE "public"."document_source" AS ENUM('upload', 'web', 'integration');--> statement-breakpoint
CREATE TYPE "public"."document_status" AS ENUM('pending', 'indexed', 'failed');--> statement-breakpoint
ALTER TYPE "public"."output_format" ADD VALUE 'json';--> statement-breakpoint
ALTER TYPE "public"."plan_status" ADD VALUE 'cancelled';--> statement-breakpoint
CREATE TABLE "document_chunks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"document_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" text NOT NULL,
	"tokens" integer NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"embedding" halfvec(1536),
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', "document_chunks"."content")) STORED,
	CONSTRAINT "document_chunks_document_position" UNIQUE("document_id","position"),
	CONSTRAINT "document_chunks_position_not_negative" CHECK ("document_chunks"."position" >= 0)
);
--> statement-breakpoint
ALTER TABLE "document_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_tags" (
	"organization_id" text NOT NULL,
	"document_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "document_tags_document_id_tag_id_pk" PRIMARY KEY("document_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "document_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"title" text NOT NULL,
	"source" "document_source" NOT NULL,
	"status" "document_status" DEFAULT 'pending' NOT NULL,
	"url" text,
	"checksum" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"uploaded_by" text,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "documents_size_positive" CHECK ("documents"."size_bytes" > 0),
	CONSTRAINT "documents_web_has_url" CHECK ("documents"."source" <> 'web' or "documents"."url" is not null)
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"organization_id" text NOT NULL,
	"name" text NOT NULL,
	"color" text DEFAULT '#64748b' NOT NULL,
	CONSTRAINT "tags_color_hex" CHECK ("tags"."color" ~ '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "research_step_sources" (
	"organization_id" text NOT NULL,
	"step_id" uuid NOT NULL,
	"chunk_id" uuid NOT NULL,
	"score" real NOT NULL,
	CONSTRAINT "research_step_sources_step_id_chunk_id_pk" PRIMARY KEY("step_id","chunk_id"),
	CONSTRAINT "research_step_sources_score_range" CHECK ("research_step_sources"."score" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "research_step_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ai_models" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "research_plans" ADD COLUMN "keywords" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_chunks" ADD CONSTRAINT "document_chunks_model_id_ai_models_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."ai_models"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tags" ADD CONSTRAINT "document_tags_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tags" ADD CONSTRAINT "document_tags_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_tags" ADD CONSTRAINT "document_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_user_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_step_sources" ADD CONSTRAINT "research_step_sources_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_step_sources" ADD CONSTRAINT "research_step_sources_step_id_research_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."research_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "research_step_sources" ADD CONSTRAINT "research_step_sources_chunk_id_document_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."document_chunks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_chunks_embedding_idx" ON "document_chunks" USING hnsw ("embedding" halfvec_cosine_ops) WITH (m=16,ef_construction=64);--> statement-breakpoint
CREATE INDEX "document_chunks_search_idx" ON "document_chunks" USING gin ("search");--> statement-breakpoint
CREATE INDEX "document_tags_tag_idx" ON "document_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_checksum_idx" ON "documents" USING btree ("organization_id","checksum") WHERE "documents"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "documents_pending_idx" ON "documents" USING btree ("created_at") WHERE "documents"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name_idx" ON "tags" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE INDEX "research_step_sources_chunk_idx" ON "research_step_sources" USING btree ("chunk_id");--> statement-breakpoint
CREATE INDEX "ai_models_enabled_idx" ON "ai_models" USING btree ("task") WHERE "ai_models"."is_enabled";--> statement-breakpoint
CREATE INDEX "research_outputs_metadata_idx" ON "research_outputs" USING gin ("metadata");--> statement-breakpoint
ALTER TABLE "research_steps" ADD CONSTRAINT "research_steps_finished_after_start" CHECK ("research_steps"."finished_at" >= "research_steps"."started_at");--> statement-breakpoint
CREATE POLICY "document_chunks_select" ON "document_chunks" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("document_chunks"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_chunks_insert" ON "document_chunks" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("document_chunks"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_chunks_update" ON "document_chunks" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("document_chunks"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("document_chunks"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_chunks_delete" ON "document_chunks" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("document_chunks"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_tags_select" ON "document_tags" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("document_tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_tags_insert" ON "document_tags" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("document_tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_tags_update" ON "document_tags" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("document_tags"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("document_tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "document_tags_delete" ON "document_tags" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("document_tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "documents_select" ON "documents" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("documents"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "documents_insert" ON "documents" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("documents"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "documents_update" ON "documents" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("documents"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("documents"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "documents_delete" ON "documents" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("documents"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "tags_select" ON "tags" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "tags_insert" ON "tags" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "tags_update" ON "tags" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("tags"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "tags_delete" ON "tags" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("tags"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_step_sources_select" ON "research_step_sources" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("research_step_sources"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_step_sources_insert" ON "research_step_sources" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("research_step_sources"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_step_sources_update" ON "research_step_sources" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("research_step_sources"."organization_id" = (select current_setting('app.organization_id', true))) WITH CHECK ("research_step_sources"."organization_id" = (select current_setting('app.organization_id', true)));--> statement-breakpoint
CREATE POLICY "research_step_sources_delete" ON "research_step_sources" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("research_step_sources"."organization_id" = (select current_setting('app.organization_id', true)));