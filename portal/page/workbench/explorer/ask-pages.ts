import { type Answer, askGraph } from '../ask/ask-graph.js';
import type { AskedQuestion } from './asked-question.js';
import { type Told, isObject } from './told.js';

/** Pages that are read on at most; who wants more takes the list as a file. */
export const mostPages = 20;

/** Asks a question, and reads on in its list for as many pages as wanted. Throws where the gateway is silent. */
export async function askPages(
  question: AskedQuestion,
  pages: number,
  signal: AbortSignal,
): Promise<Answer<Told>> {
  let answer = await askGraph<Told>(question, signal);
  for (let page = 1; page < Math.min(pages, mostPages); page += 1) {
    const after = nextPage(question.query, answer.data);
    if (after === undefined) break;
    const variables = { ...question.variables, after };
    const next = await askGraph<Told>({ ...question, variables }, signal);
    answer = {
      ...next,
      data: joined(answer.data, next.data),
      errors: [...answer.errors, ...next.errors],
      explain: answer.explain,
    };
  }
  return answer;
}

/** The cursor after which a list goes on, where the question can be asked for it. */
export function nextPage(query: string, data: Told): string | undefined {
  if (!/\$after\b/.test(query) || !isObject(data)) return undefined;
  const pages = Object.values(data).flatMap((list) =>
    isObject(list) && isObject(list['pageInfo']) ? [list['pageInfo']] : [],
  );
  const [page] = pages;
  const cursor = page?.['hasNextPage'] === true ? page['endCursor'] : undefined;
  return typeof cursor === 'string' ? cursor : undefined;
}

/** Two pages as one: the items of the lists that have pages stand one after another. */
function joined(one: Told, next: Told): Told {
  if (!isObject(one) || !isObject(next)) return next ?? one;
  return Object.fromEntries(
    Object.entries(next).map(([key, list]) => {
      const before = one[key];
      if (!isObject(list) || !isObject(before)) return [key, list];
      const [had, has] = [before['edges'], list['edges']];
      return [
        key,
        Array.isArray(had) && Array.isArray(has) ? { ...list, edges: [...had, ...has] } : list,
      ];
    }),
  );
}
