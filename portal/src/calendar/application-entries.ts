import type { PortalApplicationsQuery } from '../generated/public-graph.js';
import { pageOf, uidOf } from '../record/city.js';
import { saySource, sayApplying, sayFee, sayPlace, sayTime } from '../record/facts.js';
import { isMidnight } from '../record/opportunity.js';
import type { Entry } from './calendar-text.js';
import type { Telling } from '../record/telling.js';

/** One moment at which an application opens or closes, or lots are drawn. */
export type ApplicationLine = NonNullable<
  NonNullable<
    NonNullable<NonNullable<PortalApplicationsQuery['applicationCalendar']>['lines']>['edges']
  >[number]['node']
>;

const marks: Readonly<Record<string, string>> = {
  OPENS: '【受付開始】',
  CLOSES: '【申込締切】',
  DRAW: '【抽選】',
  CONFIRM_BY: '【利用の確認期限】',
};

/** The entry of one moment; none where it says neither when nor of what. */
export function applicationEntry(line: ApplicationLine, telling: Telling): Entry[] {
  const { at, event, venue, opportunity, lotteryId, provenance } = line;
  const id = opportunity?.id ?? lotteryId;
  if (!at || !event || !id) return [];
  const { city } = telling;
  const title = line.title?.ja ?? line.roomName ?? '（名称は主催者へ確認）';
  const allDay = isMidnight(at);
  return [
    {
      uid: uidOf(city, `${id}.${event.toLowerCase()}`),
      parentUid: opportunity ? uidOf(city, opportunity.id) : null,
      sequence: line.edition ?? 0,
      modifiedAt: provenance?.asOf ?? null,
      startsAt: allDay && isEnd(event) ? before(at) : at,
      endsAt: null,
      allDay,
      summary: `${marks[event] ?? ''}${title}`,
      description: descriptionOf(line, telling),
      location: sayPlace({ venue, venueText: null, roomText: line.roomName }, city),
      point: venue?.point ?? null,
      categories: [lotteryId ? '施設の抽選' : '申込'],
      organiser: null,
      conference: null,
      url: opportunity
        ? pageOf(city, 'opportunities', opportunity.id)
        : venue
          ? pageOf(city, 'facilities', venue.code)
          : city.address,
      isCancelled: false,
      isBusy: false,
    },
  ];
}

function descriptionOf(line: ApplicationLine, { names }: Telling): string {
  const { startsAt, applyPeriod, selection, fee, provenance } = line;
  const applying = sayApplying({ applyPeriod, selection, howToApply: null });
  const facts = [
    startsAt && `日時：${sayTime(startsAt, null)}`,
    applying && `申込：${applying}`,
    sayFee(fee) && `費用：${sayFee(fee)}`,
    provenance && `出典：${saySource(provenance, names)}`,
  ];
  return facts.filter(Boolean).join('\n');
}

const isEnd = (event: string): boolean => event === 'CLOSES' || event === 'CONFIRM_BY';

/** The end of a day is midnight of the next; whoever reads the calendar must not come a day late. */
const before = (at: string): string => new Date(Date.parse(at) - 86_400_000).toISOString();
