import type { OperationUse, Usage } from '@manabi/gateway/usage/usage-file';
import { digestOf } from '@manabi/gateway/trusted/trusted-documents';

import { committedDocuments } from '../graph/document-folders.js';
import { documentOf, nameOf } from '../usage/board-text.js';
import type { Asker, KnownOperation } from './operation-check.js';

/** What of the record counts. */
export interface Counted {
  /** Uses last asked before this moment (ISO 8601) no longer count. */
  readonly since: string;
}

/** Every document that somebody asks or may ask: those that are trusted, and those that were recorded. */
export function knownOperations(usages: readonly Usage[], { since }: Counted): KnownOperation[] {
  const known = new Map<string, KnownOperation>();
  for (const [folder, contract] of [
    ['public', 'public'],
    ['department', 'full'],
  ] as const) {
    for (const { name, text } of committedDocuments(folder)) {
      const document = `schema/document/${name}.graphql`;
      known.set(`${contract} ${digestOf(text)}`, { contract, text, document, askers: [] });
    }
  }
  for (const { documents, uses } of usages) {
    for (const use of uses.filter(({ last }) => last >= since)) {
      const key = `${use.contract} ${use.document}`;
      const { shape, name } = documents[use.document] ?? {};
      if (shape === undefined) continue;
      const found = known.get(key) ?? {
        contract: use.contract,
        text: shape,
        document: documentOf({ operation: name ?? null, document: use.document }),
        askers: [],
      };
      known.set(key, { ...found, askers: [...found.askers, askerOf(use)] });
    }
  }
  return [...known.values()];
}

function askerOf({ client, role, contract, purpose, times, since, last }: OperationUse): Asker {
  const name = nameOf({ client, role, contract });
  return { name: purpose === null ? name : `${name} for ${purpose}`, times, since, last };
}
