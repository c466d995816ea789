import { fileURLToPath } from 'node:url';
import { composeSupergraph } from '@manabi/gateway/composition/compose';
import type { Surroundings } from './contenders.js';
import { MeasuredProcess } from './measured-process.js';
import { issuedPassport } from './passport.js';
import { recordedCalls } from './recorded-calls.js';
import { bigQuery, smallQuery } from './workload/operations.js';
import { shop } from './workload/shop.js';

/** Subgraphs, running. */
export interface Setting {
  readonly surroundings: Surroundings;
  /** Calls the subgraphs have had so far. */
  calls(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the subgraphs that cost nothing, and composes what they serve. */
export async function openShop(): Promise<Setting> {
  const script = fileURLToPath(new URL('free-subgraphs.js', import.meta.url));
  const subgraphs = await MeasuredProcess.start({ script, told: {}, core: 'others' });
  const urls = Object.fromEntries(shop.map(({ name }) => [name, `${subgraphs.url}/${name}`]));
  const supergraphSdl = composeSupergraph(
    shop.map(({ name, sdl }) => ({ name, sdl, url: urls[name] ?? '' })),
  );
  const waves = {
    [bigQuery]: await recordedCalls(bigQuery, { supergraphSdl, urls }),
    [smallQuery]: await recordedCalls(smallQuery, { supergraphSdl, urls }),
  };
  const passport = await issuedPassport();
  return {
    surroundings: {
      supergraphSdl,
      subgraphs: shop,
      urls,
      url: subgraphs.url,
      waves,
      documents: Object.keys(waves),
      ...passport,
    },
    calls: async () => (await subgraphs.ask<{ calls: number }>()).calls,
    stop: () => subgraphs.stop(),
  };
}
