import statisticDefinitions from '../../../../schema/document/statistic-definitions.graphql';
import type { StatisticDefinitionsQuery } from '../../../src/generated/public-graph.js';
import { type Answer, askGraph } from '../ask/ask-graph.js';
import type { Language } from '../language/words.js';

type Told = NonNullable<StatisticDefinitionsQuery['statisticDefinitions']>;

/** What one measure means. */
export type MeasureDefinition = NonNullable<NonNullable<Told['measures']>[number]>;

/** One dimension and its values. */
export type DimensionDefinition = NonNullable<NonNullable<Told['dimensions']>[number]>;

/** Everything that can be asked of the statistics. */
export interface Definitions {
  readonly version: string;
  readonly measures: readonly MeasureDefinition[];
  readonly dimensions: readonly DimensionDefinition[];
  readonly answer: Pick<Answer<unknown>, 'errors' | 'silent'>;
}

/** Asks what can be asked. Without measures where the planning desk is silent; throws where the gateway is. */
export async function askDefinitions(signal: AbortSignal): Promise<Definitions> {
  const answer = await askGraph<StatisticDefinitionsQuery>(
    { query: statisticDefinitions, variables: {}, graph: 'public' },
    signal,
  );
  const told = answer.data?.statisticDefinitions;
  return {
    version: told?.version ?? '',
    measures: told?.measures ?? [],
    dimensions: told?.dimensions ?? [],
    answer,
  };
}

/** A text of the graph in a language; in Japanese where nobody wrote it in the other. */
export function textIn(
  text: { readonly ja: string; readonly en: { readonly text: string | null } | null } | null,
  language: Language,
): string {
  return (language === 'en' ? text?.en?.text : undefined) ?? text?.ja ?? '';
}

/** What a value of a dimension is called; its code where nobody says. */
export function valueName(
  { dimensions }: Pick<Definitions, 'dimensions'>,
  [dimension, code]: readonly [dimension: string, code: string],
  language: Language,
): string {
  const values = dimensions.find((each) => each.code === dimension)?.values;
  return textIn(values?.find((value) => value.code === code)?.label ?? null, language) || code;
}
