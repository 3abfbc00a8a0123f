import { Anchor, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconFileText } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ItemForm } from '#client/features/action-item/item-form.tsx';
import { ItemList } from '#client/features/action-item/item-list.tsx';
import { AttendancePanel } from '#client/features/meeting/attendance-panel.tsx';
import { DecisionsPanel } from '#client/features/meeting/decisions-panel.tsx';
import { DocumentsPanel } from '#client/features/meeting/documents-panel.tsx';
import classes from '#client/features/meeting/meeting.module.css';
import { MeetingForm } from '#client/features/meeting/meeting-form.tsx';
import { AgendaPanel, FactsPanel, SummaryPanel } from '#client/features/meeting/meeting-panels.tsx';
import { KindMarks } from '#client/features/meeting/meeting-words.tsx';
import { confirmAction } from '#client/lib/confirm.ts';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpc, trpcClient } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import { isClosed } from '#shared/action-item.ts';
import type { Decision, Meeting } from '#shared/meeting.ts';
import smallWin from './small-win-page.module.css';

/** One meeting: what was left from earlier ones, what it decided, and what is to be done. */
export function MeetingPage() {
  const { id = '' } = useParams();
  return (
    <Suspense fallback={<CardSkeleton height={320} />}>
      <OpenMeeting key={id} id={id} />
    </Suspense>
  );
}

function OpenMeeting({ id }: { id: string }) {
  const { t } = useTranslation('meeting');
  const clock = useClock();
  const { data: meeting } = useSuspenseQuery(trpc.meeting.get.queryOptions({ id }));
  const [itemOf, setItemOf] = useState<'meeting' | Decision>();
  useDocumentTitle(meeting.title);
  return (
    <>
      <Anchor component={Link} to="/koordinasi" className={smallWin.back} data-no-print>
        <IconArrowLeft size={16} aria-hidden />
        {t('back')}
      </Anchor>
      <PageHeader
        title={meeting.title}
        meta={clock.date(meeting.date)}
        beside={
          <span className={classes.marks}>
            <KindMarks meeting={meeting} />
          </span>
        }
      >
        <MeetingActions meeting={meeting} />
      </PageHeader>
      <div className={classes.columns}>
        <div className={classes.column}>
          <CarriedOver meeting={meeting} />
          <SummaryPanel meeting={meeting} />
          <DecisionsPanel meeting={meeting} onRecordItem={setItemOf} />
          <Panel
            title={t('items.title')}
            actions={
              meeting.mayRecord && (
                <Button variant="default" size="xs" mih={36} onClick={() => setItemOf('meeting')}>
                  {t('action.recordItem')}
                </Button>
              )
            }
          >
            {meeting.items.length === 0 && <p className={classes.quiet}>{t('items.none')}</p>}
            <ItemList items={meeting.items} showMeeting={false} />
          </Panel>
        </div>
        <div className={classes.column}>
          <FactsPanel meeting={meeting} />
          <AgendaPanel meeting={meeting} />
          <DocumentsPanel meeting={meeting} />
          <AttendancePanel meeting={meeting} />
        </div>
      </div>
      {itemOf && (
        <ItemForm
          meetingId={meeting.id}
          decision={itemOf === 'meeting' ? undefined : itemOf}
          onDone={() => setItemOf(undefined)}
        />
      )}
    </>
  );
}

/** What earlier meetings left unfinished; what was closed since then stays in sight. */
function CarriedOver({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const unfinished = meeting.carriedOver.filter((item) => !isClosed(item.state)).length;
  if (meeting.carriedOver.length === 0) {
    return (
      <Panel title={t('carried.none')}>
        <p className={classes.quiet}>{t('carried.noneText')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('carried.title', { count: unfinished })} subtitle={t('carried.lead')}>
      <ItemList items={meeting.carriedOver} />
    </Panel>
  );
}

function MeetingActions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation(['meeting', 'common']);
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [isChanging, setChanging] = useState(false);
  const { id, version } = meeting;

  async function remove(): Promise<void> {
    const isSure = await confirmAction({
      title: t('confirm.removeTitle'),
      message: t('confirm.remove'),
      confirmLabel: t('common:action.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    try {
      await trpcClient.meeting.remove.mutate({ id, version });
      notifySuccess(t('removed'));
      await navigate('/koordinasi');
      queryClient.removeQueries({ queryKey: trpc.meeting.get.queryKey({ id }) });
    } catch (error) {
      notifyError(errorText(error));
    }
    void queryClient.invalidateQueries();
  }

  return (
    <>
      <Button
        component={Link}
        to={`/koordinasi/${id}/notulen`}
        variant="default"
        mih={44}
        leftSection={<IconFileText size={18} aria-hidden />}
      >
        {t('action.minutes')}
      </Button>
      {meeting.mayEdit && (
        <>
          <Button mih={44} onClick={() => setChanging(true)}>
            {t('action.change')}
          </Button>
          <RowMenu label={t('action.more')}>
            <Menu.Item onClick={() => void remove()}>{t('action.remove')}</Menu.Item>
          </RowMenu>
        </>
      )}
      {isChanging && <MeetingForm meeting={meeting} onDone={() => setChanging(false)} />}
    </>
  );
}
