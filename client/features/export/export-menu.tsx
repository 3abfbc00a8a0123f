import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportSlide } from './export-panel.tsx';
import { isBeingMade, useExports } from './use-exports.ts';

const ExportPanel = lazy(() => import('./export-panel.tsx').then((module) => ({ default: module.ExportPanel })));

interface ExportMenuProps {
  editionId: string;
  /** The slide in view. */
  slide?: ExportSlide;
}

/** The button that opens what an edition can be taken away as. It tells of files that are being made, open or not. */
export function ExportMenu({ editionId, slide }: ExportMenuProps) {
  const { t } = useTranslation('exporting');
  const [isOpen, setOpen] = useState(false);
  const exports = useExports(editionId);
  const running = exports.jobs.filter(isBeingMade).length;
  return (
    <>
      <Button
        variant="default"
        mih={44}
        leftSection={<IconDownload size={18} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {running > 0 ? t('buttonRunning', { count: running }) : t('button')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportPanel exports={exports} slide={slide} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
