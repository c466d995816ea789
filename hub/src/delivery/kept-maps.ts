import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type ColumnMap, readColumnMap } from '@manabi/kit/import/mapping/column-map';
import { Problem } from '@manabi/kit/problem';

import type { Home } from '../home/home.js';

/** A map with what it is kept for. */
export interface KeptMap {
  readonly department: string;
  readonly dataset: string;
  /** Whether a file by this map is the whole list, or only what is new. */
  readonly mode: 'full' | 'delta';
  readonly map: ColumnMap;
}

/** The maps of departments' own files: one JSON file for each department and data set in a city's home, which people may edit. */
export class KeptMaps {
  readonly #folder: string;

  constructor(home: Home) {
    this.#folder = join(home.folder, 'mappings');
  }

  /** Where the map of a data set is kept. Throws a Problem for names that are no names of a file. */
  fileOf({ department, dataset }: Pick<KeptMap, 'department' | 'dataset'>): string {
    for (const name of [department, dataset]) {
      if (/^[^/\\\0.][^/\\\0]{0,120}$/u.test(name)) continue;
      throw new Problem(
        'BAD_USER_INPUT',
        `"${name}" cannot be the name of a data set. Name it with --dataset.`,
      );
    }
    return join(this.#folder, department, `${dataset}.json`);
  }

  /** Keeps a map in place of one that was there; answers its file. */
  keep({ mode, map, ...place }: KeptMap): string {
    const file = this.fileOf(place);
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify({ mode, ...map }, undefined, 2)}\n`, { mode: 0o600 });
    return file;
  }

  /** The maps of a department, or of all. Throws a Problem that names the file where one is wrong. */
  list(department?: string): KeptMap[] {
    const departments = department === undefined ? namesIn(this.#folder) : [department];
    return departments.flatMap((name) =>
      namesIn(join(this.#folder, name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => this.#read(name, file.slice(0, -'.json'.length))),
    );
  }

  #read(department: string, dataset: string): KeptMap {
    const file = this.fileOf({ department, dataset });
    try {
      // It is looked at below before anything is believed.
      const { mode = 'delta', ...map } = JSON.parse(readFileSync(file, 'utf8')) as Record<
        string,
        unknown
      >;
      if (mode !== 'full' && mode !== 'delta') throw new Error('"mode" is "full" or "delta".');
      return { department, dataset, mode, map: readColumnMap(map) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem(
        'BAD_USER_INPUT',
        `${file} cannot be used. ${reason} Mend it, or remove it and map the file again.`,
      );
    }
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
