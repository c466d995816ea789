import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** An answer over HTTP, and after how many milliseconds it was there. */
export interface Timed {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  took: number;
}

/** How something is asked over HTTP. */
export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  agent?: Agent;
}

/** Asks over HTTP on a connection of its own, unless an agent is given, and takes the time. */
export function timedAsk(url: string, asked: Asked = {}): Promise<Timed> {
  const { method = 'GET', headers = {}, body, agent = new Agent({ keepAlive: false }) } = asked;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          took: performance.now() - began,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks a question by POST and takes the time. */
export function timedQuestion(url: string, query: string, asked: Asked = {}): Promise<Timed> {
  return timedAsk(url, {
    method: 'POST',
    ...asked,
    headers: { 'content-type': 'application/json', ...asked.headers },
    body: JSON.stringify({ query }),
  });
}
