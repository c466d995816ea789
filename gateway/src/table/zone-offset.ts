/** Milliseconds in which clocks are not set: they are set at quarters of hours. */
const quarter = 15 * 60 * 1000;

/** Quarters of hours whose offset is remembered at most. */
const remembered = 10_000;

const zones = new Map<string, { format: Intl.DateTimeFormat; known: Map<number, number> }>();

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment. */
export function zoneOffset(time: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const { format, known } = zones.get(zone) ?? opened(zone);
  const place = Math.floor(time / quarter);
  let offset = known.get(place);
  if (offset === undefined) {
    offset = shown(place * quarter, format) - place * quarter;
    if (known.size >= remembered) known.clear();
    known.set(place, offset);
  }
  return offset;
}

function opened(zone: string): { format: Intl.DateTimeFormat; known: Map<number, number> } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const opened = { format, known: new Map<number, number>() };
  zones.set(zone, opened);
  return opened;
}

/** What the clocks show at a moment, as if they showed UTC. */
function shown(time: number, format: Intl.DateTimeFormat): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
