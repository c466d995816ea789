import { buildSubgraph } from '@manabi/kit/subgraph';
import { harbour } from '@manabi/kit/testing/harbour';
import { weather } from '@manabi/kit/testing/weather';
import { pino } from 'pino';
import { composeSupergraph } from '../composition/compose.js';
import { connectionSettings } from '../configuration/process-settings.js';
import { guardedServer } from '../front-door/server.js';
import { createGateway } from '../gateway.js';
import { httpTransport } from '../transport/http.js';
import { harbourKey } from './harbour-key.js';
import { portOf } from './subgraph-server.js';

// A gateway before the two departments, as a process of its own: their addresses, in order.
const [harbourUrl = '', weatherUrl = ''] = process.argv.slice(2);
const subgraphs = [harbour, weather].map(buildSubgraph);
const supergraph = (word: string): string =>
  composeSupergraph(
    subgraphs.map(({ name, sdl }) => ({
      name,
      url: `http://${name}`,
      sdl: `${sdl}\n"${word}"\nscalar ${word}`,
    })),
  );
const wayTo = (url: string) =>
  httpTransport({ url: `${url}/graphql`, signingKey: harbourKey, connections: 64 });
const gateway = createGateway({
  supergraphSdl: supergraph('First'),
  subgraphs: new Map([
    ['harbour', wayTo(harbourUrl)],
    ['weather', wayTo(weatherUrl)],
  ]),
  mode: 'development',
  contract: 'full',
  streams: { perClient: 20_000, inAll: 20_000, slowAfter: 8_000 },
  log: pino({ level: 'silent' }),
});
const server = guardedServer(connectionSettings.parse({ limit: 20_000 }), (message, response) => {
  void gateway.handle(message, response);
});

/** What a test may ask of this process. */
process.on('message', (asked: { reload?: string; tidy?: boolean }) => {
  void (async () => {
    if (asked.reload) await gateway.reload(supergraph(asked.reload));
    // Takes long when there is much: only what is asked for what it holds does it.
    if (asked.tidy) globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const worked = (user + system) / 1000;
    process.send?.({ streams: gateway.streams(), rss, held: heapUsed + external, worked });
  })();
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${portOf(server)}` }));
