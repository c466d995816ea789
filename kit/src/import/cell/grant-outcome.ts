import { blank, isBlank, type Reading } from './reading.js';

/** One thing by which a grant is measured: the aim, and what came of it. */
export interface GrantOutcome {
  readonly indicator: string;
  readonly unit: string;
  readonly target: number | null;
  readonly actual: number | null;
}

/** Reads `参加者／人／100／120`; parts that say no such thing are told and left out. */
export function readGrantOutcomes(cell: string): Reading<GrantOutcome[]> {
  if (isBlank(cell.trim())) return blank;
  const parts = cell.split(/[;；\n]/u).filter((part) => part.trim() !== '');
  const unread = parts.filter((part) => outcomeOf(part) === undefined);
  const problem = {
    code: 'OUTCOME_UNREADABLE',
    message: `「${unread.join('、')}」は成果指標として読めません。`,
    remedy: '「参加者／人／100／120」のように、指標、単位、目標、実績の順に書いてください。',
  };
  return {
    value: parts.flatMap((part) => outcomeOf(part) ?? []),
    repairs: [],
    ...(unread.length > 0 && { problem }),
  };
}

function outcomeOf(part: string): GrantOutcome | undefined {
  const groups =
    /^(?<indicator>[^/]+)\/(?<unit>[^/]+)\/(?<target>\d{0,9})\/(?<actual>\d{0,9})$/u.exec(
      part.normalize('NFKC').replaceAll(/\s/gu, ''),
    )?.groups;
  const { indicator, unit, target, actual } = groups ?? {};
  if (!indicator || !unit) return undefined;
  const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);
  return { indicator, unit, target: numberOf(target), actual: numberOf(actual) };
}
