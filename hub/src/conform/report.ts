import type { Looked } from './conform.js';

const marks = { met: 'ok     ', broken: 'WRONG  ', untried: 'untried' } as const;

/** Whether nothing was found wrong. */
export function isConform(looked: readonly Looked[]): boolean {
  return looked.every(({ outcome }) => outcome.state !== 'broken');
}

/** The findings for people: a line for each check, and below it what is wrong and what to do. */
export function tableOf(url: URL, looked: readonly Looked[]): string {
  const lines = looked.flatMap(({ expects, outcome }) => [
    `${marks[outcome.state]}  ${expects}`,
    ...(outcome.state === 'untried' ? [`           because ${outcome.why}`] : []),
    ...(outcome.state === 'broken' ? outcome.faults.flatMap(faultLines) : []),
  ]);
  const count = (state: Looked['outcome']['state']): number =>
    looked.filter(({ outcome }) => outcome.state === state).length;
  const counts = `${count('met')} ok, ${count('broken')} wrong, ${count('untried')} untried`;
  const verdict = isConform(looked) ? 'It conforms.' : 'It does not conform yet.';
  return [url.href, '', ...lines, '', `${verdict} ${counts}.`, ''].join('\n');
}

function faultLines(fault: { place?: string; found: string; remedy: string }): string[] {
  const place = fault.place === undefined ? '' : `${fault.place}: `;
  return [`           found ${place}${fault.found}`, `           do    ${fault.remedy}`];
}

/** The findings for machines. */
export function jsonOf(url: URL, looked: readonly Looked[]): string {
  const checks = looked.map(({ name, expects, outcome }) =>
    Object.assign({ name, expects }, outcome),
  );
  return `${JSON.stringify({ url: url.href, conforms: isConform(looked), checks }, null, 2)}\n`;
}
