import { isBlank, type Reading, rewritten } from './reading.js';

/** Reads a list whose members a half-width semicolon parts; full-width semicolons and line ends are repaired to it. */
export function readList(cell: string): Reading<string[]> {
  const raw = cell.trim();
  if (isBlank(raw)) return { repairs: [] };
  const members = raw
    .split(/[;；\n]/u)
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const standard = raw.replaceAll(/[；\n]/gu, ';');
  const repair = rewritten('LIST_FORM', raw, standard);
  return { value: [...new Set(members)], repairs: repair ? [repair] : [] };
}
