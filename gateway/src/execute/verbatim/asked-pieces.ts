import type { ErrorCode } from '../../errors/codes.js';
import { TextAnswer } from '../../transport/text-answer.js';
import type { SubgraphAnswer } from '../../transport/transport.js';
import { Representations } from '../entity-group.js';
import type { Run } from '../run.js';
import type { Piece } from './piece.js';
import type { Target } from './target.js';
import type { VerbatimEntities } from './verbatim-plan.js';
import type { VerbatimRun } from './verbatim-run.js';

/** An object that waits for what was asked, at a position among the representations. */
interface Waiting {
  piece: Piece;
  target: Target;
  position: number;
}

/** What one fetch of entities asks about objects that were told as text. */
export class AskedPieces {
  /** What is sent, by variable. */
  readonly lists = new Map<string, Representations>();
  #waiting: readonly (readonly Waiting[])[];
  readonly #sent: Representations[] = [];
  readonly #reader: VerbatimEntities['reader'];

  constructor({ groups, reader }: VerbatimEntities, run: VerbatimRun | undefined) {
    this.#reader = reader;
    this.#waiting = groups.map(({ variable, literals, targets }) => {
      const sent = this.lists.get(variable) ?? new Representations();
      this.lists.set(variable, sent);
      this.#sent.push(sent);
      return targets.flatMap((target) =>
        waitingAt(target, run?.at(target.place) ?? [], { literals, sent }),
      );
    });
  }

  /** True when nothing has to be asked. */
  get isEmpty(): boolean {
    return this.#sent.every(({ texts }) => texts.length === 0);
  }

  /** Takes an answer in as text; false where it cannot be, or where the run needs objects by now. */
  learn(run: Run, answer: SubgraphAnswer | ErrorCode, parse: () => void): boolean {
    for (const sent of this.#sent) sent.sent();
    const asText = run.verbatim;
    if (!asText || !(answer instanceof TextAnswer)) return false;
    const read = answer.readBy(this.#reader);
    if (!read || !this.#add(read.data)) return false;
    this.#waiting = [];
    asText.learn(answer, read, parse);
    return true;
  }

  /** Adds what was told of each object; false when it is not what was asked for. */
  #add(lists: readonly (readonly Piece[])[]): boolean {
    return this.#waiting.every((waiting, group) => {
      const told = lists[group] ?? [];
      if (told.length !== this.#sent[group]?.texts.length) return false;
      return waiting.every(({ piece, target, position }) => {
        const entity = told[position];
        return entity !== undefined && target.add(piece, entity);
      });
    });
  }
}

function waitingAt(
  target: Target,
  pieces: readonly Piece[],
  { literals, sent }: { literals: readonly string[]; sent: Representations },
): Waiting[] {
  const waiting: Waiting[] = [];
  for (const piece of pieces) {
    const values = target.values(piece);
    if (!values) continue;
    let text = '';
    for (let index = 0; index < values.length; index++) {
      text += `${literals[index] ?? ''}${values[index] ?? ''}`;
    }
    const position = sent.add(`${text}}`);
    if (position !== undefined) waiting.push({ piece, target, position });
  }
  return waiting;
}
