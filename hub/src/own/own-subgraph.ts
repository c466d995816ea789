import { Problem } from '@manabi/kit/problem';

import { isObject } from '../conform/reply.js';
import { Subject } from '../conform/subject.js';

/** A subgraph of a department's own that stands in the place of the built-in service. */
export interface OwnSubgraph {
  /** The department whose service it replaces. */
  readonly name: string;
  /** Its GraphQL address. */
  readonly url: URL;
  /** The key that it shares with the gateways. */
  readonly key: string;
  /** What it says of itself. */
  readonly sdl: string;
  /** Whether it tells its changes at `/feed`. */
  readonly tells: boolean;
}

/** Asks a subgraph what it is. Throws a Problem when it does not say. */
export async function askOwnSubgraph(
  asked: Pick<OwnSubgraph, 'name' | 'url' | 'key'>,
): Promise<OwnSubgraph> {
  const subject = new Subject(asked.url, asked.key);
  const answer = await subject.ask('{ _service { sdl } }').catch((error: unknown) => {
    throw silent(asked, reasonOf(error));
  });
  const service = answer.data?.['_service'];
  const sdl = isObject(service) ? service['sdl'] : undefined;
  if (typeof sdl !== 'string' || sdl.trim() === '') {
    const said =
      answer.status === 401 ? 'it refused the signature: is the key the same?' : 'no SDL';
    throw silent(asked, `status ${answer.status}, ${said}`);
  }
  const feed = await subject.get('feed?limit=1').catch(() => undefined);
  return { ...asked, sdl, tells: feed?.status === 200 };
}

const silent = ({ name, url }: Pick<OwnSubgraph, 'name' | 'url'>, why: string): Problem =>
  new Problem(
    'UNAVAILABLE',
    `The subgraph of ${name} at ${url.href} does not say what it is ({ _service { sdl } }): ${why}. Start it, give it the key, then try again.`,
  );

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
