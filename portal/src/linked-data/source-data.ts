import type { DepartmentNames } from '../record/facts.js';
import { type DatedOpportunity, latest } from '../record/opportunity.js';
import type { JsonObject } from './json-object.js';

type Source = DatedOpportunity['provenance'];

/** Licences that have an address of their own; others are told in the words of their owner. */
const licences: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  CC0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  MIT: 'https://spdx.org/licenses/MIT.html',
};

/** Who says so, as of when, and under which licence; beside it when the record last changed. */
export function sourceData(
  source: Source,
  names: DepartmentNames,
  changedAt: string | null = null,
): JsonObject {
  const { department, dataset, asOf, licence, sample } = source ?? {};
  return {
    dateModified: latest(asOf, changedAt),
    license: licence && (licences[licence] ?? licence),
    isBasedOn: dataset && {
      '@type': 'Dataset',
      name: dataset,
      description: sample ? '見本（実際の催しではありません）' : null,
      license: licence && (licences[licence] ?? licence),
    },
    sdPublisher: department && {
      '@type': 'GovernmentOrganization',
      name: names.get(department) ?? department,
    },
  };
}
