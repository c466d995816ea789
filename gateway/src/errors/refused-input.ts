import { inputReasons, type InputReason, type RefusedInput } from '@manabi/kit/refused-input';
import { isRecord } from '../transport/answer.js';
import type { SubgraphError } from '../transport/transport.js';

/** Refused arguments of one error that are told. */
const toldAtMost = 5;

const reasons: ReadonlySet<unknown> = new Set(inputReasons);

/**
 * The arguments that a subgraph's error says it does not accept, as far as they are said in the words of the closed
 * list; undefined where none are. Nothing else of the error is read, and nothing here is text of the subgraph's own
 * that a client could come to see: the name of an argument is only ever compared.
 */
export function refusedInputOf({ extensions }: SubgraphError): readonly RefusedInput[] | undefined {
  if (!isRecord(extensions) || extensions['code'] !== 'BAD_USER_INPUT') return undefined;
  const said = extensions['input'];
  if (!Array.isArray(said)) return undefined;
  const read = said.slice(0, toldAtMost).flatMap((one) => refusedInput(one) ?? []);
  return read.length > 0 ? read : undefined;
}

function refusedInput(said: unknown): RefusedInput | undefined {
  if (!isRecord(said)) return undefined;
  const { argument, reason, least, most } = said;
  if (typeof argument !== 'string' || !/^\$?[\w.]{1,200}$/.test(argument)) return undefined;
  if (!isReason(reason)) return undefined;
  const bounds = { ...(isBound(least) && { least }), ...(isBound(most) && { most }) };
  if (reason.endsWith('_OUT_OF_RANGE') && Object.keys(bounds).length === 0) return undefined;
  return { argument, reason, ...bounds };
}

const isReason = (value: unknown): value is InputReason => reasons.has(value);

const isBound = (value: unknown): value is number => Number.isSafeInteger(value);
