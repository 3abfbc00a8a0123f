export { CellPanel } from './cell-panel.tsx';
export { ConflictNotice } from './conflict-notice.tsx';
export { PasteDialog } from './paste-dialog.tsx';
export { ReasonDialog } from './reason-dialog.tsx';
export { ReviewBar } from './review-bar.tsx';
export { ReviewFindings } from './review-findings.tsx';
export { SubmitDialog } from './submit-dialog.tsx';
export { VerifyAllDialog } from './verify-all-dialog.tsx';
