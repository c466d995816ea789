import { anonymous } from '@manabi/gateway/identity/caller';
import { SubgraphOperation, SubgraphRequest } from '@manabi/gateway/transport/transport';
import { openCity } from '@manabi/hub/city/city';
import { openHome } from '@manabi/hub/home/home';
import { pino } from 'pino';
import { serveAnswers } from './remembered-answers.js';
import { toldToContender } from './contender/serve.js';

/*
 * The subgraphs of the sample city in one process, for gateways that cannot sign: their requests are handed to the
 * services as calls within this process, in nobody's name. Nothing of the city is told to accept what is unsigned.
 */

// `city-setting.ts` tells it so.
const { home } = toldToContender() as { home: string };
const city = await openCity({
  home: openHome({ HUB_HOME: home }),
  port: 0,
  separate: false,
  empty: false,
  log: pino({ level: 'silent' }),
  progress: () => undefined,
});
await city.services.catchUp();

serveAnswers(async (name, body) => {
  // A gateway wrote it.
  const { query, variables } = JSON.parse(body) as { query: string; variables?: object | null };
  const transport = city.services.transports.get(name);
  if (!transport) throw new Error(`The city has no service "${name}".`);
  const scope = {
    deadline: performance.now() + 60_000,
    signal: new AbortController().signal,
    requestId: 'bench',
    caller: anonymous,
  };
  const operation = new SubgraphOperation(query, 'query', true);
  const written = JSON.stringify(variables ?? {});
  const { data, errors } = await transport.send(new SubgraphRequest(operation, written, scope));
  return JSON.stringify({ ...(errors && { errors }), data });
});

process.on('disconnect', () => void city.stop().finally(() => process.exit()));
