import planCoverage from '../../../../schema/document/plan-coverage.graphql';
import planHeadings from '../../../../schema/document/plan-headings.graphql';
import type { PlanCoverageQuery, PlanHeadingsQuery } from '../../../src/generated/public-graph.js';
import { type Answer, askGraph } from '../ask/ask-graph.js';

type Measures = NonNullable<PlanCoverageQuery['measures']>;

/** A measure of the plan with what stands behind it. */
export type Measure = NonNullable<NonNullable<NonNullable<Measures['edges']>[number]>['node']>;

/** A measure's state in one word. */
export type MeasureState = 'FACTS' | 'SAMPLES' | 'NOTHING' | 'UNKNOWN';

/** The plan as far as it was told. */
export interface Plan {
  readonly measures: readonly Measure[];
  /** Names of chapters, sections and groups by their code. */
  readonly headings: ReadonlyMap<string, string>;
  readonly answer: Pick<Answer<unknown>, 'errors' | 'silent'>;
  readonly at: Date;
}

/** Asks for all measures, page by page, and for the headings above them. Throws where the gateway is silent. */
export async function askPlan(signal: AbortSignal): Promise<Plan> {
  const headings = askGraph<PlanHeadingsQuery>(
    { query: planHeadings, variables: {}, graph: 'public' },
    signal,
  );
  const measures: Measure[] = [];
  let page = await askPage(null, signal);
  const answers: Answer<unknown>[] = [page];
  measures.push(...measuresOf(page));
  while (page.data?.measures?.pageInfo?.hasNextPage && page.data.measures.pageInfo.endCursor) {
    page = await askPage(page.data.measures.pageInfo.endCursor, signal);
    answers.push(page);
    measures.push(...measuresOf(page));
  }
  const named = await headings;
  answers.push(named);
  const silent = new Map(
    answers.flatMap((each) => each.silent.map((department) => [department.name, department])),
  );
  return {
    measures,
    headings: headingsOf(named.data),
    answer: { errors: answers.flatMap(({ errors }) => errors), silent: [...silent.values()] },
    at: page.at,
  };
}

const askPage = (after: string | null, signal: AbortSignal): Promise<Answer<PlanCoverageQuery>> =>
  askGraph({ query: planCoverage, variables: { after }, graph: 'public' }, signal);

const measuresOf = ({ data }: Answer<PlanCoverageQuery>): Measure[] =>
  (data?.measures?.edges ?? []).flatMap((edge) => edge?.node ?? []);

function headingsOf(told: PlanHeadingsQuery | null): Map<string, string> {
  const lists = [told?.chapters, told?.sections, told?.groups];
  return new Map(
    lists.flatMap((list) =>
      (list?.edges ?? []).flatMap((edge) =>
        edge?.node ? [[edge.node.code, edge.node.title?.ja ?? ''] as const] : [],
      ),
    ),
  );
}

/** Whether there is something real for a measure, only samples, nothing, or nobody knows. */
export function stateOf({ evidence }: Measure): MeasureState {
  if (!evidence) return 'UNKNOWN';
  if (evidence.some((each) => (each.count?.value ?? 0) > 0)) return 'FACTS';
  return evidence.some((each) => (each.sample?.value ?? 0) > 0) ? 'SAMPLES' : 'NOTHING';
}

/** The measures by the section under which they stand, in the order of the plan. */
export function bySection(measures: readonly Measure[]): Map<string, Measure[]> {
  return Map.groupBy(measures, ({ code }) => code.split('-').slice(0, 2).join('-'));
}
