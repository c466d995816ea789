import type { ExternalOffering } from '@manabi/center/external-offering/external-offering.entity';
import { ProviderKind } from '@manabi/center/value/provider-kind';
import { externalOfferings } from '@manabi/data/city/external-offerings';
import { Tri } from '@manabi/kit/value/tri';

import { occurrencesOf, opportunityValues } from './opportunity-rows.js';

/** Offerings of invented providers outside the city hall, with whether the city vouches for them. */
export function externalRows(today: string): Partial<ExternalOffering>[] {
  const values = opportunityValues();
  return externalOfferings(today).map((row) =>
    Object.assign(values(row), {
      provider: row.organiser,
      providerKind: ProviderKind[row.providerKind],
      atOwnResponsibility: Tri[row.ownResponsibility],
      occurrences: occurrencesOf(row.sessions),
    }),
  );
}
