import type { Row } from '../row.js';
import type { Venue } from './event-session.js';

const columns = ['venueName', 'meetingPlace', 'building'];
const room =
  /[\s　](\S*(?:室|階|ホール|ロビー|コーナー|アリーナ|体育館|広場|スペース|スタジオ|プール|コート|道場|[FＦ])(?:[0-9０-９、,・　 ].*)?)$/u;
const glued =
  /^(?<building>.+?(?:センター|会館|館|ビル|ホール|庁舎|プラザ|学校|ルピナス|[)）]))[\s　]*(?<room>(?:地下|B|Ｂ)?[0-9０-９一二三四五六七八九十]+(?:階|[FＦ]).*|第[0-9０-９一二三四五六七八九]+.*室.*)$/u;
const online = /オンライン|zoom|ウェビナー|web(?:会議|開催|配信)|ネット配信|youtube/iu;

/** Where the row says that the event takes place: 場所名称, else 集合場所, else 建物名等; names the column and the room, if the text has one. */
export function venueOf(row: Row): Venue | undefined {
  for (const column of columns) {
    const text = row.text(column);
    if (text === undefined) continue;
    if (column !== 'venueName' && row.columnStands('venueName')) fromElsewhere(row, column);
    const isOnline = online.test(text.normalize('NFKC'));
    const named = glued.exec(text)?.groups?.['room'] ?? room.exec(text)?.[1];
    return {
      text,
      column: row.header(column),
      isOnline,
      ...(named === undefined ? {} : { room: named.trim() }),
    };
  }
  return undefined;
}

function fromElsewhere(row: Row, column: string): void {
  row.note(column, {
    level: 'repair',
    code: 'VENUE_FROM_OTHER_COLUMN',
    message: `「${row.header('venueName')}」が空欄のため、「${row.header(column)}」から会場を読みました。`,
    remedy: `会場は「${row.header('venueName')}」に入力してください。`,
  });
}
