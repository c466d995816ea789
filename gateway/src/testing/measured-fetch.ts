import { httpTransport } from '../transport/http.js';
import { SubgraphOperation, SubgraphRequest, type Transport } from '../transport/transport.js';
import { SubgraphSilent } from '../errors/gateway-error.js';

// A program: asks a server once, in a process that does nothing else, and tells by how much its memory rose.

/** What came of one fetch. */
export interface Measured {
  fault: string;
  milliseconds: number;
  /** Bytes by which the resident memory rose at most, from before the fetch. */
  rise: number;
}

const [address = '', path = '', answerBytes = ''] = process.argv.slice(2);

function wayTo(place: string): Transport {
  return httpTransport({
    url: `${address}/${place}`,
    signingKey: 'a key for tests only',
    answerBytes: Number(answerBytes),
    acceptEncoding: ['gzip', 'br', 'zstd'],
  });
}

async function faultOf(way: Transport): Promise<string> {
  const { signal } = new AbortController();
  const caller = { role: 'anonymous', scopes: [] } as const;
  const scope = { deadline: performance.now() + 20_000, signal, requestId: 'measured', caller };
  try {
    await way.send(new SubgraphRequest(new SubgraphOperation('{a}'), '{}', scope));
    return 'none';
  } catch (error) {
    return error instanceof SubgraphSilent ? error.fault : String(error);
  }
}

const small = wayTo('small');
for (let count = 0; count < 20; count += 1) await faultOf(small);
const before = process.memoryUsage.rss();
let highest = before;
const sampling = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 2);
const began = performance.now();
const fault = await faultOf(wayTo(path));
const milliseconds = performance.now() - began;
await new Promise((resolve) => setTimeout(resolve, 100));
clearInterval(sampling);
const measured: Measured = { fault, milliseconds, rise: highest - before };
process.send?.(measured, () => process.exit(0));
