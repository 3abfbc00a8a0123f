import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { formatDate, formatMonth } from '#shared/date-format.ts';
import type { IssueId } from '#shared/indicator.ts';
import { owedLine, settledLine, type TextScene, waitingLine } from '#shared/notification/words.ts';
import type { Notification } from '#shared/notification.ts';

export type NoticeWords = {
  headline: string;
  /** A way to each thing the notice speaks of, in the words of the letter that tells the same. */
  links: { to: string; text: string }[];
  /** The page that lists them all. */
  allAt: string;
};

const reportAt = (reportKey: string) => `/pelaporan/${reportKey}`;

export function useNoticeWords(notice: Notification): NoticeWords {
  const { t } = useTranslation(['notification', 'common']);
  const locale = useLocale();
  const scene: TextScene = { locale, issueName: (id: IssueId) => t(`common:issue.${id.toLowerCase()}`) };
  const count = notice.kind === 'digest' ? 0 : notice.items.length;
  switch (notice.kind) {
    case 'due_soon':
    case 'overdue': {
      const { kind } = notice;
      const links = notice.items.map((item) => ({ to: reportAt(item.reportKey), text: owedLine(item, kind, scene) }));
      return { headline: t(`headline.${kind}`, { count }), links, allAt: '/pelaporan' };
    }
    case 'returned':
    case 'verified': {
      const { kind } = notice;
      const links = notice.items.map((item) => {
        const text = settledLine(item, kind, scene);
        return {
          to: reportAt(item.reportKey),
          text: item.byName === null ? text : t('byName', { text, name: item.byName }),
        };
      });
      return { headline: t(`headline.${kind}`, { count }), links, allAt: '/pelaporan' };
    }
    case 'to_verify': {
      const links = notice.items.map((item) => ({ to: reportAt(item.reportKey), text: waitingLine(item, scene) }));
      return { headline: t('headline.to_verify', { count }), links, allAt: '/verifikasi' };
    }
    case 'digest': {
      const { date, month, received, expected, toVerify, toVerifyLate } = notice.digest;
      const links = [
        {
          to: `/kelengkapan?bulan=${month}`,
          text: t('digest.received', { month: formatMonth(month, locale), received, expected }),
        },
        ...(toVerify > 0
          ? [{ to: '/verifikasi', text: t('digest.toVerify', { count: toVerify, late: toVerifyLate }) }]
          : []),
      ];
      return { headline: t('headline.digest', { date: formatDate(date, locale) }), links, allAt: '/kelengkapan' };
    }
  }
}
