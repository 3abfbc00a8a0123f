import {
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconPhoto,
  IconPresentation,
  IconTable,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExportKind } from '#shared/briefing/export.ts';

export const exportIcons: Record<ExportKind, ReactNode> = {
  pptx: <IconPresentation size={22} aria-hidden />,
  pdf: <IconFileTypePdf size={22} aria-hidden />,
  handout: <IconFileText size={22} aria-hidden />,
  recap: <IconTable size={22} aria-hidden />,
  xlsx: <IconFileSpreadsheet size={22} aria-hidden />,
  png: <IconPhoto size={22} aria-hidden />,
};
