const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment in Japan as tables write it, so that it sorts as text: 2026-12-01 10:00. What is no moment stays as it is. */
export function sayMoment(moment: string | Date): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? String(moment) : parts.format(date);
}
