import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** Where one takes part, after GIF DS-43C (Web開催). */
export enum Attendance {
  ONSITE = 'ONSITE',
  ONLINE = 'ONLINE',
  HYBRID = 'HYBRID',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Attendance, {
  name: 'Attendance',
  description: 'Where one takes part (開催方法).',
  valuesConfig: {
    ONSITE: { description: 'At the venue only (現地開催のみ).' },
    ONLINE: { description: 'Online only (オンライン).' },
    HYBRID: { description: 'Either (ハイブリッド).' },
    UNKNOWN: { description: 'Nobody has said (不明).' },
  },
});
