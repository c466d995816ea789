import type { EventRecord } from '@manabi/kit/import/dataset/record';

/** Services that keep opportunities of their own. */
export const offerings = ['library', 'kominkan', 'sports', 'welfare', 'center'] as const;

/** One of them. */
export type Offering = (typeof offerings)[number];

/** Whether a service keeps opportunities of its own. */
export const isOffering = (service: string | null): service is Offering =>
  offerings.some((offering) => offering === service);

/**
 * Whose an event is, told by the words of its organiser. The first that fits counts; what fits none is kept by the
 * learning information centre, which stands in for departments that run no service of their own.
 */
const words: readonly (readonly [Offering, RegExp])[] = [
  ['library', /図書館|図書室/u],
  ['kominkan', /公民館/u],
  ['sports', /スポーツ|体育|運動|水泳|プール/u],
  [
    'welfare',
    /健康|保健|児童|子ども|こども|子育て|保育|福祉|高齢|介護|障害|障がい|包括|栄養|母子|家庭支援/u,
  ],
];

/** The service to which an event of a file belongs: by its organiser, else by who answers for it. */
export function departmentOf({ organiser, contact }: EventRecord): Offering {
  for (const text of [organiser, contact.name]) {
    const found = words.find(([, pattern]) => text && pattern.test(text));
    if (found) return found[0];
  }
  return 'center';
}
