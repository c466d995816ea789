import { readFileSync } from 'node:fs';
import { QueryPlanner } from '@graphql-hive/router-query-planner';

// The planner is native code, and a document can make it abort its whole process (seen with 0.0.38). So it
// lives in a process of its own, which takes a supergraph first and then documents, one at a time. This
// file imports npm packages only: in development node runs it as it is.

interface Message {
  supergraphSdl?: string;
  document?: string;
  operationName?: string;
}

// Started with "read", it only finds out whether a supergraph can be read.
if (process.argv[2] === 'read') {
  void new QueryPlanner(readFileSync(0, 'utf8')).consumerSchema;
  process.exit(0);
}

let planner: QueryPlanner | undefined;
const noLabels = new Set<string>();

process.on('message', ({ supergraphSdl, document, operationName }: Message) => {
  if (supergraphSdl !== undefined) {
    try {
      planner = new QueryPlanner(supergraphSdl);
      process.send?.({ isReady: true });
    } catch (error) {
      process.send?.({ unreadable: error instanceof Error ? error.message : String(error) });
    }
  }
  if (document === undefined || !planner) return;
  try {
    process.send?.({ plan: planner.plan(document, operationName, noLabels, 0) });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());
