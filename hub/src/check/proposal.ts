import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { composeSupergraph } from '@manabi/gateway/composition/compose';
import { composePublicSupergraph } from '@manabi/gateway/composition/public-contract';
import { Problem } from '@manabi/kit/problem';

import { departments } from '../city/departments.js';
import { printGraph } from '../graph/graph.js';
import type { Contract } from './contract-check.js';

/** The contract that stands in a folder such as `schema/`. Throws a Problem when it is not there. */
export function contractIn(folder: string): Contract {
  return {
    public: read(join(folder, 'public.graphql')),
    supergraph: read(join(folder, 'supergraph.graphql')),
  };
}

/**
 * The contract that is proposed: what the code prints, or what stands at a path: a folder such as `schema/`, or the
 * SDL of one subgraph in a file named after it (`library.graphql`), which replaces that one of those that stand
 * in `before`. Throws when it does not compose.
 */
export function proposedContract(path: string | undefined, before: string): Contract {
  if (path === undefined) return printGraph(departments);
  if (!existsSync(path)) throw new Problem('BAD_USER_INPUT', `There is nothing at "${path}".`);
  if (statSync(path).isDirectory()) return contractIn(path);
  const replaced = basename(path).replace(/\.graphql$/, '');
  const names = departments.map(({ name }) => name);
  if (!names.includes(replaced)) {
    throw new Problem(
      'BAD_USER_INPUT',
      `"${basename(path)}" is not named after a service. Name the file ${names.map((name) => `${name}.graphql`).join(', ')}.`,
    );
  }
  const parts = names.map((name) => ({
    name,
    sdl: read(name === replaced ? path : join(before, `${name}.graphql`)),
  }));
  return { public: composePublicSupergraph(parts), supergraph: composeSupergraph(parts) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Problem('BAD_USER_INPUT', `${file} cannot be read; a contract has it.`);
  }
}
