import { japanDay, japanTime } from '@manabi/kit/japan-time';
import { FeeKind } from '@manabi/kit/value/fee';
import { type LocalText, TextOrigin, bilingual } from '@manabi/kit/value/local-text';

import type { CalendarEvent } from '../application-calendar/calendar-event.entity.js';
import type { CalendarLine } from '../application-calendar/calendar.entity.js';
import { LifeStage } from '../application-calendar/life-stage.rules.js';
import type { NewsletterDraft, NewsletterLine, NewsletterSection } from './newsletter.entity.js';

/** A moment of the calendar with the time of life for which it is printed, and the name of its house. */
export interface Printable {
  readonly line: CalendarLine;
  readonly stage: LifeStage;
  readonly house: string | null;
}

/** What stands above each section, in the order of an issue. */
const headings: Readonly<Record<LifeStage, LocalText>> = {
  EARLY_CHILDHOOD: bilingual('乳幼児と保護者', 'Small children and parents'),
  SCHOOL_AGE: bilingual('小学生', 'Elementary school'),
  YOUTH: bilingual('中高生・青少年', 'Young people'),
  ADULTHOOD: bilingual('成人', 'Adults'),
  SENIORITY: bilingual('高齢の方', 'Older people'),
  EVERYONE: bilingual('どなたでも', 'Everyone'),
};

/**
 * Compiles an issue that takes at most so many characters, headings among them. Sections take turns, each with its
 * earliest line, so that no time of life crowds out another; what finds no room is counted.
 */
export function compileNewsletter(
  printable: readonly Printable[],
  budget: number,
): NewsletterDraft {
  const waiting = new Map(
    Object.values(LifeStage).map((stage) => [
      stage,
      printable.filter((each) => each.stage === stage).map(newsletterLine),
    ]),
  );
  const sections: NewsletterSection[] = [];
  let characters = 0;
  for (let round = 0; ; round += 1) {
    const before = characters;
    for (const [stage, lines] of waiting) {
      const line = lines[round];
      const section = sections.find(({ lifeStage }) => lifeStage === stage);
      const needed = (line?.text.length ?? 0) + (section ? 0 : headings[stage].ja.length);
      if (!line || (section?.lines.length ?? 0) < round || characters + needed > budget) continue;
      if (section) section.lines.push(line);
      else sections.push({ lifeStage: stage, heading: headings[stage], lines: [line], omitted: 0 });
      characters += needed;
    }
    if (characters === before) break;
  }
  for (const section of sections)
    section.omitted = (waiting.get(section.lifeStage)?.length ?? 0) - section.lines.length;
  const printed = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  return { sections, characters, omitted: printable.length - printed };
}

const happens: Readonly<Record<CalendarEvent, string>> = {
  OPENS: '受付開始',
  CLOSES: '申込締切',
  DRAW: '抽選',
  CONFIRM_BY: '当選確定の期限',
};

const happensPlainly: Readonly<Record<CalendarEvent, string>> = {
  OPENS: 'から 申し込みが できます。',
  CLOSES: 'までに 申し込んで ください。',
  DRAW: 'に くじで 決めます。',
  CONFIRM_BY: 'までに 使うと 伝えて ください。',
};

function newsletterLine({ line, house }: Printable): NewsletterLine {
  const [, month, day] = japanDay(line.at).split('-').map(Number);
  const when = `${month}月${day}日`;
  const clock = japanTime(line.at);
  const about = [house, feeOf(line)].filter((part) => part !== null).join('、');
  const { plain } = line.title;
  return {
    at: line.at,
    text: `${when}${clock === '00:00' ? '' : ` ${clock}`} ${happens[line.event]}「${line.title.ja}」${about && `（${about}）`}`,
    plain: plain
      ? {
          text: `${plain.text} ${when}${happensPlainly[line.event]}`,
          origin: TextOrigin.MACHINE,
        }
      : null,
    opportunityId: line.opportunityKey?.id ?? null,
    provenance: line.provenance,
  };
}

function feeOf({ fee }: CalendarLine): string | null {
  if (fee?.kind === FeeKind.FREE) return '無料';
  return fee?.yen == null ? null : `${fee.yen}円`;
}
