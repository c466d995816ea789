import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { OperatorPages } from '@manabi/gateway/telemetry/operator-server';
import type { UsageRecord } from '@manabi/gateway/usage/usage-record';

import { Ownership } from '../graph/ownership.js';
import { schemaFolder } from '../graph/schema-folder.js';
import { type Board, boardOf } from './board.js';
import { boardPage } from './board-page.js';

/** Whose each field of the committed graph is. */
export function committedOwnership(): Ownership {
  return new Ownership(readFileSync(join(schemaFolder, 'supergraph.graphql'), 'utf8'));
}

/** What an operator of a city looks at to see who uses what: `/usage` for people, `/usage.json` for machines. */
export function usagePages(usage: UsageRecord | undefined): OperatorPages {
  if (!usage) return new Map();
  let ownership: Ownership | undefined;
  const board = (): Board => boardOf([usage.usage()], (ownership ??= committedOwnership()));
  return new Map([
    ['/usage', { type: 'text/html', body: () => boardPage(board(), new Date()) }],
    [
      '/usage.json',
      { type: 'application/json', body: () => JSON.stringify(Object.fromEntries(board())) },
    ],
  ]);
}
