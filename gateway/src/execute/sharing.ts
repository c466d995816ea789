import { fieldPlace } from '../plan/field-place.js';
import type { EntityGroup, PathSegment, PlanStep } from '../plan/planner.js';
import { selectedKeys, type SelectedKey } from './selection-tree.js';

/** Positions one step is followed to; a plan with more is taken for one that shares. */
const positionLimit = 2000;

interface Writes {
  group: EntityGroup | undefined;
  targets: readonly (readonly PathSegment[])[];
  /** Places, as keys from the root, where this step puts objects below its targets. */
  objects: ReadonlySet<string>;
  overflow: boolean;
}

/**
 * Finds the entity groups whose answers have to be copied. One answer about an entity is put at every
 * place where that entity stands, so the places share its nested objects; that is harmless until another
 * step writes into such an object on behalf of only some of the places.
 */
export function groupsToCopy(plan: PlanStep): ReadonlySet<EntityGroup> {
  const writes: Writes[] = [];
  collect(plan, writes);
  const copied = new Set<EntityGroup>();
  for (const one of writes) {
    if (!one.group) continue;
    const harmed = writes.some((other) => other !== one && writesInto(one, other));
    if (harmed || one.overflow) copied.add(one.group);
  }
  return copied;
}

function writesInto(shared: Writes, other: Writes): boolean {
  if (shared.objects.size === 0) return false;
  for (const place of other.objects) if (shared.objects.has(place)) return true;
  return other.targets.some(
    (target) => shared.objects.has(fieldPlace(target)) && !reachesAllAlike(shared, target),
  );
}

/** True when a path leads through the one target of a group without telling its entities apart. */
function reachesAllAlike(shared: Writes, path: readonly PathSegment[]): boolean {
  const [only, ...others] = shared.targets;
  if (!only || others.length > 0 || only.some(isTypeCondition)) return false;
  return !path.slice(0, only.length).some(isTypeCondition);
}

function isTypeCondition(segment: PathSegment): boolean {
  return segment !== 'each' && 'types' in segment;
}

function collect(step: PlanStep, writes: Writes[]): void {
  switch (step.kind) {
    case 'root':
      writes.push(writesOf(undefined, [step.at], selectedKeys(step.operation.text)));
      return;
    case 'subscription':
      writes.push(writesOf(undefined, [[]], selectedKeys(step.operation.text)));
      return;
    case 'entities': {
      const keys = selectedKeys(step.operation.text);
      for (const group of step.groups) {
        const own = keys
          .filter(({ key }) => key === group.alias)
          .flatMap(({ below }) => below ?? []);
        writes.push(writesOf(group, group.paths, own));
      }
      return;
    }
    case 'condition':
      if (step.whenTrue) collect(step.whenTrue, writes);
      if (step.whenFalse) collect(step.whenFalse, writes);
      return;
    case 'sequence':
    case 'parallel':
      for (const inner of step.steps) collect(inner, writes);
  }
}

function writesOf(
  group: EntityGroup | undefined,
  targets: readonly (readonly PathSegment[])[],
  keys: readonly SelectedKey[],
): Writes {
  const objects = new Set<string>();
  let overflow = false;
  const follow = (place: string, below: readonly SelectedKey[]): void => {
    for (const { key, below: deeper } of below) {
      if (!deeper || overflow) continue;
      const inner = place === '' ? key : `${place}.${key}`;
      objects.add(inner);
      overflow ||= objects.size > positionLimit;
      follow(inner, deeper);
    }
  };
  for (const target of targets) follow(fieldPlace(target), keys);
  return { group, targets, objects, overflow };
}
