#!/bin/sh
# Runs once, when the volume is new: one role and database for the product, one role and two databases for Temporal.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v app="$COUNTERSIGN_DB_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE countersign LOGIN PASSWORD :'app';
CREATE DATABASE countersign OWNER countersign;
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL
