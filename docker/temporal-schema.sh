#!/bin/sh
# Brings the two databases of Temporal to the version of this image. Safe to run again.
set -eu
export SQL_PLUGIN=postgres12 SQL_HOST=postgres SQL_PORT=5432 SQL_USER=temporal
schema=/etc/temporal/schema/postgresql/v12
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  temporal-sql-tool --db "$database" setup-schema -v 0.0 || echo "$database has a schema already"
  temporal-sql-tool --db "$database" update-schema -d "$schema/${pair#*:}/versioned"
done
