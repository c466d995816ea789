import {
  applicationCalendar,
  facilityCalendar,
  opportunityCalendar,
  searchCalendar,
} from '../calendar/calendars-told.js';
import { categoryFeed, departmentFeed, newsletterFeed, searchFeed } from '../feed/feeds-told.js';
import { searchPage } from '../search/search-page.js';
import { facilitySearchPage } from '../facility-search/facility-search-page.js';
import { openSearch } from '../search/open-search-told.js';
import { facilityMap, opportunityMap } from '../map/maps-told.js';
import {
  facilityLinked,
  facilityPage,
  opportunityLinked,
  opportunityPage,
} from '../told-page/pages-told.js';
import type { Question } from './question.js';
import type { Told } from './told.js';
import { robots, siteIndex, siteMap } from '../sitemap/sitemap-told.js';

/** An address that tells something, and what it tells. */
export interface Route {
  /** Matches the path; its groups are handed on, decoded. */
  readonly path: RegExp;
  /** Whether it is told piece by piece, to each who asks. */
  readonly inPieces?: true;
  readonly tell: (question: Question, ...named: string[]) => Promise<Told>;
}

/** Every address at which the portal tells what the graph knows, in the manner that others read. */
export const routes: readonly Route[] = [
  { path: /^\/$/, tell: searchPage },
  { path: /^\/calendar\/opportunity\/([^/]+)\.ics$/, tell: opportunityCalendar },
  { path: /^\/calendar\/facility\/([^/]+)\.ics$/, tell: facilityCalendar },
  { path: /^\/calendar\/search\.ics$/, tell: searchCalendar },
  { path: /^\/calendar\/applications\.ics$/, tell: applicationCalendar },
  { path: /^\/feeds\/opportunities\.(rss|atom)$/, tell: searchFeed },
  { path: /^\/feeds\/department\/([^/]+)\.(rss|atom)$/, tell: departmentFeed },
  { path: /^\/feeds\/category\/([^/]+)\.(rss|atom)$/, tell: categoryFeed },
  { path: /^\/feeds\/newsletters\.(rss|atom)$/, tell: newsletterFeed },
  { path: /^\/map\/facilities\.geojson$/, tell: facilityMap, inPieces: true },
  { path: /^\/map\/opportunities\.geojson$/, tell: opportunityMap, inPieces: true },
  { path: /^\/opensearch\.xml$/, tell: openSearch },
  { path: /^\/sitemap\.xml$/, tell: siteIndex, inPieces: true },
  { path: /^\/sitemap\/(facilities|opportunities)\.xml$/, tell: siteMap, inPieces: true },
  { path: /^\/robots\.txt$/, tell: robots },
  { path: /^\/opportunities\/([^/]+)\.jsonld$/, tell: opportunityLinked },
  { path: /^\/opportunities\/([^/]+)$/, tell: opportunityPage },
  { path: /^\/facilities$/, tell: facilitySearchPage },
  { path: /^\/facilities\/([^/]+)\.jsonld$/, tell: facilityLinked },
  { path: /^\/facilities\/([^/]+)$/, tell: facilityPage },
];
