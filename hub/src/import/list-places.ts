import type { ListId } from '@manabi/kit/import/list/lists';

import { careLists } from './care-lists.js';
import type { ListPlaces } from './list-place.js';
import { planLists } from './plan-lists.js';
import { schoolLists } from './school-lists.js';

/** What each list becomes in the tables of the services. */
export const listPlaces: ListPlaces<ListId> = { ...schoolLists, ...careLists, ...planLists };
