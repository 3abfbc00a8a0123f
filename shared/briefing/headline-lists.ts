import type { Locale } from '#shared/locale.ts';
import { formatNumber } from '#shared/number-format.ts';
import { listSome, listWords } from './bilingual.ts';
import type { SlideBodyOf } from './content.ts';

type Count = (count: number) => string;

function counter(locale: Locale): Count {
  return (count) => formatNumber(count, { locale, decimals: 0 });
}

/** "41 dari 47 laporan masuk, 6 terlambat". Null where no report is expected. */
export function completenessHeadline(
  { total, lateReports }: SlideBodyOf<'completeness'>,
  locale: Locale,
): string | null {
  if (!total || total.expected === 0) return null;
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const n = counter(locale);
  const overdue = lateReports.filter((each) => each.state === 'missing' && each.daysLate > 0).length;
  const late = Math.min(overdue, total.missing);
  const rest =
    late > 0
      ? say(`, ${n(late)} terlambat`, `, ${n(late)} late`)
      : total.missing > 0
        ? say(`, ${n(total.missing)} belum masuk`, `, ${n(total.missing)} still to come`)
        : '';
  if (total.received === 0) {
    return `${say(`Belum ada laporan yang masuk dari ${n(total.expected)}`, `None of ${n(total.expected)} reports in yet`)}${rest}`;
  }
  if (total.received >= total.expected) {
    const onTime =
      total.onTime >= total.expected
        ? say(', semua tepat waktu', ', all on time')
        : say(`, ${n(total.onTime)} tepat waktu`, `, ${n(total.onTime)} on time`);
    return `${say(`Semua ${n(total.expected)} laporan sudah masuk`, `All ${n(total.expected)} reports are in`)}${onTime}`;
  }
  return `${say(`${n(total.received)} dari ${n(total.expected)} laporan masuk`, `${n(total.received)} of ${n(total.expected)} reports in`)}${rest}`;
}

/** "3 tindak lanjut lewat tenggat, paling lama 12 hari". */
export function actionItemsHeadline({ items }: SlideBodyOf<'action_items'>, locale: Locale): string {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const n = counter(locale);
  const overdue = items.filter((item) => item.daysLate > 0);
  const unfinished = items.filter((item) => item.state === 'open' || item.state === 'in_progress').length;
  if (overdue.length > 0) {
    const longest = n(Math.max(...overdue.map((item) => item.daysLate)));
    return say(
      `${n(overdue.length)} tindak lanjut lewat tenggat, paling lama ${longest} hari`,
      `${n(overdue.length)} action ${overdue.length === 1 ? 'item' : 'items'} overdue, by up to ${longest} ${longest === '1' ? 'day' : 'days'}`,
    );
  }
  const none = say('Tidak ada tindak lanjut yang lewat tenggat', 'No action item is overdue');
  return unfinished === 0 ? none : `${none}${say(`, ${n(unfinished)} masih berjalan`, `, ${n(unfinished)} under way`)}`;
}

/** "3 angka berubah sejak edisi 2". */
export function changesHeadline({ since, changes }: SlideBodyOf<'changes'>, locale: Locale): string {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  if (!since) return say('Belum ada edisi terdahulu untuk dibandingkan', 'No earlier edition to compare with');
  const n = counter(locale);
  const edition = say(`sejak edisi ${since.number}`, `since edition ${since.number}`);
  if (changes.length === 0) return say(`Tidak ada angka yang berubah ${edition}`, `No figure has changed ${edition}`);
  const noun = changes.length === 1 ? 'figure has' : 'figures have';
  return say(`${n(changes.length)} angka berubah ${edition}`, `${n(changes.length)} ${noun} changed ${edition}`);
}

/** "5 small wins: 3 kabar baik dan 2 kabar buruk". Null where there are none. */
export function smallWinsHeadline({ items }: SlideBodyOf<'small_wins'>, locale: Locale): string | null {
  if (items.length === 0) return null;
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const n = counter(locale);
  const good = items.filter((item) => item.news === 'good').length;
  const bad = items.length - good;
  if (bad === 0)
    return say(
      `${n(good)} kabar baik dari lapangan`,
      `${n(good)} ${good === 1 ? 'piece' : 'pieces'} of good news from the field`,
    );
  if (good === 0)
    return say(
      `${n(bad)} kabar buruk dari lapangan`,
      `${n(bad)} ${bad === 1 ? 'piece' : 'pieces'} of bad news from the field`,
    );
  return say(
    `${n(items.length)} kabar dari lapangan: ${n(good)} baik dan ${n(bad)} buruk`,
    `${n(items.length)} pieces of news from the field: ${n(good)} good and ${n(bad)} bad`,
  );
}

/** "4 angka kritis, 2 kabar buruk, dan 3 laporan terlambat"; what is none is not said. */
export function obstaclesHeadline({ critical, items, lateReports }: SlideBodyOf<'obstacles'>, locale: Locale): string {
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const n = counter(locale);
  const late = lateReports.filter((each) => each.daysLate > 0).length;
  const told = [
    critical.length > 0
      ? say(
          `${n(critical.length)} angka kritis`,
          `${n(critical.length)} critical ${critical.length === 1 ? 'figure' : 'figures'}`,
        )
      : '',
    items.length > 0
      ? say(
          `${n(items.length)} hambatan dari lapangan`,
          `${n(items.length)} ${items.length === 1 ? 'obstacle' : 'obstacles'} from the field`,
        )
      : '',
    late > 0 ? say(`${n(late)} laporan terlambat`, `${n(late)} late ${late === 1 ? 'report' : 'reports'}`) : '',
  ].filter((part) => part !== '');
  if (told.length === 0) return say('Tidak ada hambatan yang tercatat', 'No obstacle on record');
  return listWords(told, locale);
}

const mostIssues = 3;

/** "2 dari 5 isu kritis: Stunting dan Anak Tidak Sekolah". Null where no issue has a figure. */
export function situationHeadline({ area, cards }: SlideBodyOf<'situation'>, locale: Locale): string | null {
  if (!cards.some((card) => card.headline.figure?.value != null)) return null;
  const say = (id: string, en: string) => (locale === 'id' ? id : en);
  const named = (status: string) =>
    cards.filter((card) => card.headline.status.status === status).map(({ issue }) => say(issue.nameId, issue.nameEn));
  const [critical, attention] = [named('critical'), named('attention')];
  const good = [...named('achieved'), ...named('on_track')];
  const place = area.level === 'province' ? '' : say(` di ${area.name}`, ` in ${area.name}`);
  const of = say(`dari ${cards.length} isu${place}`, `of ${cards.length} issues${place}`);
  if (critical.length > 0) {
    return `${critical.length} ${of} ${say('kritis', 'critical')}: ${listSome(critical, mostIssues, locale)}`;
  }
  if (attention.length > 0) {
    return `${attention.length} ${of} ${say('perlu perhatian', 'need attention')}: ${listSome(attention, mostIssues, locale)}`;
  }
  if (good.length === 0) return say(`Belum ada isu yang dapat dinilai${place}`, `No issue can be assessed yet${place}`);
  if (good.length === cards.length && good.length > 1) {
    return say(
      `Semua ${good.length} isu${place} sesuai jalur atau sudah tercapai`,
      `All ${good.length} issues${place} on track or achieved`,
    );
  }
  return `${good.length} ${of} ${say('sesuai jalur atau sudah tercapai', 'on track or achieved')}`;
}
