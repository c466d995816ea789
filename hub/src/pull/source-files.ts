import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { readSettings } from '@manabi/gateway/configuration/read-settings';
import { FileProblem } from '@manabi/kit/import/file-problem';
import { Problem } from '@manabi/kit/problem';
import {
  type Declaration,
  declarationFaults,
  declarationShape,
} from '@manabi/kit/pull/declaration';
import { headerFaults } from '@manabi/kit/pull/declared-columns';

import type { Home } from '../home/home.js';
import { type Offering, offerings } from '../import/route.rules.js';

/** A source that is pulled: its name, what was declared, and the folder in which secrets are looked for. */
export interface Source {
  readonly name: string;
  readonly declared: Declaration;
  /** The service that keeps all its events, where it says one. */
  readonly department: Offering | undefined;
  readonly folder: string;
}

/** Folder of a home that holds the declarations, a JSON file each. */
export const sourcesFolder = (home: Home): string => join(home.folder, 'sources');

/** The names of the declared sources, in order. */
export function sourceNames(home: Home): string[] {
  try {
    const files = readdirSync(sourcesFolder(home));
    return files
      .flatMap((file) => (/^[\w-]{1,80}\.json$/.test(file) ? [basename(file, '.json')] : []))
      .sort();
  } catch {
    return [];
  }
}

/** Reads the declaration of a source by its name. Throws a Problem that names every fault. */
export function sourceNamed(home: Home, name: string): Source {
  if (!sourceNames(home).includes(name)) {
    const known = sourceNames(home).join(', ') || 'none';
    throw new Problem(
      'NOT_FOUND',
      `There is no source "${name}" in ${sourcesFolder(home)}; there are: ${known}.`,
    );
  }
  return sourceIn(join(sourcesFolder(home), `${name}.json`));
}

/** Reads a declaration from a file wherever it stands. Throws a Problem that names every fault. */
export function sourceIn(file: string): Source {
  try {
    const declared = readSettings(declarationShape, JSON.parse(readFileSync(file, 'utf8')));
    const department = offerings.find((name) => name === declared.department);
    const faults = [
      ...declarationFaults(declared),
      ...headerFaults(declared.kind, Object.keys(declared.columns)),
      ...(declared.department === undefined || department
        ? []
        : [`"department": one of ${offerings.join(', ')}`]),
    ];
    if (faults.length > 0) throw new Error(`${faults.join('; ')}.`);
    return { name: basename(file, '.json'), declared, department, folder: join(file, '..') };
  } catch (error) {
    throw new Problem('BAD_USER_INPUT', `${file} cannot be used. ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FileProblem) return `${error.message}${error.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
