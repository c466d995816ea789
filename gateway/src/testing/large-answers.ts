import { createServer, type ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { portOf } from './subgraph-server.js';

// A program: a server of answers that are too large, one under each path.

const json = 'application/json';
const piece = Buffer.alloc(1_000_000, 'x');
const gzipped = gzipSync(Buffer.alloc(10_000_000), { level: 9 });
const zeros = Buffer.alloc(160_000_000);
const bombs: Readonly<Record<string, Buffer>> = {
  // Members one after the other are one gzip stream (RFC 1952): about 10 MB that unpack to 10 GB.
  gzip: Buffer.concat(Array.from({ length: 1000 }, () => gzipped)),
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: zstdCompressSync(zeros),
};

function send(path: string, response: ServerResponse): void {
  const bomb = bombs[path];
  if (bomb) {
    response.writeHead(200, { 'content-type': json, 'content-encoding': path }).end(bomb);
  } else if (path === 'small') {
    response.writeHead(200, { 'content-type': json }).end('{"data":{}}');
  } else {
    const length = path === 'declared' ? { 'content-length': 200_000_000 } : {};
    response.writeHead(200, { 'content-type': json, ...length });
    pour(response, 200);
  }
}

function pour(response: ServerResponse, left: number): void {
  if (left === 0) return void response.end();
  response.write(piece, () => {
    if (!response.destroyed) pour(response, left - 1);
  });
}

const server = createServer((message, response) => {
  message.resume();
  send(message.url?.slice(1) ?? '', response);
});
server.listen(0, '127.0.0.1', () => process.send?.(portOf(server)));
