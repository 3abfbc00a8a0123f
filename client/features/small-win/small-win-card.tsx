import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { issueColor } from '#client/theme.ts';
import { Tag } from '#client/ui/tag.tsx';
import { fileAddress } from '#shared/attachment.ts';
import { formatDate } from '#shared/date-format.ts';
import type { SmallWinCard as Card } from '#shared/small-win.ts';
import { AreaNames } from './area-names.tsx';
import { ClaimBadge } from './claim-badge.tsx';
import { NewsMark, StateBadge } from './marks.tsx';
import classes from './small-win-card.module.css';

const shownPhotos = 3;
const shownAreas = 3;

interface SmallWinCardProps {
  win: Card;
  /** The public sees nothing but published records: there the state says nothing. */
  showState: boolean;
}

export function SmallWinCard({ win, showState }: SmallWinCardProps) {
  const { t } = useTranslation(['smallWins', 'common']);
  const locale = useLocale();
  return (
    <article className={classes.card} style={{ borderTopColor: issueColor(win.issueId) }}>
      <p className={classes.line}>
        <span className={classes.issue} style={{ color: issueColor(win.issueId, 'deep') }}>
          {t(`common:issue.${win.issueId.toLowerCase()}`)}
        </span>
        <NewsMark news={win.news} />
        {showState && <StateBadge state={win.state} />}
        {win.isSample && <Tag kind="sample" />}
      </p>
      <h2 className={classes.title}>
        <Link to={`/small-wins/${win.id}`} className={classes.link}>
          {win.title}
        </Link>
      </h2>
      <p className={classes.facts}>
        <time dateTime={win.date}>{formatDate(win.date, locale)}</time>
        <AreaNames areas={win.areas} most={shownAreas} />
        {win.agency && <span>{win.agency.abbr}</span>}
      </p>
      {win.excerpt !== '' && <p className={classes.excerpt}>{win.excerpt}</p>}
      <Photos win={win} />
      <p className={classes.line}>
        {win.claim && <ClaimBadge claim={win.claim} />}
        {win.fileCount > 0 && (
          <span className={classes.files}>
            <IconPaperclip size={14} aria-hidden />
            {t('card.files', { count: win.fileCount })}
          </span>
        )}
      </p>
    </article>
  );
}

function Photos({ win: { photos, title } }: { win: Card }) {
  const { t } = useTranslation('smallWins');
  if (photos.length === 0) return null;
  const rest = photos.length - shownPhotos;
  return (
    <div className={classes.photos} data-count={Math.min(photos.length, shownPhotos)}>
      {photos.slice(0, shownPhotos).map((photo, index) => (
        <div key={photo.id} className={classes.photo}>
          <img
            src={fileAddress(photo.id, 'small')}
            alt={t('card.photo', { number: index + 1, title })}
            width={photo.width ?? undefined}
            height={photo.height ?? undefined}
            loading="lazy"
            decoding="async"
          />
          {rest > 0 && index === shownPhotos - 1 && (
            <span className={classes.rest}>{t('card.morePhotos', { count: rest })}</span>
          )}
        </div>
      ))}
    </div>
  );
}
