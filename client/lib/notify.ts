import type { Notice, NoticeKind } from './overlays.tsx';

/** A short notice in the corner. The library behind it is fetched with the first one; none is lost while it loads. */
export function notifySuccess(notice: Notice | string): void {
  void show(notice, 'success');
}

/** Errors stay until they are closed, because they say what to do. */
export function notifyError(notice: Notice | string): void {
  void show(notice, 'error');
}

export function notifyInfo(notice: Notice | string): void {
  void show(notice, 'info');
}

async function show(notice: Notice | string, kind: NoticeKind): Promise<void> {
  const { showNotice } = await import('./overlays.tsx');
  showNotice(typeof notice === 'string' ? { message: notice } : notice, kind);
}
