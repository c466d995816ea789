import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width in pixels of a place on the page, again each time it changes; charts draw themselves to it. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(([seen]) => {
      if (seen) setWidth(Math.max(240, Math.floor(seen.contentRect.width)));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [place, width];
}
