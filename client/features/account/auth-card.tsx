import type { ReactNode } from 'react';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import classes from './account.module.css';

/** The one card of a page before sign-in. */
export function AuthCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <section className={classes.card}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
