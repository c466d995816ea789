import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { schemaFolder } from './schema-folder.js';

/** Folders of the documents that are trusted: `public` at both graphs, `department` at the departments' graph only. */
export const documentFolders = {
  public: join(schemaFolder, 'document'),
  department: join(schemaFolder, 'document', 'department'),
} as const;

/** A document that is trusted, with what stands beside it. */
export interface CommittedDocument {
  /** Its file without the ending, from `schema/document/`: `p1`, `department/p5`. */
  readonly name: string;
  readonly text: string;
  /** The variables beside it; none when there is no such file. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The documents of one folder by name. */
export function committedDocuments(folder: keyof typeof documentFolders): CommittedDocument[] {
  const path = documentFolders[folder];
  const before = folder === 'public' ? '' : `${folder}/`;
  return readdirSync(path)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => ({
      name: before + name.slice(0, -'.graphql'.length),
      text: readFileSync(join(path, name), 'utf8'),
      variables: variablesIn(join(path, name.replace(/\.graphql$/, '.variables.json'))),
    }));
}

function variablesIn(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  // The file is JSON of the document's variables.
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
