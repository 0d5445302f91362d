create table t (a int primary key) partition by range (a);
create table t_1 partition of t for values from (1) to (9);
create publication p for table t_1;
create publication q for table t with (publish_via_partition_root);
