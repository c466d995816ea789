import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import type { Address } from '../address.js';
import type { Graph, Question } from '../ask/ask-graph.js';

/** Variables of a question. */
export type Variables = Readonly<Record<string, unknown>>;

/** A question of the explorer, as the address says it. */
export interface AskedQuestion extends Question {
  /** The ready question that it is, unchanged. */
  readonly ready: ReadyDocument | undefined;
}

/** Name in the address of a question that somebody wrote. */
const own = 'own';

/** The question that an address says: a ready one by its name, or one that stands behind the #. Nothing where it says none. */
export function askedQuestion(
  { said, behind }: Pick<Address, 'said' | 'behind'>,
  ready: readonly ReadyDocument[],
): AskedQuestion | undefined {
  const name = said.get('ask');
  const withPlan = said.get('plan') === 'on';
  if (name === own) {
    const query = behind.get('query') ?? '';
    if (query.trim() === '') return undefined;
    const graph: Graph = behind.get('graph') === 'department' || withPlan ? 'department' : 'public';
    const variables = variablesIn(behind.get('variables')) ?? {};
    return { ready: undefined, query, variables, graph, withPlan };
  }
  // A plan's measure names the question that shows it without saying who may ask it.
  const found =
    ready.find((each) => each.name === name) ??
    ready.find((each) => each.name === `department/${name}`);
  if (!found) return undefined;
  const isPublic = found.asker === undefined && !withPlan;
  return {
    ready: found,
    query: found.text,
    variables: variablesIn(said.get('with')) ?? found.variables,
    graph: isPublic ? 'public' : 'department',
    withPlan,
  };
}

/** Whether an address leads to writing a question of one's own. */
export const isOwn = ({ said }: Pick<Address, 'said'>): boolean => said.get('ask') === own;

/** The address of a ready question with its variables; those of its sample are not said. */
export function saidReady(
  document: ReadyDocument,
  variables: Variables,
  withPlan: boolean,
): URLSearchParams {
  const said = new URLSearchParams({ ask: document.name });
  if (JSON.stringify(variables) !== JSON.stringify(document.variables))
    said.set('with', JSON.stringify(variables));
  if (withPlan) said.set('plan', 'on');
  return said;
}

/** The address of a question of one's own: its text stands behind the #, and is not sent when the page is opened. */
export function saidOwn({ query, variables, graph, withPlan }: OwnDraft): {
  said: URLSearchParams;
  behind: URLSearchParams;
} {
  const said = new URLSearchParams({ ask: own });
  if (withPlan) said.set('plan', 'on');
  return { said, behind: new URLSearchParams({ query, variables, graph }) };
}

/** A question as somebody writes it. */
export interface OwnDraft {
  readonly query: string;
  /** JSON, as it was written. */
  readonly variables: string;
  readonly graph: Graph;
  readonly withPlan: boolean;
}

/** Variables written as JSON; nothing where it cannot be read. */
export function variablesIn(text: string | null): Variables | undefined {
  if (text === null) return undefined;
  if (text.trim() === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    // An object of JSON is just that.
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Variables)
      : undefined;
  } catch {
    return undefined;
  }
}
