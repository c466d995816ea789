import type { Explanation } from '@manabi/gateway/pipeline/graph-answer';
import { createGateway } from '@manabi/gateway/gateway';
import { anonymous, type Caller } from '@manabi/gateway/identity/caller';
import { pino } from 'pino';

import { departments } from '../city/departments.js';
import { askerIn } from './document-asker.js';
import { committedDocuments } from './document-folders.js';
import type { Graph } from './graph.js';

type Step = NonNullable<Explanation['plan']>;

/** Departments beyond which the plan of a question is printed. */
const few = 3;

const question = /^(?:department\/)?(?:p\d+|q\d+|sketch-[abc])$/;

const heading = `The questions that need more than three departments, and how the gateway asks them: "a > (b + c)" is
first a, then b and c at once. No call is for one row: what is needed of many goes in one. Printed by "npm run schema".

`;

/** The page `schema/plans.txt`: a line for each question that needs more than three departments, as its plan is now. */
export async function printPlans(printed: Graph): Promise<ReadonlyMap<string, string>> {
  const lines = [...(await plansOf('public', printed)), ...(await plansOf('department', printed))];
  return new Map([['plans.txt', heading + lines.map((line) => `${line}\n`).join('')]]);
}

async function plansOf(
  graph: 'public' | 'department',
  { supergraph, public: open }: Graph,
): Promise<string[]> {
  const gateway = createGateway({
    supergraphSdl: graph === 'public' ? open : supergraph,
    // A plan is made before anybody is asked.
    subgraphs: new Map(departments.map(({ name }) => [name, { send: nobody }])),
    contract: graph === 'public' ? 'public' : 'full',
    mode: 'development',
    ways: { sharing: false },
    log: pino({ level: 'silent' }),
  });
  const lines: string[] = [];
  for (const { name, text, variables } of committedDocuments(graph)) {
    if (!question.test(name)) continue;
    const asked = { query: text, variables: { ...variables }, explain: true };
    const { extensions } = await gateway.execute(asked, { caller: callerOf(graph, text) });
    const plan = extensions?.explain?.plan;
    const called = plan ? callsIn(plan) : [];
    if (!plan || new Set(called).size <= few) continue;
    lines.push(`${name}: ${called.length} calls of ${new Set(called).size}: ${inWords(plan)}`);
  }
  await gateway.close();
  return lines;
}

const nobody = (): Promise<never> => Promise.reject(new Error('Nobody is asked.'));

function callerOf(graph: 'public' | 'department', text: string): Caller {
  if (graph === 'public') return { ...anonymous, role: 'resident', scopes: ['graph.explain'] };
  const { scopes, ...asker } = askerIn(text);
  // The heads of the documents name legal bases only; a test asks each of them.
  return { ...asker, subject: 'plans', scopes: [...scopes, 'graph.explain'] } as Caller;
}

const partsOf = (step: Step): readonly Step[] =>
  step.kind === 'condition'
    ? [step.whenTrue, step.whenFalse].filter((part) => part !== null)
    : step.kind === 'fetch'
      ? []
      : step.steps;

const callsIn = (step: Step): string[] =>
  step.kind === 'fetch' ? [step.department] : partsOf(step).flatMap(callsIn);

/** `a > (b + c)`: first a, then b and c at once. */
function inWords(step: Step): string {
  if (step.kind === 'fetch') return step.department;
  const parts = partsOf(step).map((part) =>
    part.kind === 'sequence' || part.kind === 'parallel' ? `(${inWords(part)})` : inWords(part),
  );
  return parts.join(step.kind === 'parallel' ? ' + ' : ' > ');
}
