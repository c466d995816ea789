import { type Question, askPartly, askWhole } from '../answer/question.js';
import { type Told, notNow, nothingThere } from '../answer/told.js';
import type { Telling } from '../record/telling.js';
import { departmentNames } from '../collection/departments.js';
import type {
  PortalFacilityQuery,
  PortalFoundQuery,
  PortalOpportunityQuery,
} from '../generated/public-graph.js';
import { facilityData } from '../linked-data/facility-data.js';
import { type JsonObject, linkedDataType, writtenJson } from '../linked-data/json-object.js';
import { opportunityData } from '../linked-data/opportunity-data.js';
import { pageOf } from '../record/city.js';
import { daySpan } from '../record/day-span.js';
import { sayPlace, sayTime, titleOf } from '../record/facts.js';
import type { Opportunity } from '../record/opportunity.js';
import { type Coming, facilityMain } from './facility-main.js';
import { type ToldPage, framed, tabTitle } from './frame.js';
import { opportunityMain } from './opportunity-main.js';

/** `/opportunities/<id>`: the page of one opportunity, or its linked data for whoever asks for that. */
export async function opportunityPage(question: Question, id: string): Promise<Told> {
  const { opportunity, telling, silent } = await opportunityAt(question, id);
  const data = opportunityData(opportunity, telling);
  const href = `/calendar/opportunity/${encodeURIComponent(id)}.ics`;
  const { startsAt, endsAt } = opportunity;
  const where = sayPlace(opportunity, telling.city);
  return either(question, data, () => ({
    title: tabTitle(titleOf(opportunity)),
    description: [startsAt && sayTime(startsAt, endsAt), where, opportunity.summary?.ja]
      .filter(Boolean)
      .join('　'),
    canonical: pageOf(question.city, 'opportunities', id),
    alternates: [{ type: 'text/calendar', href, title: 'カレンダー' }],
    data,
    main: opportunityMain(opportunity, telling, silent),
    silent,
  }));
}

/** `/opportunities/<id>.jsonld`: the same as linked data. */
export async function opportunityLinked(question: Question, id: string): Promise<Told> {
  const { opportunity, telling, silent } = await opportunityAt(question, id);
  return linked(opportunityData(opportunity, telling), silent);
}

/** `/facilities/<code>`: the page of one house, or its linked data for whoever asks for that. */
export async function facilityPage(question: Question, code: string): Promise<Told> {
  const { facility, telling, silent } = await facilityAt(question, code);
  const coming = await comingTo(question, code);
  const data = facilityData(facility, telling);
  const href = `/calendar/facility/${encodeURIComponent(code)}.ics`;
  return either(question, data, () => ({
    title: tabTitle(facility.name?.ja ?? code),
    description: `${facility.name?.ja ?? code}の開館時間・設備・催し`,
    canonical: pageOf(question.city, 'facilities', code),
    alternates: [{ type: 'text/calendar', href, title: 'カレンダー' }],
    data,
    main: facilityMain(facility, { coming, silent }, telling),
    silent,
  }));
}

/** `/facilities/<code>.jsonld`: the same as linked data. */
export async function facilityLinked(question: Question, code: string): Promise<Told> {
  const { facility, telling, silent } = await facilityAt(question, code);
  return linked(facilityData(facility, telling), silent);
}

/** An opportunity, and who was silent about it: what its owner knows is worth a page when another department is silent. */
interface OpportunityTold {
  readonly opportunity: Opportunity;
  readonly telling: Telling;
  readonly silent: readonly string[];
}

async function opportunityAt(question: Question, id: string): Promise<OpportunityTold> {
  const { graph, city, signal } = question;
  const [names, { data, silent }] = await Promise.all([
    departmentNames(graph, signal),
    askPartly<PortalOpportunityQuery>(question, 'portal-opportunity', { id, withChildcare: true }),
  ]);
  const { opportunity } = data;
  if (!opportunity && silent.length === 0) throw nothingThere();
  if (!opportunity?.title) throw notNow();
  return { opportunity, telling: { city, names }, silent: silent.map(({ name }) => name) };
}

/** A facility, and who was silent about it: what center knows is worth a page when another department is silent. */
interface FacilityTold {
  readonly facility: NonNullable<PortalFacilityQuery['facility']>;
  readonly telling: Telling;
  readonly silent: readonly string[];
}

async function facilityAt(question: Question, code: string): Promise<FacilityTold> {
  const { graph, city, signal, now } = question;
  const span = daySpan(now, { before: 0, after: 365 });
  const variables = { code, in: span, withAccess: true };
  const [names, { data, silent }] = await Promise.all([
    departmentNames(graph, signal),
    askPartly<PortalFacilityQuery>(question, 'portal-facility', variables),
  ]);
  const { facility } = data;
  if (!facility) throw silent.length > 0 ? notNow() : nothingThere();
  return { facility, telling: { city, names }, silent: silent.map(({ name }) => name) };
}

async function comingTo(question: Question, code: string): Promise<Coming[]> {
  const { opportunities } = await askWhole<PortalFoundQuery>(question, 'portal-found', {
    filter: { facilityCodes: [code] },
    sort: 'STARTS_AT',
    first: 20,
  });
  return (opportunities?.edges ?? []).flatMap(({ node, title, startsAt, endsAt }) =>
    node && title ? [{ id: node.id, title: title.ja, startsAt, endsAt }] : [],
  );
}

/** The linked data for whoever asks for that rather than for a page. */
function either(question: Question, data: JsonObject, page: () => ToldPage): Told {
  const told = page();
  if (question.wantsLinkedData) return linked(data, told.silent);
  const itself = { type: linkedDataType, href: `${path(question)}.jsonld`, title: 'JSON-LD' };
  return framed({ ...told, alternates: [...told.alternates, itself] });
}

const path = ({ address }: Question): string => address.split(/[?#]/)[0] ?? '/';

const linked = (data: JsonObject, silent: readonly string[] = []): Told => ({
  type: `${linkedDataType}; charset=utf-8`,
  body: writtenJson(data),
  isPartial: silent.length > 0,
});
