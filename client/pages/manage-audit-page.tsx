import { AuditAdmin } from '#client/features/audit/audit-admin.tsx';
import { OriginProvider } from '#client/features/origin/origin-provider.tsx';

/** Every figure in the log can be asked where it comes from. */
export function ManageAuditPage() {
  return (
    <OriginProvider>
      <AuditAdmin />
    </OriginProvider>
  );
}
