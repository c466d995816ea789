// The answer's own account of how it came about (docs/observability.md). Only what the picture needs is named here.

/** One step of a plan: a fetch, steps one after another or at once, or steps that a variable decides. */
type PlannedStep =
  | { readonly kind: 'fetch'; readonly department: string; readonly document: string }
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly PlannedStep[] }
  | {
      readonly kind: 'condition';
      readonly whenTrue: PlannedStep | null;
      readonly whenFalse: PlannedStep | null;
    };

/** One fetch as it went; milliseconds count from the moment at which the question came. */
export interface Fetched {
  readonly department: string;
  readonly document: string;
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly source: string;
  readonly outcome: string;
}

/** How an answer came about. */
export interface Explanation {
  readonly plan: PlannedStep | null;
  readonly cost: number | null;
  readonly planning: { readonly milliseconds: number; readonly wasKnown: boolean };
  readonly milliseconds: number;
  readonly fetches: readonly Fetched[];
  readonly kept: readonly {
    readonly department: string;
    readonly hits: number;
    readonly misses: number;
  }[];
}

/** A planned fetch with its step, and how it went where it was made. */
export interface DrawnFetch {
  /** Fetches of one step are made at the same time; the first is 1. */
  readonly step: number;
  readonly department: string;
  readonly document: string;
  readonly fetched: Fetched | undefined;
}

/** Every fetch of the plan in its order; where one was not made, it was not needed or an answer was kept. */
export function drawnFetches({ plan, fetches }: Explanation): DrawnFetch[] {
  const left = [...fetches];
  const planned = plan ? fetchesOf(plan, 1).found : [];
  const drawn = planned.map(({ step, department, document }): DrawnFetch => {
    const at = left.findIndex(
      (each) => each.department === department && asks(each.document, document),
    );
    const [fetched] = at < 0 ? [] : left.splice(at, 1);
    return { step, department, document, fetched };
  });
  const last = Math.max(0, ...planned.map(({ step }) => step));
  const beside = left.map((fetched): DrawnFetch => {
    const { department, document } = fetched;
    return { step: last + 1, department, document, fetched };
  });
  return [...drawn, ...beside];
}

/** Whether a document asks what was planned. Where answers are kept it asks for the keys besides, to know them again. */
function asks(document: string, planned: string): boolean {
  const [bare, wanted] = [document, planned].map((text) => text.replaceAll(/[\s,]+/g, ''));
  return bare === wanted || (bare ?? '').startsWith((wanted ?? '').replace(/\}\}$/, '...on'));
}

/** Whether a fetch may have been saved by an answer of its department that was kept. */
export const isKept = ({ department }: DrawnFetch, kept: Explanation['kept']): boolean =>
  kept.some((each) => each.department === department && each.hits > 0);

interface Counted {
  readonly found: readonly { step: number; department: string; document: string }[];
  /** The step after all of these. */
  readonly next: number;
}

function fetchesOf(planned: PlannedStep, step: number): Counted {
  switch (planned.kind) {
    case 'fetch':
      return { found: [{ ...planned, step }], next: step + 1 };
    case 'sequence':
      return planned.steps.reduce<Counted>(
        (before, inner) => {
          const { found, next } = fetchesOf(inner, before.next);
          return { found: [...before.found, ...found], next };
        },
        { found: [], next: step },
      );
    case 'parallel':
      return atOnce(planned.steps, step);
    case 'condition':
      return atOnce(
        [planned.whenTrue, planned.whenFalse].filter((each) => each !== null),
        step,
      );
  }
}

function atOnce(steps: readonly PlannedStep[], step: number): Counted {
  const all = steps.map((inner) => fetchesOf(inner, step));
  return {
    found: all.flatMap(({ found }) => found),
    next: Math.max(step, ...all.map(({ next }) => next)),
  };
}
