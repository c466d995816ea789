import { breakingOf, type CheckedContract, isHarmless } from './contract-check.js';
import type { Change } from './change.js';
import type { Asker, OperationFinding } from './operation-check.js';

/** What was found, for people: who would break, who may be surprised, and what nobody uses. */
export function checkText(checked: CheckedContract): string {
  const { findings, unused, documents } = checked;
  const broken = findings.filter((finding) => finding.broken.length > 0);
  const surprised = findings.filter(({ dangerous }) => dangerous.length > 0);
  const removed = breakingOf(unused);
  const lines = [
    ...broken.flatMap((finding) => partOf('WOULD BREAK', finding, finding.broken)),
    ...surprised.flatMap((finding) => partOf('dangerous', finding, finding.dangerous)),
    ...(removed.length > 0 ? ['not used by anybody known', ...removed.map(lineOf)] : []),
  ];
  const verdict = isHarmless(checked)
    ? 'No known document would break.'
    : `${broken.length} of ${documents} known documents would break. Keep what they use, mark it @deprecated with what replaces it, and have them change first.`;
  return `${[...lines, verdict].join('\n')}\n`;
}

function partOf(
  heading: string,
  { operation }: OperationFinding,
  found: readonly (Change | string)[],
): string[] {
  const { document, contract, askers } = operation;
  return [
    heading,
    `  ${document}, at the ${contract} graph`,
    ...(askers.length === 0 ? ['    trusted; nobody has asked it yet'] : askers.map(askerLine)),
    ...found.map(lineOf),
  ];
}

const askerLine = ({ name, times, since, last }: Asker): string =>
  `    asked ${times} times by ${name}, since ${since}, last ${last}`;

const lineOf = (found: Change | string): string =>
  typeof found === 'string'
    ? `    - ${found}`
    : `    - ${found.coordinate} (${found.kind}): ${found.said}`;
