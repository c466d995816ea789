import { readFileSync } from 'node:fs';

import type { Waited } from '@manabi/kit/deadline';
import { LiveSource } from '@manabi/kit/outbound/live-source';
import { SourceProblem } from '@manabi/kit/outbound/source-problem';
import { Problem } from '@manabi/kit/problem';
import { z } from 'zod';

/** Whose copies are asked for: a title's, at the branch in a building, or everywhere where that is null. */
export interface ShelfKey {
  readonly isbn: string;
  /** The code of the building that the branch is in. */
  readonly branch: string | null;
}

/** What stands on a shelf, as the library's own system just said. */
export interface LiveShelf extends ShelfKey {
  readonly copies: number;
  readonly onShelf: number;
  readonly checkedAt: Date;
}

const shelf = z.object({ copies: z.int().min(0), onShelf: z.int().min(0) });

/** What the live address answers: see docs/connecting.md, "Live". */
const told = z.object({
  session: z.string().max(200).optional(),
  continue: z.boolean().default(false),
  checkedAt: z.iso.datetime({ offset: true }).optional(),
  titles: z.record(z.string(), z.record(z.string(), shelf)),
});

const settings = z.object({
  LIBRARY_LIVE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LIBRARY_LIVE_TOKEN_FILE: z.string().optional(),
  LIBRARY_LIVE_MILLISECONDS: z.coerce.number().int().min(50).max(10_000).default(800),
  LIBRARY_LIVE_SECONDS: z.coerce.number().int().min(0).max(60).default(5),
  LIBRARY_LIVE_INSIDE: z.enum(['true', 'false']).default('false'),
});

type Settings = z.output<typeof settings>;

/** Titles that one question names, and answers remembered at most. */
const largestQuestion = 500;
const mostKept = 20_000;

/** The library's own system as it is asked for copies, with what it said in the last seconds. */
export class LiveShelves {
  readonly #kept = new Map<string, { readonly shelf: LiveShelf; readonly until: number }>();

  constructor(
    private readonly source: LiveSource,
    private readonly keptSeconds: number,
  ) {}

  /**
   * The shelves that are known at this moment: asked by one question for every 500 titles, those said within the last
   * seconds not again. What the system does not know, or did not say in time, is left out.
   */
  async now(keys: readonly ShelfKey[], waited: Waited): Promise<LiveShelf[]> {
    const kept = keys.flatMap((key) => this.#recent(key) ?? []);
    const known = new Set(kept.map(nameOf));
    const open = keys.filter((key) => !known.has(nameOf(key)));
    const isbns = [...new Set(open.map(({ isbn }) => isbn))];
    const asking = Array.from({ length: Math.ceil(isbns.length / largestQuestion) }, (_, at) =>
      this.#ask(open, isbns.slice(at * largestQuestion, (at + 1) * largestQuestion), waited),
    );
    const found = (await Promise.all(asking)).flat();
    for (const shelf of found) this.#keep(shelf);
    return [...kept, ...found];
  }

  async #ask(
    keys: readonly ShelfKey[],
    isbns: readonly string[],
    waited: Waited,
  ): Promise<LiveShelf[]> {
    const asked = new Set(isbns);
    const branches = keys.filter(({ isbn }) => asked.has(isbn)).map(({ branch }) => branch);
    const places = branches.includes(null) ? {} : { branches: [...new Set(branches)] };
    const askedAt = new Date();
    try {
      const answer = await this.source.ask({ isbns, ...places }, waited, (said) =>
        told.parse(said),
      );
      const checkedAt = answer.checkedAt ? new Date(answer.checkedAt) : askedAt;
      return keys.flatMap((key) => {
        const there = asked.has(key.isbn) ? answer.titles[key.isbn] : undefined;
        return there ? [{ ...key, ...counted(there, key.branch), checkedAt }] : [];
      });
    } catch (error) {
      // Silence, and what cannot be read, are answers here: nobody has said.
      if (error instanceof SourceProblem || error instanceof z.ZodError) return [];
      throw error;
    }
  }

  #recent(key: ShelfKey): LiveShelf | undefined {
    const kept = this.#kept.get(nameOf(key));
    return kept && kept.until > Date.now() ? kept.shelf : undefined;
  }

  #keep(shelf: LiveShelf): void {
    if (this.keptSeconds === 0) return;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(nameOf(shelf), { shelf, until: Date.now() + this.keptSeconds * 1_000 });
  }
}

function counted(
  there: Readonly<Record<string, { copies: number; onShelf: number }>>,
  branch: string | null,
): { copies: number; onShelf: number } {
  const places =
    branch === null ? Object.values(there) : [there[branch] ?? { copies: 0, onShelf: 0 }];
  return {
    copies: places.reduce((sum, { copies }) => sum + copies, 0),
    onShelf: places.reduce((sum, { onShelf }) => sum + onShelf, 0),
  };
}

const nameOf = ({ isbn, branch }: ShelfKey): string => `${isbn} ${branch ?? ''}`;

/** Whether the library's own system is asked what stands on its shelves. */
export const isAskedLive = (environment: NodeJS.ProcessEnv): boolean =>
  Boolean(environment['LIBRARY_LIVE_URL']);

const opened = new Map<string, LiveShelves>();

/**
 * The library's own system, where the environment names one (`LIBRARY_LIVE_URL`): the same for every request of a
 * process, so that its silence is remembered. Throws a Problem that names the variable that is wrong.
 */
export function liveShelves(environment: NodeJS.ProcessEnv): LiveShelves | undefined {
  if (!isAskedLive(environment)) return undefined;
  const read = settings.safeParse(environment);
  if (!read.success) {
    const names = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Problem('UNAVAILABLE', `The live address cannot be used. ${names.join('; ')}.`);
  }
  const name = JSON.stringify(read.data);
  const known = opened.get(name) ?? open(read.data);
  opened.set(name, known);
  return known;
}

function open(said: Settings): LiveShelves {
  const file = said.LIBRARY_LIVE_TOKEN_FILE;
  const source = new LiveSource({
    url: new URL(said.LIBRARY_LIVE_URL ?? ''),
    headers: file ? { authorization: `Bearer ${readFileSync(file, 'utf8').trim()}` } : {},
    milliseconds: said.LIBRARY_LIVE_MILLISECONDS,
    isInside: said.LIBRARY_LIVE_INSIDE === 'true',
  });
  return new LiveShelves(source, said.LIBRARY_LIVE_SECONDS);
}
