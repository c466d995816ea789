import { webAddress } from '../record/city.js';
import type { Opportunity } from '../record/opportunity.js';
import type { JsonObject } from './json-object.js';

const availabilities: Readonly<Record<string, string>> = {
  OPEN: 'InStock',
  LOTTERY: 'InStock',
  WAITLIST: 'BackOrder',
};

/** What it costs and until when one can apply; nothing where neither is known. */
export function offerData(opportunity: Opportunity): JsonObject {
  const { fee, applyPeriod, applicationState, url } = opportunity;
  const isFree = fee?.kind === 'FREE' ? true : fee?.kind === 'PAID' ? false : null;
  const price = isFree ? 0 : fee?.yen;
  const availability = availabilities[applicationState ?? ''];
  if (price == null && !applyPeriod) return { isAccessibleForFree: isFree };
  return {
    isAccessibleForFree: isFree,
    offers: {
      '@type': 'Offer',
      price,
      priceCurrency: price == null ? null : 'JPY',
      description: fee?.note,
      validFrom: applyPeriod?.opensAt,
      validThrough: applyPeriod?.closesAt,
      availability: availability && `https://schema.org/${availability}`,
      url: webAddress(url),
    },
  };
}
