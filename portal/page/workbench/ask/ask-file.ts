import { liveSession } from '../sign-in/session.js';
import { type Question, type Refusal, graphPaths, headersFor } from './ask-graph.js';

/** Which list is wanted, and in which form (docs/tables.md). */
export interface WantedFile {
  readonly format: 'ndjson' | 'parquet';
  /** Response keys that lead to the rows. */
  readonly path: readonly string[];
}

/** Asks the gateway itself for a list as a file, with all its pages where it has any; answers why not where it refuses. */
export async function askFile(
  { query, variables, graph }: Question,
  { format, path }: WantedFile,
): Promise<Blob | readonly Refusal[]> {
  const at = path.indexOf('edges') + 1 || path.length;
  const inner = path.slice(at).filter((key) => key !== 'node');
  const address = new URLSearchParams({ format, list: path.slice(0, at).join('.') });
  if (inner.length > 0) address.set('rows', inner.join('.'));
  if (/\$after\b/.test(query)) address.set('pages', 'all');
  const session = graph === 'department' ? await liveSession() : undefined;
  const response = await fetch(`${graphPaths[graph]}?${address}`, {
    method: 'POST',
    headers: headersFor(session),
    body: JSON.stringify({ query, variables }),
  });
  if (response.ok) return response.blob();
  // The gateway tells in JSON why there is no table.
  const { errors } = (await response.json()) as { errors?: readonly Refusal[] };
  return errors ?? [];
}
