import { blank, isBlank, type Reading } from './reading.js';
import { readTriState, type TriState } from './tri-state.js';

/** One way to a place: by what, where one gets off, minutes on foot from there, and whether that way has no step. */
export interface AccessRoute {
  readonly mode: 'BUS' | 'TRAIN' | 'CAR';
  readonly stop: string;
  readonly walkMinutes: number | null;
  readonly stepFree: TriState;
}

const modes: Readonly<Record<string, AccessRoute['mode']>> = {
  バス: 'BUS',
  電車: 'TRAIN',
  自動車: 'CAR',
  駐車場: 'CAR',
};

/** Reads `バス／柳沢公民館前／2／有`; parts that say no such thing are told and left out. */
export function readAccessRoutes(cell: string): Reading<AccessRoute[]> {
  if (isBlank(cell.trim())) return blank;
  const parts = cell.split(/[;；\n]/u).filter((part) => part.trim() !== '');
  const unread = parts.filter((part) => routeOf(part) === undefined);
  const problem = {
    code: 'ROUTE_UNREADABLE',
    message: `「${unread.join('、')}」は行き方として読めません。`,
    remedy: '「バス／停留所／徒歩分／有」の形で書いてください。最後は段差のない経路の有無です。',
  };
  return {
    value: parts.flatMap((part) => routeOf(part) ?? []),
    repairs: [],
    ...(unread.length > 0 && { problem }),
  };
}

function routeOf(part: string): AccessRoute | undefined {
  const [word = '', stop = '', minutes = '', stepFree = ''] = part
    .normalize('NFKC')
    .split('/')
    .map((text) => text.trim());
  const mode = modes[word];
  if (!mode || stop === '') return undefined;
  const walk = /^(\d{1,3})分?$/u.exec(minutes)?.[1];
  return {
    mode,
    stop,
    walkMinutes: walk === undefined ? null : Number(walk),
    stepFree: readTriState(stepFree).value ?? 'UNKNOWN',
  };
}
