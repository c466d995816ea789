import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Service } from '@manabi/kit/service';

let content: string | undefined;

/** Tells whether what a service's database is planted with changed: the tables, the code that reads them, its steps. */
export function contentDigest({ migrations }: Service): string {
  content ??= digestOf(contentFolders());
  return hash(
    'sha256',
    [content, ...migrations.flatMap(({ statements }) => statements)].join('\n'),
  );
}

/** The tables of the bundled city, the code that makes rows of them, and the code that plants them. */
function contentFolders(): string[] {
  const code = dirname(fileURLToPath(import.meta.resolve('@manabi/data/table')));
  return [join(code, '../city'), code, join(code, 'city'), import.meta.dirname];
}

function digestOf(folders: readonly string[]): string {
  const files = folders
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:tsv|ts|js)$/.test(name) && !name.includes('.test.'))
        .map((name) => join(folder, name)),
    )
    .toSorted();
  return hash('sha256', files.map((file) => hash('sha256', readFileSync(file))).join('\n'));
}
