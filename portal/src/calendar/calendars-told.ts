import { type Question, askWhole } from '../answer/question.js';
import { type Told, notNow, nothingThere } from '../answer/told.js';
import { departmentNames } from '../collection/departments.js';
import { type Collection, walk } from '../collection/walk.js';
import type {
  OpportunityFilter,
  PortalApplicationsQuery,
  PortalCalendarQuery,
  PortalFacilityQuery,
  PortalOpportunityQuery,
} from '../generated/public-graph.js';
import { pageOf } from '../record/city.js';
import { daySpan } from '../record/day-span.js';
import { sayWish } from '../search/say-wish.js';
import { addressOf, filterOf, wishOf } from '../search/wish.js';
import { titleOf } from '../record/facts.js';
import { type ApplicationLine, applicationEntry } from './application-entries.js';
import { calendarFilterOf } from './calendar-filter.js';
import { type Calendar, type Entry, calendarText } from './calendar-text.js';
import { closureEntries } from './closure-entries.js';
import type { Telling } from '../record/telling.js';
import { closingEntry, opportunityEntries } from './opportunity-entries.js';

/** Entries that one calendar holds at most; what would be more is said in its description. */
export const mostEntries = 1_000;

type Found = NonNullable<NonNullable<PortalCalendarQuery['opportunities']>['edges']>[number];

const found: Collection<PortalCalendarQuery, Found> = {
  document: 'portal-calendar',
  first: 40,
  connectionOf: ({ opportunities }) => opportunities,
};

const applications: Collection<PortalApplicationsQuery, { readonly node: ApplicationLine | null }> =
  {
    document: 'portal-applications',
    first: 100,
    connectionOf: ({ applicationCalendar }) => applicationCalendar?.lines,
  };

/** What was is told for a month, so that it does not vanish from a calendar the day after. */
const nearPast = 31;

/** `/calendar/opportunity/<id>.ics`: when it takes place, and until when one can apply. */
export async function opportunityCalendar(question: Question, id: string): Promise<Told> {
  const telling = await tellingOf(question);
  const { opportunity } = await askWhole<PortalOpportunityQuery>(question, 'portal-opportunity', {
    id,
    withChildcare: false,
  });
  if (!opportunity) throw nothingThere();
  return told(question, {
    name: titleOf(opportunity),
    description: '西東京市の学びの情報「まなびハブ」から',
    url: pageOf(question.city, 'opportunities', id),
    entries: [...opportunityEntries(opportunity, telling), ...closingEntry(opportunity, telling)],
  });
}

/** `/calendar/facility/<code>.ics`: what takes place there, and when it is closed. */
export async function facilityCalendar(question: Question, code: string): Promise<Told> {
  const span = daySpan(question.now, { before: nearPast, after: 365 });
  const telling = await tellingOf(question);
  const { facility } = await askWhole<PortalFacilityQuery>(question, 'portal-facility', {
    code,
    in: span,
    withAccess: false,
  });
  if (!facility) throw nothingThere();
  const closures = (facility.closures ?? []).flatMap((closure) =>
    closureEntries(closure, facility, telling),
  );
  const filter = { facilityCodes: [code] };
  const { entries, note } = await foundEntries(question, { filter, telling });
  return told(question, {
    name: `${facility.name?.ja ?? code}の催し`,
    description: `${facility.name?.ja ?? code}で開かれる講座・催しと、休館の予定${note}`,
    url: pageOf(question.city, 'facilities', code),
    entries: [...closures, ...entries],
  });
}

/** `/calendar/search.ics?…`: all that a search finds, with the parameters of the search page. */
export async function searchCalendar(question: Question): Promise<Told> {
  const wish = wishOf(question.said);
  const telling = await tellingOf(question);
  const filter = filterOf(wish, question.now);
  const { entries, note } = await foundEntries(question, { filter, telling });
  const words = sayWish(wish);
  return told(question, {
    name: words ? `まなびハブ：${words}` : 'まなびハブ：西東京市の講座・催し',
    description: `${words ? `${words}の` : ''}講座・催し${note}`,
    url: question.city.address + addressOf(wish),
    entries,
  });
}

/** `/calendar/applications.ics?…`: when applications open and close and lots are drawn, of all departments. */
export async function applicationCalendar(question: Question): Promise<Told> {
  const telling = await tellingOf(question);
  const variables = {
    in: daySpan(question.now, { before: nearPast, after: 180 }),
    filter: calendarFilterOf(question.said),
  };
  const { entries, note } = await gathered(
    question,
    { collection: applications, variables },
    (edge) => (edge.node ? applicationEntry(edge.node, telling) : []),
  );
  return told(question, {
    name: 'まなびハブ：申込みと抽選の暦',
    description: `申込みの受付開始・締切と、部屋やコートの抽選（全部署）${note}`,
    url: question.city.address,
    entries,
  });
}

async function tellingOf({ graph, city, signal }: Question): Promise<Telling> {
  return { city, names: await departmentNames(graph, signal) };
}

function foundEntries(
  question: Question,
  { filter, telling }: { filter: OpportunityFilter; telling: Telling },
): Promise<Gathered> {
  const { from } = daySpan(question.now, { before: nearPast, after: 0 });
  // What was called off is told as such: an entry that only disappears stays in many a calendar.
  const period = { ...filter.period, from };
  const variables = { filter: { ...filter, period, includeCancelled: true } };
  return gathered(question, { collection: found, variables }, ({ node }) =>
    node ? opportunityEntries(node, telling) : [],
  );
}

/** Entries as far as there is room, and what to say where there was none. */
interface Gathered {
  readonly entries: readonly Entry[];
  readonly note: string;
}

async function gathered<Data, Edge>(
  { graph, signal }: Question,
  asked: { collection: Collection<Data, Edge>; variables: Readonly<Record<string, unknown>> },
  entriesOf: (edge: Edge) => readonly Entry[],
): Promise<Gathered> {
  const entries: Entry[] = [];
  for await (const { edges, silent } of walk(graph, asked.collection, { ...asked, signal })) {
    if (silent.length > 0) throw notNow();
    for (const edge of edges) entries.push(...entriesOf(edge));
    if (entries.length > mostEntries) {
      const note = `。日時の早い順に${mostEntries.toLocaleString('ja-JP')}件までを載せています。条件をしぼると、続きも載ります。`;
      return { entries: entries.slice(0, mostEntries), note };
    }
  }
  return { entries, note: '' };
}

function told({ city, address }: Question, calendar: Omit<Calendar, 'source'>): Told {
  return {
    type: 'text/calendar; charset=utf-8',
    body: calendarText({ ...calendar, source: city.address + address }),
  };
}
