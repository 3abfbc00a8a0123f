import type { ReactNode } from 'react';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import classes from './message-page.module.css';

interface MessagePageProps {
  icon: ReactNode;
  title: string;
  text: ReactNode;
  /** The buttons or links that lead on. */
  actions: ReactNode;
  /** Something a technician would ask for. */
  detail?: ReactNode;
}

/** A whole page that says one thing: not found, not allowed, failed. */
export function MessagePage({ icon, title, text, actions, detail }: MessagePageProps) {
  useDocumentTitle(title);
  return (
    <section className={classes.page}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      <div className={classes.actions}>{actions}</div>
      {detail}
    </section>
  );
}
