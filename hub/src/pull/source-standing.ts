import { writeJapanese } from '@manabi/kit/japan-time';

import type { Standing } from '../delivery/standing-record.js';
import type { Home } from '../home/home.js';
import { servicesTaking } from '../import/import-places.js';
import { type Source, sourceNamed, sourceNames } from './source-files.js';
import { goodUntil, stateOf } from './source-state.js';

/** The data sets that are pulled and of which nothing good came for too long, or whose last pull waits for a person. */
export function sourceStandings(home: Home, now: Date): Standing[] {
  return sourceNames(home).flatMap((name) => {
    const source = usable(home, name);
    return source ? standingsOf(home, source, now) : [];
  });
}

function standingsOf(home: Home, source: Source, now: Date): Standing[] {
  const { name, declared, department } = source;
  const { goodAt, triedAt, state, failure } = stateOf(home, name);
  const dataset = declared.dataset ?? name;
  const services = servicesTaking(declared.kind, department);
  const toldTo = (about: Pick<Standing, 'kind' | 'since' | 'sentence'>): Standing[] =>
    services.map((service) =>
      Object.assign({ department: service, dataset, lastGood: goodAt ?? null }, about),
    );
  // Of a department's own list the delivery that waits is known by its record.
  if (state === 'WAITING' && triedAt !== undefined && services.length > 1) {
    const sentence = `「${dataset}」の取得（source pull ${name}）は、取り下げが多いため確認を待っています。`;
    return toldTo({ kind: 'WAITING', since: goodAt ?? triedAt, sentence });
  }
  const until = goodAt === undefined ? undefined : goodUntil(goodAt, declared.everyMinutes);
  if (goodAt === undefined || !until || until > now) return [];
  const why = failure ? `理由：${failure.code}。` : '';
  const sentence = `「${dataset}」は ${declared.everyMinutes}分ごとに取得するはずが、${writeJapanese(new Date(goodAt))} を最後に取得できていません。${why}`;
  return toldTo({ kind: 'LATE', since: until.toISOString(), sentence });
}

function usable(home: Home, name: string): Source | undefined {
  try {
    return sourceNamed(home, name);
  } catch {
    // What is declared wrongly is told by the schedule and by `source list`.
    return undefined;
  }
}
