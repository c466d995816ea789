import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { departments } from '@manabi/hub/city/departments';
import { printGraph } from '@manabi/hub/graph/graph';
import { schemaFolder } from '@manabi/hub/graph/schema-folder';
import type { Asked } from './contest.js';
import { MeasuredProcess } from './measured-process.js';
import { issuedPassport } from './passport.js';
import type { Setting } from './shop-setting.js';

/** A question of `schema/document` with its variables. */
export function questionOf(name: string): Asked {
  const read = (ending: string): string =>
    readFileSync(join(schemaFolder, 'document', `${name}.${ending}`), 'utf8');
  // A file of ours beside the document.
  return {
    query: read('graphql'),
    variables: JSON.parse(read('variables.json')) as Record<string, unknown>,
  };
}

/** Milliseconds that a city has to open and fill itself, on a machine that is busy. */
const patience = 300_000;

/** Opens the sample city in a folder, its services offered to whoever asks on this machine for as long as it is open. */
export async function openCitySetting(home: string, asked: readonly Asked[]): Promise<Setting> {
  const script = fileURLToPath(new URL('city-subgraphs.js', import.meta.url));
  const city = await MeasuredProcess.start({ script, told: { home }, core: 'others', patience });
  const graph = printGraph(departments);
  const subgraphs = [...graph.subgraphs].map(([name, sdl]) => ({ name, sdl }));
  const urls = Object.fromEntries(subgraphs.map(({ name }) => [name, `${city.url}/${name}`]));
  return {
    surroundings: {
      supergraphSdl: graph.public,
      subgraphs,
      urls,
      url: city.url,
      waves: {},
      documents: asked.map(({ query }) => query),
      ...(await issuedPassport()),
    },
    calls: async () => (await city.ask<{ calls: number }>()).calls,
    stop: () => city.stop(),
  };
}
