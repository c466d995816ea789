import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toldToContender } from '../gateway/contender/serve.js';
import { pageAnswer } from './ledger.js';

// A process: the subgraph of the tables. What is measured is the gateway, so it executes no GraphQL.

// `tables.ts` tells it so.
const { rows } = toldToContender() as { rows: number };

const server = createServer((message, response) => {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(answerTo(Buffer.concat(chunks).toString('utf8')));
  });
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => process.exit());

function answerTo(body: string): string {
  // The gateway wrote it.
  const { query, variables } = JSON.parse(body) as {
    query: string;
    variables?: { after?: string | null };
  };
  if (!query.includes('entries')) return '{"data":{"small":1}}';
  const [, key = 'entries'] = /(\w+)\s*:\s*entries\b/.exec(query) ?? [];
  return pageAnswer(key, { after: Number(variables?.after ?? 0), rows });
}
