import { buildSchema, graphql } from 'graphql';
import { expect, test } from 'vitest';

import type { CollectionDepartmentsQuery } from '../generated/public-graph.js';
import { BrokenWalk } from './broken-walk.js';
import { departmentNames } from './departments.js';
import type { Asked, PublicGraph } from './public-graph.js';
import { walk } from './walk.js';

const schema = buildSchema(`
  type Query { departments(first: Int!, after: String): DepartmentConnection }
  type DepartmentConnection { edges: [DepartmentEdge!] pageInfo: PageInfo }
  type DepartmentEdge { node: Department }
  type Department { code: ID! service: String name: LocalText }
  type LocalText { ja: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`);

const one = {
  document: 'collection-departments',
  first: 1,
  connectionOf: (data: CollectionDepartmentsQuery) => data.departments,
};

/** A graph of so many departments that tells what was asked of it, and fails where it is told to. */
function graphOf(count: number, failure?: (at: number, tries: number) => string | undefined) {
  const asked: Asked[] = [];
  const tries = new Map<number, number>();
  const departments = ({ first, after }: { first: number; after?: string }) => {
    const from = after ? Number(after) : 0;
    const codes = Array.from({ length: count }, (_, at) => String(at)).slice(from, from + first);
    const next = from + codes.length;
    return {
      edges: codes.map((code) => ({ node: { code, name: { ja: `第${code}課` } } })),
      pageInfo: { hasNextPage: next < count, endCursor: String(next) },
    };
  };
  const graph: PublicGraph = {
    ask: async (question) => {
      asked.push(question);
      const at = Number(question.variables['after'] ?? 0);
      const before = tries.get(at) ?? 0;
      tries.set(at, before + 1);
      const code = failure?.(at, before);
      if (code) return { data: null, errors: [{ message: 'refused', extensions: { code } }] };
      const { query, variables } = question;
      const { data } = await graphql({
        schema,
        source: query,
        variableValues: variables,
        rootValue: { departments },
      });
      return { data: data ?? null };
    },
  };
  return { graph, asked };
}

test('a collection is read to its end, every item once', async () => {
  const { graph } = graphOf(3);

  const seen: (string | undefined)[] = [];
  for await (const { edges } of walk(graph, one)) seen.push(edges[0]?.node?.code);

  expect(seen).toEqual(['0', '1', '2']);
});

test('no more than one page is asked ahead of who takes them', async () => {
  const { graph, asked } = graphOf(10);

  const pages = walk(graph, one);
  await pages.next();
  await pages.next();
  await pages.return(undefined);

  expect(asked.map(({ variables }) => variables['after'])).toEqual([null, '1', '2']);
});

test('a failure that passes is asked again, and nothing is missing', async () => {
  const { graph } = graphOf(150, (at, tries) =>
    at === 100 && tries === 0 ? 'DEADLINE_EXCEEDED' : undefined,
  );

  const names = await departmentNames(graph, new AbortController().signal);

  expect(names.size).toBe(150);
});

test('a walk that cannot go on says so instead of ending', async () => {
  const { graph } = graphOf(150, (at) => (at === 100 ? 'COST_EXCEEDED' : undefined));

  const walked = departmentNames(graph, new AbortController().signal);

  await expect(walked).rejects.toThrow(BrokenWalk);
  await expect(walked).rejects.toMatchObject({ code: 'COST_EXCEEDED' });
});

test('a page that leads nowhere is no end', async () => {
  const graph: PublicGraph = {
    ask: () =>
      Promise.resolve({ data: { departments: { edges: [], pageInfo: { hasNextPage: true } } } }),
  };

  await expect(departmentNames(graph, new AbortController().signal)).rejects.toThrow(
    'names no page to go on from',
  );
});

test('who no longer waits is asked for nothing more', async () => {
  const { graph, asked } = graphOf(10);
  const leaving = new AbortController();

  const pages = walk(graph, one, { signal: leaving.signal });
  await pages.next();
  leaving.abort();
  await pages.next();

  await expect(pages.next()).rejects.toThrow('aborted');
  expect(asked.length).toBeLessThan(4);
});
