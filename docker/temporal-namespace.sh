#!/bin/sh
# Creates the namespace once; closed histories stay readable for a month, the journal in PostgreSQL keeps everything for good.
set -eu
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 720h
