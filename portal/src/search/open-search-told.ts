import type { Question } from '../answer/question.js';
import type { Told } from '../answer/told.js';
import { type Element, element, xmlDocument } from '../feed/xml.js';

const type = 'application/opensearchdescription+xml';

/** What a search is told as, and where. */
const forms = [
  ['text/html', '/'],
  ['application/atom+xml', '/feeds/opportunities.atom'],
  ['application/rss+xml', '/feeds/opportunities.rss'],
  ['text/calendar', '/calendar/search.ics'],
] as const;

/** `/opensearch.xml`: how a browser or another program searches the portal (OpenSearch 1.1), as a page, as news, as a calendar. */
export function openSearch({ city }: Question): Promise<Told> {
  const urls: Element[] = forms.map(([form, path]) =>
    element('Url', '', { type: form, template: `${city.address}${path}?text={searchTerms}` }),
  );
  const root = element(
    'OpenSearchDescription',
    [
      element('ShortName', 'まなびハブ'),
      element('LongName', `${city.city}の学びの情報「まなびハブ」`),
      element('Description', `${city.city}の講座・催しを、すべての部署からさがします。`),
      ...urls,
      element('Url', '', { type, rel: 'self', template: `${city.address}/opensearch.xml` }),
      element('Language', 'ja'),
      element('InputEncoding', 'UTF-8'),
      element('OutputEncoding', 'UTF-8'),
      element('SyndicationRight', 'open'),
    ],
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
  );
  return Promise.resolve({ type: `${type}; charset=utf-8`, body: xmlDocument(root) });
}
