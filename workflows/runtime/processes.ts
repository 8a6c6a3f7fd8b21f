import { compileStored, type Definition, type Process } from '@countersign/domain';

/** Definitions that one worker thread keeps compiled; a chain of shops has some hundreds. */
const KEPT = 500;

/**
 * Compiled definitions by their whole text. This module is loaded once per worker thread and shared by all runs: compiling is pure, so whether a
 * run finds its process here or compiles it is nothing that a replay could see.
 */
const compiled = new Map<string, Process>();

/** `compileStored`, at most once per text and thread. */
export function processOf(definition: Definition): Process {
  const text = JSON.stringify(definition);
  const known = compiled.get(text);
  if (known) return known;
  const process = compileStored(definition);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(text, process);
  return process;
}
