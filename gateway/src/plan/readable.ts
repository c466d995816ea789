import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QueryPlanner } from '@graphql-hive/router-query-planner';

/** Milliseconds the planner may take to read a supergraph. */
const patience = 10_000;

// In development the sources run as they are, so the program is a .ts file beside this one.
const program = fileURLToPath(
  new URL(`./planner-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);

/** Throws what the planner finds wrong with a supergraph; one of which it dies ends this process. */
export function refuseUnreadable(supergraphSdl: string): void {
  void new QueryPlanner(supergraphSdl).consumerSchema;
}

/**
 * Throws when the planner cannot read a supergraph or dies of it, which it does of some (seen with 0.0.38). It reads in
 * a process of its own, for which this one waits: for starts, not for a gateway that answers.
 */
export function refuseDeadly(supergraphSdl: string): void {
  const { status, stderr } = spawnSync(process.execPath, [program, 'read'], {
    input: supergraphSdl,
    timeout: patience,
    encoding: 'utf8',
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  const reason = stderr.split('\n').find((line) => line && !/^thread|^\(node/.test(line)) ?? '';
  throw new Error(`The planner cannot read this supergraph. ${reason.slice(0, 300)}`.trim());
}
