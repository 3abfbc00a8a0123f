import { HistoryImport } from '#client/features/history-import/history-import.tsx';

export function ManageHistoryImportPage() {
  return <HistoryImport />;
}
