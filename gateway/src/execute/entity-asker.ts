import type { ErrorCode } from '../errors/codes.js';
import type { Operation } from '../plan/planner.js';
import {
  SubgraphOperation,
  VerbatimOperation,
  type SubgraphAnswer,
  type TextReader,
} from '../transport/transport.js';
import { failsOn } from './entity-errors.js';
import { joinedAnswer, partsOf, type SentList, type SentPart } from './entity-parts.js';
import type { Run } from './run.js';

/** What a fetch of entities sends: the text of its other variables, and its lists by variable. */
export interface Sent {
  readonly own: string;
  readonly lists: ReadonlyMap<string, SentList>;
}

/** What was answered, and whether it tells keys. */
export interface Got {
  readonly answer: SubgraphAnswer | ErrorCode;
  readonly tellsKeys: boolean;
}

/** Asks for entities; as text only what goes in one request. */
export type Ask = (run: Run, sent: Sent, asText: boolean) => Promise<Got>;

type AskOnce = (run: Run, given: string, asText: boolean) => Promise<Got>;

/** How a fetch of entities is asked. */
export interface Widened {
  /** The operation that asks for keys too. */
  readonly text: string;
  readonly askedKeys: ReadonlySet<string>;
  readonly isPublic: boolean;
  readonly reader: TextReader | undefined;
  /** The variable of the list that is answered under each alias. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Asks for entities and, as long as the subgraph can tell them, for their keys; more than one request may hold goes in several. */
export function askerOf(operation: Operation, widened: Widened): Ask {
  const once = onceAskerOf(operation, widened);
  const inParts = async (run: Run, own: string, parts: readonly SentPart[]): Promise<Got> => {
    const got = await Promise.all(parts.map((part) => once(run, variablesText(own, part), false)));
    const answers = got.map(({ answer }) => answer);
    return {
      answer: joinedAnswer(parts, answers, widened.aliases),
      tellsKeys: got.every(({ tellsKeys }) => tellsKeys),
    };
  };
  return (run, { own, lists }, asText) => {
    const parts = partsOf(lists);
    // Nearly always; no promise stands between.
    return parts ? inParts(run, own, parts) : once(run, variablesText(own, lists), asText);
  };
}

function onceAskerOf({ service, text: planned }: Operation, widened: Widened): AskOnce {
  const { askedKeys, isPublic, reader, text } = widened;
  const plain = new SubgraphOperation(planned, 'query', isPublic);
  const telling = new SubgraphOperation(text, 'query', isPublic);
  const verbatim = reader && new VerbatimOperation(text, isPublic, reader);
  let tellsKeys = askedKeys.size > 0;
  return async (run, given, asText) => {
    const isTelling = tellsKeys;
    const isUsual = isTelling || askedKeys.size === 0;
    const asObjects = isTelling ? telling : plain;
    const operation = (asText && isUsual && verbatim) || asObjects;
    const answer = await run.ask(service, operation, given);
    if (!isTelling || typeof answer === 'string' || !failsOn(askedKeys, answer)) {
      return { answer, tellsKeys: isTelling };
    }
    // A subgraph that resolves an entity without its key; it is asked as the plan says from now on.
    tellsKeys = false;
    return { answer: await run.ask(service, plain, given), tellsKeys };
  };
}

function variablesText(own: string, lists: ReadonlyMap<string, SentList>): string {
  const texts = [...lists].map(
    ([variable, { texts }]) => `${JSON.stringify(variable)}:[${texts.join(',')}]`,
  );
  return `{${[...(own ? [own] : []), ...texts].join(',')}}`;
}
