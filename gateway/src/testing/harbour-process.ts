import { openService } from '@manabi/kit/open';
import { serve } from '@manabi/kit/serve';
import { harbour } from '@manabi/kit/testing/harbour';
import { weather } from '@manabi/kit/testing/weather';
import { pino } from 'pino';
import { harbourKey } from './harbour-key.js';

// One department as a process of its own: `harbour` or `weather`, the address of its database, and its port.
const [name, databaseUrl = '', port = '0'] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const service = await openService(name === 'weather' ? weather : harbour, {
  databaseUrl,
  log: ({ error }) => process.stderr.write(`${String(error)}\n`),
});
const served = await serve(service, { port: Number(port), gatewayKey: harbourKey, log });
process.on('message', () => process.send?.({ count: service.subscriptions.count }));
process.once('disconnect', () => process.exit());
process.send?.({ url: served.url });
