import type { PathSegment } from './planner.js';

/** The place a path leads to, by the names of its fields alone: lists and conditions on types lead to no other. */
export function fieldPlace(path: readonly PathSegment[]): string {
  return path
    .flatMap((segment) => (segment !== 'each' && 'field' in segment ? [segment.field] : []))
    .join('.');
}
