// The HTTP door of the vendor's system.
import { createServer } from 'node:http';

import {
  booksAsCsv,
  changedBooks,
  pageOfBooks,
  pageOfChanges,
  shelves,
  withdraw,
} from './paper.mjs';
import { isSigned } from './signature.mjs';
import { answerBody } from './subgraph.mjs';

/** Opens the door; `key` is shared with the city's gateways, `token` with whoever pulls. */
export function openDoor({ port, key, token }) {
  const state = { silentUntil: 0, live: 0 };
  const server = createServer((request, response) => {
    handle({ key, token, state }, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

async function handle({ key, token, state }, request, response) {
  const url = new URL(request.url, 'http://vendor');
  const body = await textOf(request);
  if (url.pathname === '/hang') {
    state.silentUntil = Date.now() + Number(JSON.parse(body).milliseconds);
    return send(response, 200, {});
  }
  if (url.pathname === '/withdraw')
    return send(response, 200, withdraw(JSON.parse(body).bibId) ?? {});
  if (url.pathname === '/asked') return send(response, 200, { live: state.live });
  const silence = state.silentUntil - Date.now();
  if (silence > 0) await new Promise((resolve) => setTimeout(resolve, silence));
  if (url.pathname === '/health' || url.pathname === '/ready')
    return send(response, 200, { status: 'ok' });
  if (url.pathname === '/graphql' && request.method === 'POST')
    return graphql({ key, body }, request, response);
  if (!['/files/books.csv', '/api/books', '/api/changed', '/rpde', '/live'].includes(url.pathname))
    return send(response, 404, {});
  if (url.pathname === '/api/changed' && request.headers['x-api-key'] === token)
    return send(response, 200, changedBooks(url.searchParams));
  if (request.headers.authorization !== `Bearer ${token}`) return send(response, 401, {});
  if (url.pathname === '/files/books.csv') {
    return response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end(booksAsCsv());
  }
  if (url.pathname === '/live') {
    state.live += 1;
    return send(response, 200, shelves(JSON.parse(body)));
  }
  return send(
    response,
    200,
    url.pathname === '/rpde' ? pageOfChanges(url.searchParams) : pageOfBooks(url.searchParams),
  );
}

function graphql({ key, body }, request, response) {
  if (!isSigned(key, body, request.headers['hub-signature']))
    return send(response, 401, {
      errors: [
        {
          message: 'This is for the gateways of the city.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  if (request.headers['hub-time-left'] === '0')
    return send(response, 503, {
      errors: [{ message: 'Nobody waits any more.', extensions: { code: 'UNAVAILABLE' } }],
    });
  const answer = answerBody(body);
  return send(response, answer.errors && !answer.data ? 400 : 200, answer);
}

async function textOf(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > 4_000_000) throw new Error('too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function send(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}
