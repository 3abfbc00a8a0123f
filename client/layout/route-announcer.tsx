import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/**
 * After a change of page, moves the keyboard focus to its content and tells a screen reader where it is. A change of
 * the month or of a filter in the address is the same page: the focus stays where the hands are.
 */
export function RouteAnnouncer() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  const [words, setWords] = useState('');

  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    document.getElementById('isi')?.focus({ preventScroll: true });
    // The page sets its title in an effect of its own, after this one.
    const timer = setTimeout(() => setWords(t('page.changed', { title: document.title })), 150);
    return () => clearTimeout(timer);
  }, [pathname, t]);

  return (
    <div className="sr-only" aria-live="polite">
      {words}
    </div>
  );
}
