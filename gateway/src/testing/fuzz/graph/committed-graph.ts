import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Subgraph } from '../../../composition/compose.js';

const folder = fileURLToPath(new URL('../../../../../schema', import.meta.url));
const names = ['center', 'kominkan', 'library', 'plan', 'sports', 'welfare'];

/** The graph as it is committed, over data that follows from its SDL alone. */
export const committedGraph: readonly Subgraph[] = names.map((name) => ({
  name,
  sdl: readFileSync(`${folder}/${name}.graphql`, 'utf8'),
}));
