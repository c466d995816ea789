import { setImmediate } from 'node:timers/promises';
import { createGateway } from '@manabi/gateway/gateway';
import type { Transport } from '@manabi/gateway/transport/transport';
import { fetched } from './fetched.js';
import type { FixedCall } from './contender/limit.js';

/** The calls that our gateway makes for a document, in the order in which they wait for one another. */
export async function recordedCalls(
  query: string,
  shop: { supergraphSdl: string; urls: Readonly<Record<string, string>> },
): Promise<FixedCall[][]> {
  const waves: FixedCall[][] = [];
  let wave: FixedCall[] | undefined;
  const recording = ([service, url]: [string, string]): [string, Transport] => [
    service,
    {
      async send({ body }) {
        if (!wave) waves.push((wave = []));
        wave.push({ service, body });
        await setImmediate();
        wave = undefined;
        // The workload's subgraphs answer with GraphQL.
        return (await fetched(url, body)) as { data: Record<string, unknown> };
      },
    },
  ];
  const gateway = createGateway({
    supergraphSdl: shop.supergraphSdl,
    subgraphs: new Map(Object.entries(shop.urls).map(recording)),
    mode: 'development',
    contract: 'full',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  try {
    await gateway.execute({ query });
    return waves;
  } finally {
    await gateway.close();
  }
}
