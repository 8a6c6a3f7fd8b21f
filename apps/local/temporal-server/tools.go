//go:build tools

// Package tools pins the Temporal command line (server included) that apps/local builds where no binary can be downloaded.
package tools

import _ "github.com/temporalio/cli/cmd/temporal"
