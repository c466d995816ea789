import { createServer } from 'node:http';
import { portOf } from './subgraph-server.js';

// A program: a subgraph that sends the first half of every answer, says so to who started it, and waits.

const server = createServer((message, response) => {
  message.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"data":{"_entities":[{"__typename":"Item","id":"p1",', () =>
    process.send?.('half'),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.(portOf(server)));
