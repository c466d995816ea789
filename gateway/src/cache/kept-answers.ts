import { createHash } from 'node:crypto';
import type { Fields } from '../execute/fields.js';
import type { Shape } from '../execute/shape.js';
import type { Rewrite } from '../plan/planner.js';
import { allowedBy } from './cache-control.js';
import type { Shelf } from './answer-cache.js';
import type { SubgraphAnswer } from '../transport/transport.js';

/** What decides what one part of a subgraph's answer looks like when it is merged. */
export interface KeptPart {
  service: string;
  text: string;
  /** Name of the list of entities; none for root fields. */
  alias?: string;
  rewrites: readonly Rewrite[];
}

/**
 * Keeps answers to one operation of a plan and finds them again. The key of an answer is a digest of everything
 * that the plan decides and the exact text of everything that the request decides, its length before it.
 */
export class KeptAnswers {
  readonly #digest: string;

  constructor(
    part: KeptPart,
    private readonly shape: Shape,
  ) {
    const whole = JSON.stringify([part.service, part.text, part.alias ?? null, part.rewrites]);
    this.#digest = createHash('sha256').update(whole).digest('base64');
  }

  /** The beginning of every key for one set of variables. */
  under(variablesText: string): string {
    return `${this.#digest}${variablesText.length}:${variablesText}`;
  }

  /** A kept answer that the run may write into; undefined for nothing, null for "does not exist". */
  find(shelf: Shelf, key: string): Fields | null | undefined {
    const kept = shelf.find(key);
    // What holds no objects of the graph is only read from.
    return kept && !this.shape.isFlat ? this.shape.copyOf(kept) : kept;
  }

  /** Keeps an answer as it is now, before the run writes into it. */
  keep(
    shelf: Shelf,
    key: string,
    answered: { fields: Fields | null; seconds: number | undefined },
  ): void {
    const { fields, seconds } = answered;
    try {
      shelf.keep(key, fields && this.shape.copyOf(fields), seconds);
    } catch (error) {
      // Nested too deeply to be copied: it is answered as far as it can be, and not kept.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

/** For how many seconds an answer may be kept at most: 0 for one that may not, since something went wrong or its subgraph forbids it. */
export function secondsToKeep({ data, errors, cacheControl }: SubgraphAnswer): number | undefined {
  if (!data || errors) return 0;
  const allowed = allowedBy(cacheControl);
  return allowed.isKept ? allowed.seconds : 0;
}
