import { type Collection, walk } from '../collection/walk.js';
import { BrokenWalk } from '../collection/broken-walk.js';
import type { CollectionOpportunitiesQuery } from '../generated/public-graph.js';
import type { Time } from './event-dates.js';
import { opportunityFilter } from './narrowed.js';
import type { RowReading } from './sheet.js';

type Edge = NonNullable<
  NonNullable<CollectionOpportunitiesQuery['opportunities']>['edges']
>[number];
type Node = NonNullable<Edge['node']>;

/** What one of the departments offers, with its venue as the register has it. */
export interface Offered {
  readonly kind: Edge['kind'];
  readonly venue: Edge['venue'];
  readonly node: Node;
  readonly times: readonly Time[];
}

const opportunities: Collection<CollectionOpportunitiesQuery, Edge> = {
  document: 'collection-opportunities',
  first: 500,
  connectionOf: (data) => data.opportunities,
};

/** Which fields a list asks for beside those of all lists. */
export interface OfferedFields {
  /** For whom something is meant, and its subjects. */
  readonly forWhom: boolean;
  /** What only our own list of courses tells. */
  readonly asCourse: boolean;
}

/**
 * Reads what is offered, first start first. Throws BrokenWalk when a department is silent: a row of which only the
 * index knows is no row of an official list. What was withdrawn since the index saw it is left out.
 */
export const offeredWith = (fields: OfferedFields) =>
  async function* offered({
    graph,
    narrowed,
    signal,
  }: RowReading): AsyncGenerator<readonly Offered[]> {
    const variables = { filter: opportunityFilter(narrowed), ...fields };
    for await (const { edges, silent, faults } of walk(graph, opportunities, {
      variables,
      signal,
    })) {
      refuseSilence(
        opportunities.document,
        silent.map(({ name }) => name),
        faults,
      );
      yield edges.flatMap(({ kind, venue, node }) => {
        const times = node ? timesOf(node) : [];
        return node && times.length > 0 ? [{ kind, venue, node, times }] : [];
      });
    }
  };

/** Throws BrokenWalk when departments were silent or fields could not be answered: what is null then is not known to be nothing. */
export function refuseSilence(
  document: string,
  silent: readonly string[],
  faults: readonly string[],
): void {
  if (silent.length > 0)
    throw new BrokenWalk(document, 'SILENT', `no answer came from ${silent.join(', ')}.`);
  const [fault] = faults;
  if (fault !== undefined) throw new BrokenWalk(document, 'SILENT', fault);
}

function timesOf(node: Node): Time[] {
  const told = 'sessions' in node ? sessionsOf(node.sessions) : (node.occurrences ?? []);
  if (told.length > 0 || node.startsAt === null) return [...told];
  return [{ startsAt: node.startsAt, endsAt: node.endsAt, allDay: false }];
}

type Sessions = Extract<Node, { readonly sessions: unknown }>['sessions'];

/** The sessions that take place. */
function sessionsOf(sessions: Sessions): Time[] {
  return (sessions ?? []).flatMap(({ startsAt, endsAt, allDay, cancelledAt }) =>
    startsAt === null || cancelledAt !== null
      ? []
      : [{ startsAt, endsAt, allDay: allDay ?? false }],
  );
}
