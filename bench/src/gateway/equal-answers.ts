import { deepStrictEqual } from 'node:assert';
import type { Contender, Surroundings } from './contenders.js';
import type { Asked } from './contest.js';
import { fetched } from './fetched.js';
import { MeasuredProcess } from './measured-process.js';
import type { Setting } from './shop-setting.js';

/**
 * Asks every contender every document once. Who answers otherwise than the first of those who have to be equal is
 * left out, with the reason; the first of them has to answer.
 */
export async function refuseUnequal(
  contenders: readonly Contender[],
  { surroundings }: Setting,
  asked: readonly Asked[],
): Promise<{ taking: readonly Contender[]; leftOut: Readonly<Record<string, string>> }> {
  let expected: unknown;
  const taking: Contender[] = [];
  const leftOut: Record<string, string> = {};
  for (const contender of contenders) {
    try {
      if (contender.isEqual) {
        const answers = await answersOf(contender, surroundings, asked);
        if (!expected) refuseErrors(answers);
        deepStrictEqual(answers, (expected ??= answers));
      }
      taking.push(contender);
    } catch (error) {
      leftOut[contender.name] = String(error).slice(0, 300);
    }
  }
  if (!expected) throw new Error(`Nobody answered: ${JSON.stringify(leftOut)}`);
  return { taking, leftOut };
}

async function answersOf(
  contender: Contender,
  surroundings: Surroundings,
  asked: readonly Asked[],
): Promise<unknown[]> {
  const gateway = await MeasuredProcess.start(contender.start(surroundings));
  const headers = { authorization: `Bearer ${surroundings.token}` };
  try {
    const answers: unknown[] = [];
    for (const each of asked) {
      const answer = await fetched(gateway.url, JSON.stringify(each), headers);
      answers.push(JSON.parse(JSON.stringify(answer, withoutMoment)));
    }
    return answers;
  } finally {
    await gateway.stop();
  }
}

/** Leaves out when the city's index last read a department: that is never the same twice. */
export function withoutMoment(key: string, value: unknown): unknown {
  return key === 'readAt' ? undefined : value;
}

function refuseErrors(answers: readonly unknown[]): void {
  for (const answer of answers) {
    const isWhole = typeof answer === 'object' && answer !== null && !('errors' in answer);
    if (!isWhole) throw new Error(`An answer has errors: ${JSON.stringify(answer).slice(0, 200)}`);
  }
}
