import type { Board, FieldUser } from './board.js';

/** The board for people at a terminal: for each department its fields, and below each who asks for it. */
export function boardText(board: Board): string {
  if (board.size === 0) return 'Nobody has asked for anything yet.\n';
  const parts = [...board].map(([department, fields]) => {
    const lines = fields.flatMap(({ coordinate, users }) => [
      `  ${coordinate}`,
      ...users.map((user) => `    ${sentenceOf(user)}`),
    ]);
    return `${department}\n${lines.join('\n')}\n`;
  });
  return parts.join('\n');
}

/** The system that asks, or which callers without a name. */
export function nameOf({
  client,
  role,
  contract,
}: Pick<FieldUser, 'client' | 'role' | 'contract'>): string {
  return client ?? `${role} callers of the ${contract} graph`;
}

/** The document, by its operation's name where it has one, and the beginning of its digest. */
export function documentOf({
  operation,
  document,
}: Pick<FieldUser, 'operation' | 'document'>): string {
  return `${operation ?? 'ad hoc'} (sha256:${document.slice(0, 12)})`;
}

function sentenceOf(user: FieldUser): string {
  const { purpose, times, nullShare, failed, last, since, lastValue } = user;
  return [
    nameOf(user),
    documentOf(user),
    ...(purpose === null ? [] : [`for ${purpose}`]),
    `asked ${times} times since ${since}`,
    `last ${last}`,
    nullShare === null ? 'never looked at' : `null ${percentOf(nullShare)}`,
    ...(failed > 0 ? [`failed ${failed} times`] : []),
    lastValue === null ? 'never had a value' : `last value ${lastValue}`,
  ].join(', ');
}

/** A share in per cent; what is more than nothing never reads as nothing. */
export function percentOf(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'under 1 %';
  if (rounded === 100 && share < 1) return 'over 99 %';
  return `${rounded} %`;
}
