import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLink } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type RouterOutput, trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { formatNumber } from '#shared/number-format.ts';
import classes from './audit.module.css';

type Progressed = RouterOutput['audit']['checkChain'];
type State = { progress?: Progressed; isRunning: boolean; error?: unknown };

/** Recomputes the chain of the log slice by slice; each request is short, so that others are served between them. */
export function ChainCheck() {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const locale = useLocale();
  const [{ progress, isRunning, error }, setState] = useState<State>({ isRunning: false });
  const controller = useRef<AbortController>(undefined);
  const number = (value: number) => formatNumber(value, { locale, decimals: 0 });

  async function run(): Promise<void> {
    const stop = new AbortController();
    controller.current = stop;
    setState({ isRunning: true });
    let last: Progressed | undefined;
    try {
      while (!last?.isDone && !stop.signal.aborted) {
        last = await trpcClient.audit.checkChain.query({ after: last?.checkedTo ?? 0 }, { signal: stop.signal });
        setState({ progress: last, isRunning: !last.isDone });
      }
      setState({ progress: last, isRunning: false });
    } catch (problem) {
      setState({ progress: last, isRunning: false, error: stop.signal.aborted ? undefined : problem });
    }
  }

  const counts = progress && { checked: number(progress.checkedTo), end: number(progress.end) };
  return (
    <Panel title={t('chain.title')} subtitle={t('chain.lead')}>
      <div className={classes.chain}>
        {isRunning ? (
          <Button variant="default" mih={44} onClick={() => controller.current?.abort()}>
            {t('chain.stop')}
          </Button>
        ) : (
          <Button mih={44} leftSection={<IconLink size={18} aria-hidden />} onClick={() => void run()}>
            {progress ? t('chain.again') : t('chain.check')}
          </Button>
        )}
        <div role="status">
          {progress && isRunning && <p className={classes.result}>{t('chain.running', counts)}</p>}
          {progress && !isRunning && progress.brokenAt !== null && (
            <p className={`${classes.result} ${classes.broken}`}>
              <IconAlertTriangle size={18} aria-hidden />
              {t('chain.broken', { seq: number(progress.brokenAt) })}
            </p>
          )}
          {progress && !isRunning && progress.brokenAt === null && (
            <p className={`${classes.result} ${progress.isDone ? classes.ok : ''}`}>
              {progress.isDone && <IconCheck size={18} aria-hidden />}
              {progress.isDone ? t('chain.ok', counts) : t('chain.stopped', counts)}
            </p>
          )}
        </div>
      </div>
      {isRunning && progress && (
        <Progress
          mt="sm"
          value={progress.end === 0 ? 100 : (progress.checkedTo / progress.end) * 100}
          aria-label={t('chain.running', counts)}
        />
      )}
      <FormError>{error ? errorText(error) : undefined}</FormError>
    </Panel>
  );
}
