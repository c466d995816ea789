import { QueryPlanner } from '@graphql-hive/router-query-planner';

// The planner is native code, and a document can make it abort its whole process (seen with 0.0.38). So it
// lives in a process of its own, which takes a supergraph first and then documents, one at a time. This
// file imports npm packages only: in development node runs it as it is.

interface Message {
  supergraphSdl?: string;
  document?: string;
  operationName?: string;
}

let planner: QueryPlanner | undefined;
const noLabels = new Set<string>();

process.on('message', ({ supergraphSdl, document, operationName }: Message) => {
  if (supergraphSdl !== undefined) {
    planner = new QueryPlanner(supergraphSdl);
    process.send?.({ isReady: true });
  }
  if (document === undefined || !planner) return;
  try {
    process.send?.({ plan: planner.plan(document, operationName, noLabels, 0) });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());
