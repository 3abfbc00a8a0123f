import { TargetAdmin } from '#client/features/target/target-admin.tsx';

export function ManageTargetsPage() {
  return <TargetAdmin />;
}
