import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A proof that takes too long for every day. */
interface Proof {
  /** By what it is asked for alone: `npm run prove -- search`. */
  readonly name: string;
  readonly about: string;
  /** A script for this Node and its words, from the root of the project. */
  readonly script: readonly string[];
  /** Of a proof that can use a filled city which is kept: the words that stand before its folder. */
  readonly beforeCity?: readonly string[];
}

const longTests = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.prove.config.ts'];

const proofs: readonly Proof[] = [
  {
    name: 'kills',
    about: 'the database, and the whole city, killed 20 times while they write; a backup restored',
    script: [...longTests, 'kills.prove'],
  },
  {
    name: 'first-start',
    about: 'a first start beside other commands, and killed at any moment',
    script: [...longTests, 'hub/test/first-start'],
  },
  {
    name: 'mixed-load',
    about: 'ten minutes of questions while services are killed and the supergraph is exchanged',
    script: [...longTests, 'hub/test/mixed-load'],
  },
  {
    name: 'editors',
    about: '50 editors of 20 records for a minute, while services are killed',
    script: [...longTests, 'hub/test/editors.prove'],
  },
  {
    name: 'silence',
    about: 'each service killed in turn under every committed question',
    script: [...longTests, 'hub/test/silence.prove'],
  },
  {
    name: 'vendor',
    about:
      'a library system of somebody else’s that hangs for 30 seconds, by file and as a subgraph',
    script: [...longTests, 'hub/test/vendor.prove'],
  },
  {
    name: 'streams',
    about: 'thousands of streams of events that come, go, and do not read',
    script: [...longTests, 'gateway/src/subscription'],
  },
  {
    name: 'faults',
    about: 'a subgraph up and down for five minutes, and answers that would fill the memory',
    script: [...longTests, 'hub/test/faults'],
  },
  {
    name: 'attacks',
    about:
      'twelve cities attacked with all their tables, and a whole one with all its answers: nobody learns of few people',
    script: [...longTests, 'services/plan/src/disclosure', 'hub/test/attack'],
  },
  {
    name: 'fuzz',
    about: '10,000 generated operations, asked of the gateway and of one schema',
    script: [...longTests, 'gateway/src/fuzz'],
  },
  {
    name: 'poisoning',
    about: '200 callers ask 100,000 times at once, and none may see another one’s mark',
    script: [...longTests, 'hub/test/poisoning'],
  },
  {
    name: 'reload',
    about: 'another supergraph each second for ten minutes, under load',
    script: ['bench/dist/reload/reload-storm.js', '600', '1000'],
  },
  {
    name: 'search',
    about: 'search over 100,000 opportunities',
    script: ['bench/dist/search/search.js', '100000'],
  },
  {
    name: 'proofs',
    about: 'every proof question of the plan, asked of a city with a million opportunities',
    script: ['bench/dist/proof/proofs.js', '1000000'],
    beforeCity: ['40'],
  },
  {
    name: 'statistics',
    about: 'a snapshot of a million opportunities sealed, and statistics by three dimensions',
    script: ['bench/dist/statistic/sealing.js', '1000000'],
  },
  {
    name: 'import',
    about: 'import of a million rows, twice',
    script: ['bench/dist/import/million-rows.js', '1000000'],
  },
  {
    name: 'exports',
    about:
      'what a city with a million opportunities gives away: standard CSV, maps, calendars, feeds',
    script: ['bench/dist/export/exports.js', '1000000'],
    beforeCity: [],
  },
  {
    name: 'tables',
    about: 'a list of a million rows as a table, and a hundred thousand as a workbook',
    script: ['bench/dist/table/tables.js', '1000000', '100000'],
  },
  {
    name: 'gateway',
    about: 'this gateway and others under the same load, on two cores',
    script: ['bench/dist/gateway/gateway.js'],
  },
  {
    name: 'gateway-city',
    about: 'what a city in one process costs, against one of several',
    script: ['bench/dist/gateway/city.js'],
  },
  {
    name: 'gateway-city-others',
    about: 'what the city’s questions cost this gateway, and others',
    script: ['bench/dist/gateway/city-others.js'],
  },
];

/** Milliseconds after which a proof counts as failed. */
const longest = 90 * 60_000;

function prove(
  { name, about, script, beforeCity }: Proof,
  city: string | undefined,
): { passed: boolean; line: string } {
  process.stdout.write(`\n== ${name}: ${about}\n`);
  const began = performance.now();
  const place = city !== undefined && beforeCity ? [...beforeCity, city] : [];
  const { status } = spawnSync(process.execPath, [...script, ...place], {
    cwd: root,
    stdio: 'inherit',
    timeout: longest,
  });
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const passed = status === 0;
  return { passed, line: `${passed ? 'passed' : 'FAILED'} in ${minutes} min: ${about}\n` };
}

function chosen(names: readonly string[]): readonly Proof[] {
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length === 0)
    return names.length > 0 ? proofs.filter((proof) => names.includes(proof.name)) : proofs;
  const known = proofs.map((proof) => proof.name).join(', ');
  process.stderr.write(`There is no proof "${unknown.join('", "')}". Name one of: ${known}.\n`);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { city: { type: 'string' } },
});
const city = values.city === undefined ? undefined : resolve(values.city);
const results = chosen(positionals).map((proof) => prove(proof, city));
process.stdout.write(
  `\n${results.map(({ line }) => line).join('')}Figures are under bench/results.\n`,
);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
