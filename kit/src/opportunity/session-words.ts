import type { EventSession } from '../import/dataset/event-session.js';
import type { EventRecord } from '../import/dataset/record.js';

/**
 * What a file says of single sessions, in lines for services that keep only their times: 第1回（12月4日） 俳句とは（会場：視聴覚室）. A session of
 * which it says nothing but the time has no line.
 */
export function sessionLines({ sessions = [], topic, venue }: EventRecord): string[] {
  if (topic !== undefined) return [`テーマ：${topic}`];
  return sessions.flatMap((session) => {
    const elsewhere = session.venue && session.venue.text !== venue?.text ? session.venue.text : '';
    const said = [
      session.topic ?? '',
      ...(elsewhere === '' ? [] : [`（会場：${elsewhere}）`]),
    ].join('');
    return said === '' ? [] : [`${nameOf(session)} ${said}`];
  });
}

function nameOf({ number, occurrences: [first] }: EventSession): string {
  const [, month, day] = first?.date.split('-').map(Number) ?? [];
  const date = month === undefined ? '' : `${month}月${day}日`;
  return number === undefined ? date : `第${number}回（${date}）`;
}
