import { z } from 'zod';

import { isThisMachine } from '../outbound/reachable-address.js';
import { datasets } from '../import/dataset/catalogue.js';
import { isPointer } from './json-pointer.js';

const pointer = z.string().refine(isPointer, 'a JSON pointer: empty, or as "/result/items"');
const words = z.string().min(1).max(2_000);

/** A word that a request carries: as it stands, or a secret that stands elsewhere. */
const said = z.strictObject({
  /** As it stands; never a secret. */
  text: words.optional(),
  /** A file of one line in the folder of the declarations, or a full path. */
  file: words.optional(),
  /** The name of an environment variable. */
  environment: z
    .string()
    .regex(/^[A-Za-z_]\w*$/)
    .optional(),
  /** What stands before it, e.g. "Bearer ". */
  before: z.string().max(100).optional(),
});

const column = z.union(
  [
    pointer,
    z.strictObject({
      text: z.string().max(2_000).optional(),
      paths: z.array(pointer).min(1).max(10).optional(),
      between: z.string().max(10).optional(),
      /** Words of the source and what is meant: { "1": "有" }. */
      as: z.record(z.string(), z.string()).optional(),
    }),
  ],
  {
    error:
      'a JSON pointer, {"text": …}, or {"paths": ["/a", "/b/*/c"], "between": " ", "as": {"1": "有"}}',
  },
);

/** How a moment is written in a parameter. */
const sinceForms = ['iso', 'day', 'seconds', 'milliseconds'] as const;

const positive = (most: number, usual: number) => z.int().min(1).max(most).default(usual);

/** What a declaration of a source may say; unknown keys are refused. */
export const declarationShape = z.strictObject({
  /** The kind of data set, as in `import --kind`. */
  kind: z.enum(datasets.map(({ id }) => id)),
  /** The service that keeps all rows, for events; by each row's organiser when absent. */
  department: z.string().optional(),
  /** The name under which deliveries follow one another; the name of the file when absent. */
  dataset: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  licence: words.optional(),
  address: z.url({ protocol: /^https?$/ }),
  /** True when the address stands in the city's own network: private addresses and plain http are then allowed. */
  inside: z.boolean().default(false),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), said).default({}),
  parameters: z.record(z.string().min(1), said).default({}),
  /** `full` holds everything each time, `delta` only news, `rpde` is a feed of changes (OpenActive RPDE 1.0). */
  mode: z.enum(['full', 'delta', 'rpde']).default('full'),
  /** Where the list of rows stands in a page. */
  rows: pointer.optional(),
  next: z
    .strictObject({
      /** Where the address of the next page stands in a page. */
      link: pointer.optional(),
      /** The parameter that carries the number of the page (or row). */
      page: words.optional(),
      first: z.int().min(0).default(1),
      step: z.int().min(1).default(1),
      /** Where the cursor of the next page stands in a page, and the parameter that carries it. */
      cursor: pointer.optional(),
      parameter: words.optional(),
    })
    .optional(),
  /** Where the number of a row stands, by which it is known on every page. */
  key: pointer.optional(),
  /** Where a page says how many rows there are on all pages. */
  total: pointer.optional(),
  /** How only what changed is asked for, between two readings of the whole. */
  since: z
    .strictObject({
      /** The parameter that carries the moment of the last reading. */
      parameter: words,
      form: z.enum(sinceForms).default('iso'),
      /** Rows that are gone: { "/status": "deleted" }. */
      gone: z.record(z.string().refine(isPointer), z.string()).default({}),
    })
    .optional(),
  /** Days after which a source that tells changes is read whole again. */
  wholeEveryDays: z.int().min(1).max(6).default(1),
  /** Only rows of which these places hold these words: { "/kind": "Book" }. */
  only: z.record(z.string().refine(isPointer), z.string()).default({}),
  /** Header of a column of the data set to where its value stands in a row. */
  columns: z.record(z.string(), column),
  everyMinutes: z.int().min(1).max(10_080).default(60),
  limits: z
    .strictObject({
      pageBytes: positive(64 * 1024 * 1024, 8 * 1024 * 1024),
      pageMilliseconds: positive(120_000, 20_000),
      pages: positive(100_000, 1_000),
      rows: positive(2_000_000, 500_000),
      minutes: positive(240, 30),
      depth: positive(100, 32),
      tries: positive(10, 3),
    })
    .prefault({}),
});

/** A source that is pulled, as its declaration says. */
export type Declaration = z.output<typeof declarationShape>;

/** How one column is made of a row. */
export type DeclaredColumn = Declaration['columns'][string];

/** A word of a request, and where it comes from. */
export type SaidWord = z.output<typeof said>;

/** Whether a name is that of a secret. */
export const isSecretName = (name: string): boolean => secretName.test(name);

const secretName = /auth|cookie|token|secret|passw|credential|key$|^key/i;

/** What a declaration says that cannot be meant so, one sentence each; empty when all is well. */
export function declarationFaults(declared: Declaration): string[] {
  return [
    ...addressFaults(declared),
    ...wordFaults('headers', declared.headers),
    ...wordFaults('parameters', declared.parameters),
    ...pagingFaults(declared),
    ...sinceFaults(declared),
    ...columnFaults(declared),
  ];
}

function addressFaults({ address, inside }: Declaration): string[] {
  const url = new URL(address);
  const faults: string[] = [];
  if (url.protocol === 'http:' && !inside && !isThisMachine(url.hostname))
    faults.push(
      '"address": plain http goes to this machine only, or into the city\'s own network with "inside": true. Use https',
    );
  if (url.username !== '' || url.password !== '')
    faults.push('"address": it holds a name or password. Put them into "headers", from a file');
  const secrets = [...url.searchParams.keys()].filter((name) => secretName.test(name));
  for (const name of secrets)
    faults.push(`"address": "${name}" looks like a secret. Put it into "parameters", from a file`);
  return faults;
}

function wordFaults(place: string, given: Readonly<Record<string, SaidWord>>): string[] {
  return Object.entries(given).flatMap(([name, { text, file, environment }]) => {
    const ways = [text, file, environment].filter((way) => way !== undefined).length;
    if (ways !== 1)
      return [`"${place}.${name}": say one of {"text": …}, {"file": …}, {"environment": …}`];
    return text !== undefined && secretName.test(name)
      ? [
          `"${place}.${name}": a secret never stands in a declaration. Say {"file": …} or {"environment": …}`,
        ]
      : [];
  });
}

function pagingFaults({ mode, rows, next, key, total, since }: Declaration): string[] {
  if (mode === 'rpde')
    return [rows, next, key, total, since].every((said) => said === undefined)
      ? []
      : ['"rows", "next", "key", "total" and "since" are said by RPDE itself. Leave them out'];
  if (rows === undefined)
    return ['"rows": say where the list of rows stands, "" when it is the page'];
  if (next === undefined) return [];
  const { link, page, cursor, parameter } = next;
  if ([link, page, cursor].filter((way) => way !== undefined).length !== 1)
    return ['"next": say one of "link", "page", "cursor"'];
  return (cursor === undefined) === (parameter === undefined)
    ? []
    : ['"next": "cursor" and "parameter" stand together'];
}

function sinceFaults({ mode, since, key }: Declaration): string[] {
  if (!since) return [];
  if (mode === 'full' && key === undefined)
    return [
      '"since": say in "key" where the number of a row stands, so that a change is known as one',
    ];
  return mode === 'delta' && Object.keys(since.gone).length > 0
    ? ['"since.gone": a source of mode "delta" withdraws nothing. Leave it out, or "mode"']
    : [];
}

function columnFaults({ columns }: Declaration): string[] {
  return Object.entries(columns).flatMap(([header, column]) => {
    if (typeof column === 'string' || (column.text === undefined) !== (column.paths === undefined))
      return [];
    return [`"columns.${header}": say "text" or "paths", one of them`];
  });
}
