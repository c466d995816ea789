import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { type MeasureRuleRow, measureRules } from '@manabi/data/city/measure-rules';
import { measures } from '@manabi/data/city/measures';
import { Problem } from '@manabi/kit/problem';

import { paths } from '../city/front-door.js';
import { schemaFolder } from '../graph/schema-folder.js';
import { type Command, CommandFault } from './command.js';

/** Shows how far the plan is carried out. */
export const planCommand: Command = {
  usage: 'plan coverage [--url URL] | rules',
  summary:
    'Asks the running graph what there is for each of the 101 measures: code, title, query, count, the first thing a person sees. "rules" prints by what offers of a real city stand for them.',
  run: async ([verb, ...words]) => {
    if (verb === 'rules') {
      process.stdout.write(`${planRules().join('\n')}\n`);
      return 0;
    }
    if (verb !== 'coverage')
      throw new CommandFault('Say what is to be shown: "plan coverage" or "plan rules".');
    const { values } = parseArgs({
      args: words,
      options: { url: { type: 'string', default: 'http://localhost:4000' } },
    });
    for (const line of await planCoverage(values.url)) process.stdout.write(`${line}\n`);
    return 0;
  },
};

/** For review: each measure that offers stand for by rule, and the rules in the words of the city. */
export function planRules(): string[] {
  const titles = new Map(measures().map(({ code, title }) => [code, title.ja]));
  const byMeasure = Map.groupBy(measureRules(), ({ measureCode }) => measureCode);
  return [...byMeasure].map(
    ([code, rules]) => `${code}  ${titles.get(code) ?? ''}  ${rules.map(ruleText).join(' / ')}`,
  );
}

const ruleText = ({ kind, subject, audience, department, words }: MeasureRuleRow): string =>
  [
    kind,
    subject && `${subject.scheme}:${subject.prefix}`,
    audience,
    department,
    words.length > 0 ? `「${words.join('・')}」` : null,
  ]
    .filter((part) => part !== null)
    .join(' + ');

interface Evidence {
  readonly kind: string;
  readonly count: { readonly value: number };
  readonly sample: { readonly value: number };
  readonly first: { readonly label: string | null; readonly sample: boolean };
}

interface CoveredMeasure {
  readonly code: string;
  readonly title: { readonly ja: string };
  readonly proofs: readonly string[];
  readonly evidence: readonly Evidence[];
}

interface Page {
  readonly edges: readonly { readonly node: CoveredMeasure }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks the graph at an address for every measure; answers a line for each. Throws a Problem where it is not answered whole. */
export async function planCoverage(url: string): Promise<string[]> {
  const query = readFileSync(join(schemaFolder, 'document', 'plan-coverage.graphql'), 'utf8');
  const lines: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await pageOf(url, { query, variables: { after } });
    lines.push(...page.edges.map(({ node }) => lineOf(node)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return lines;
}

async function pageOf(url: string, asked: object): Promise<Page> {
  const address = new URL(paths.public, url);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(asked),
  }).catch(() => undefined);
  // The document says the shape; what is missing is told below.
  const body = (await response?.json().catch(() => undefined)) as
    | { data?: { measures: Page | null } | null; errors?: readonly { message: string }[] }
    | undefined;
  if (body?.data?.measures && !body.errors) return body.data.measures;
  const reason = body?.errors?.[0]?.message ?? 'nobody answers there';
  throw new Problem(
    'UNAVAILABLE',
    `${address.href} does not tell the measures (${reason}). Start the city with "npm start", or name another with --url.`,
  );
}

function lineOf({ code, title, proofs, evidence }: CoveredMeasure): string {
  const [first] = evidence;
  const seen = first ? `${countOf(evidence)}  ${firstOf(first)}` : 'nothing';
  return `${code}  ${title.ja}  ${proofs.join(' ')}  ${seen}`;
}

/** How many there are of which kind; how many of all are samples, if any are. */
function countOf(evidence: readonly Evidence[]): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const samples = sum(evidence.map(({ sample }) => sample.value));
  const all = samples + sum(evidence.map(({ count }) => count.value));
  const kinds = evidence.map(({ kind, count, sample }) => `${kind} ${count.value + sample.value}`);
  return `${all} (${[...kinds, ...(samples > 0 ? [`samples ${samples}`] : [])].join(', ')})`;
}

const firstOf = ({ kind, first }: Evidence): string =>
  `${first.label ?? kind}${first.sample ? ' (sample)' : ''}`;
