import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { japanDay } from '@manabi/kit/japan-time';

import { templateOf } from '../../src/command/template.js';

const month = japanDay(new Date()).slice(0, 7);

/** What departments of a city filled into the forms of their lists, in the order in which one rests on another. */
const filledLists: Readonly<Record<string, readonly string[]>> = {
  group: [
    'G-1,見本合唱団,ミホンガッショウダン,歌います。,76,12,500,有,こだま公民館,g@example.invalid,,2026-09-01',
  ],
  room: [
    '1,こだま公民館,第1学習室,ダイイチガクシュウシツ,,学習室,2階,40,プロジェクター,09:00-13:00;18:30-22:00',
    '2,こだま公民館,和室,ワシツ,,,1階,40,プロジェクター,18:30-22:00',
    '3,けやきの森体育館,第一体育室,,,体育室,,60,卓球台,18:30-22:00',
    '4,こもれび第九小学校,校庭,,,校庭開放,,200,,09:00-12:00',
  ],
  'regular-use': ['1,見本合唱団,こだま公民館,和室,毎週火,19:00,21:00'],
  'lottery-window': [
    '1,こだま公民館,,2031-04,2031-02-01,2031-02-07,2031-02-08,2031-02-09,2031-02-15,2031-02-16',
  ],
  'lottery-odds': [`1,こだま公民館,第1学習室,${month},18:30,22:00,20,5`],
  slot: ['1,こだま公民館,和室,2031-04-08,18:30,22:00,予約済,定例会,見本合唱団'],
  course: [
    '201,介護の学び,カイゴノマナビ,2031-05-12,2031-05-12,10:00,12:00,本と学びます。,小学生,20,0,こだま公民館,こだま公民館　第1学習室,2026-01-05,NDC:36,初心者',
  ],
  'library-branch': [
    '1,ひばり図書館,ヒバリトショカン,,042-999-0003,,火 10:00-18:00;水 10:00-18:00,,毎週月曜日,有,有,有',
  ],
  copy: [
    'B1,9784003101018,,ひばり図書館,在架,,369/ヤ,2026-11-01',
    'B2,9784003101025,,ひばり図書館,予約取置,,801/タ,2026-11-01',
  ],
};

/** The same as files of a folder. */
export const filledFiles = (folder: string): string[] =>
  Object.entries(filledLists).map(([kind, lines]) => {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, `${templateOf(kind)}${lines.join('\r\n')}\r\n`);
    return file;
  });
