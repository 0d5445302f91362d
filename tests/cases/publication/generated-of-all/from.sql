create publication p for all tables with (publish_generated_columns = stored);
