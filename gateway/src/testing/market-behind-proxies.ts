import type { GatewayOptions } from '../gateway.js';
import { httpTransport } from '../transport/http.js';
import { openFaultProxy, type FaultProxy } from './fault-proxy.js';
import { market, type TestSubgraph } from './market.js';
import { openMarket, type OpenMarket } from './open-market.js';
import { testKey } from './subgraph-server.js';

/** A gateway with a fault proxy before each of its subgraphs. */
export interface MarketBehindProxies extends OpenMarket {
  proxy(name: string): FaultProxy;
  /** What the gateway logged of subgraphs that gave no usable answer. */
  readonly silences: Record<string, unknown>[];
}

/** Starts the market with a proxy before every subgraph; each lets everything pass. */
export async function openMarketBehindProxies(
  options: Partial<GatewayOptions> = {},
  subgraphs: readonly TestSubgraph[] = market,
): Promise<MarketBehindProxies> {
  const proxies = new Map<string, FaultProxy>();
  for (const { name } of subgraphs) proxies.set(name, await openFaultProxy());
  const transports = [...proxies].map(
    ([name, { url }]) => [name, httpTransport({ url, signingKey: testKey })] as const,
  );
  const silences: Record<string, unknown>[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: Record<string, unknown>) => void silences.push(fields),
    error: () => undefined,
  };
  // How busy the machine is must not decide what these tests see.
  const load = { delay: 60_000 };
  const given = { subgraphs: new Map(transports), log, load, ...options };
  const opened = await openMarket(given, subgraphs);
  for (const { name, url } of opened.subgraphs.values()) {
    const proxy = proxies.get(name);
    if (proxy) proxy.target = url;
  }
  return {
    ...opened,
    silences,
    proxy(name) {
      const found = proxies.get(name);
      if (!found) throw new Error(`The market has no subgraph "${name}".`);
      return found;
    },
    async close() {
      await opened.close();
      for (const proxy of proxies.values()) await proxy.close();
    },
  };
}
