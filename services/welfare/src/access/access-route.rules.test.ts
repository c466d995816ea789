import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anAccess } from './access.builder.js';
import { type AccessRoute, RouteMode } from './access-route.entity.js';
import { routeReasons } from './access-route.rules.js';
import type { SupportProfile } from './support-profile.input.js';

const way = (mode: RouteMode, stop: string, stepFree: Tri): AccessRoute => ({
  mode,
  stop,
  walkMinutes: 3,
  stepFree,
});
const to = (...routes: AccessRoute[]) => Object.assign(anAccess('hall'), { routes });
const stairs = way(RouteMode.BUS, '坂上', Tri.NO);
const flat = way(RouteMode.BUS, '広場前', Tri.YES);
const train = way(RouteMode.TRAIN, '田無駅', Tri.YES);

test.each<[string, SupportProfile, AccessRoute[], Tri, string]>([
  [
    'the best stop counts',
    { wheelchair: true },
    [stairs, flat],
    Tri.YES,
    'バス：広場前から3分、段差なし',
  ],
  [
    'steps keep a wheelchair out',
    { wheelchair: true },
    [stairs],
    Tri.NO,
    'バス：坂上から3分、段差あり',
  ],
  ['steps do not matter to others', {}, [stairs], Tri.YES, 'バス：坂上から3分、段差あり'],
  ['a train is no bus', {}, [train], Tri.UNKNOWN, 'バス：登録がありません'],
])('%s', (...[, profile, routes, value, text]) => {
  expect(routeReasons(Object.assign(profile, { byBus: true }), to(...routes))).toMatchObject([
    { code: 'BUS', value, text },
  ]);
});

test('who does not come by bus is not told of buses', () => {
  expect(routeReasons({}, to(flat))).toEqual([]);
  expect(routeReasons({ byBus: true }, null)).toMatchObject([{ value: Tri.UNKNOWN }]);
});
